import { expect, it, onTestFinished } from 'vitest';
import { openStation } from '../../electron/hosts/desktop/station.ts';
import { listSecrets, secretPlaces } from '../../electron/hosts/machine/secret-places.ts';
import type { Station } from '../../electron/station/station-face.ts';
import { OsSecretsLocked } from '../../electron/hosts/desktop/os-secret-store.ts';
import { createBrowserClient } from '../../renderer/transport/browser-client.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import { makeDay, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { type HostProgram, startHostProgram } from '../support/host-program.ts';
import { openNodePage } from '../support/node-page.ts';
import { withPins } from '../support/own-pins.ts';
import { checkedSheet } from '../support/recovery.ts';
import { tempDir } from '../support/temp-dir.ts';
import { createTestLogger } from '../support/test-logger.ts';

const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
/** A key store as on a Windows or a Linux with a key ring. */
const CIPHER = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString: (text: string) => turned(Buffer.from(text)),
  decryptString: (bytes: Buffer) => turned(bytes).toString(),
};

/** The station as the desktop opens it on this folder, without its window. */
async function inDesktop(dataDir: string, { cipher = CIPHER, recovers = false } = {}): Promise<Station> {
  const station = await openStation({
    dataDir,
    isRehearsal: false,
    recovers,
    cipher,
    power: { start: () => 1, stop: () => true },
    openBigScreen: null,
    logger: createTestLogger(),
    program: { file: process.execPath, args: [] },
  });
  onTestFinished(() => station.close());
  return station;
}

function inBrowser(dataDir: string, ...options: readonly string[]): HostProgram {
  const program = startHostProgram(['--data', dataDir, ...options]);
  onTestFinished(() => program.end('SIGKILL'));
  return program;
}

async function pageOf(program: HostProgram): Promise<StationClient> {
  const client = withPins(createBrowserClient(openNodePage(await program.ready)));
  onTestFinished(() => client.close());
  return client;
}

/** What tells that it is the same day in the same chain: a station with a new identity would have opened another. */
async function recordOf(client: StationClient) {
  const { current } = valueOf(await client.invoke('station.status', {}));
  return { current, events: valueOf(await client.invoke('events.since', { after: 0, limit: 1000 })).events };
}

it('a day made in the browser opens in the desktop, and in the browser again when the desktop does not open', async () => {
  const dataDir = tempDir();
  const first = inBrowser(dataDir);
  const page = await pageOf(first);
  await makeDay(page);
  const record = await recordOf(page);
  await first.end('SIGTERM');

  const desktop = await inDesktop(dataDir);
  expect(await recordOf(createDirectClient(desktop))).toEqual(record);
  await desktop.close();
  expect(await recordOf(await pageOf(inBrowser(dataDir)))).toEqual(record);
}, 60_000);

it('a day made in the desktop is not touched by the browser, which says who opens it', async () => {
  const dataDir = tempDir();
  const desktop = await inDesktop(dataDir);
  await makeDay(createDirectClient(desktop));
  const record = await recordOf(createDirectClient(desktop));
  await desktop.close();

  await expect(inBrowser(dataDir).ready).rejects.toThrow('--host desktop');
  expect(await recordOf(createDirectClient(await inDesktop(dataDir)))).toEqual(record);
}, 60_000);

it('a folder in which the desktop has made no day yet opens in the browser', async () => {
  const dataDir = tempDir();
  await (await inDesktop(dataDir)).close();
  const page = await pageOf(inBrowser(dataDir));
  await makeDay(page);
  expect((await recordOf(page)).current).not.toBeNull();
}, 60_000);

/** Another user's or another computer's key store: it opens nothing that the first one has closed. */
const OTHER_CIPHER = {
  ...CIPHER,
  decryptString(): string {
    throw new Error('Error while decrypting the ciphertext');
  },
};

/** A day made in the desktop, its sheet typed back, then closed. */
async function aDesktopDay(dataDir: string) {
  const desktop = await inDesktop(dataDir);
  const client = createDirectClient(desktop);
  const chief = await makeDay(client);
  const sheet = await checkedSheet(client, chief);
  await desktop.close();
  return { chief, sheet };
}

const stageIn = async (client: StationClient) => valueOf(await client.invoke('station.status', {})).stage;

it('a key store that does not open is refused; asked to recover, the sheet opens the day, in either host from then on', async () => {
  const dataDir = tempDir();
  const { sheet } = await aDesktopDay(dataDir);
  await expect(inDesktop(dataDir, { cipher: OTHER_CIPHER })).rejects.toThrow(OsSecretsLocked);

  const desktop = await inDesktop(dataDir, { cipher: OTHER_CIPHER, recovers: true });
  const client = createDirectClient(desktop);
  expect(await stageIn(client)).toBe('locked');
  valueOf(await client.invoke('day.unlock', { groups: [...sheet.groups] }));
  const record = await recordOf(client);
  await desktop.close();
  const again = await inDesktop(dataDir, { cipher: OTHER_CIPHER });
  expect(await recordOf(createDirectClient(again))).toEqual(record);
  await again.close();
  expect(await recordOf(await pageOf(inBrowser(dataDir)))).toEqual(record);
}, 60_000);

it('a key store that was only locked opens the day by itself again, though somebody asked to recover meanwhile', async () => {
  const dataDir = tempDir();
  await aDesktopDay(dataDir);
  const asked = await inDesktop(dataDir, { cipher: OTHER_CIPHER, recovers: true });
  expect(await stageIn(createDirectClient(asked))).toBe('locked');
  await asked.close();
  const desktop = await inDesktop(dataDir);
  expect(await stageIn(createDirectClient(desktop))).toBe('no-roster');
}, 60_000);

it('a day made in the desktop opens in the browser with the sheet, asked for by name', async () => {
  const dataDir = tempDir();
  const { chief, sheet } = await aDesktopDay(dataDir);
  await expect(inBrowser(dataDir).ready).rejects.toThrow('--recover');
  const page = await pageOf(inBrowser(dataDir, '--recover'));
  expect(await stageIn(page)).toBe('locked');
  valueOf(await page.invoke('day.unlock', { groups: [...sheet.groups] }));
  expect(await stageIn(page)).toBe('no-roster');

  // Locked there, the key is gone from where the desktop had it, too.
  valueOf(await page.invoke('day.lock', { acceptsOpenPapers: false }, { actor: chief }));
  const { plain, sealed } = secretPlaces(dataDir);
  expect([...listSecrets(plain), ...listSecrets(sealed)].filter((name) => name.startsWith('day-'))).toEqual([]);
}, 60_000);
