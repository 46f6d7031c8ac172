import { expect, it, onTestFinished } from 'vitest';
import { openStation } from '../../electron/hosts/desktop/station.ts';
import type { Station } from '../../electron/station/station-face.ts';
import { createBrowserClient } from '../../renderer/transport/browser-client.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import { makeDay, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { type HostProgram, startHostProgram } from '../support/host-program.ts';
import { openNodePage } from '../support/node-page.ts';
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
async function inDesktop(dataDir: string): Promise<Station> {
  const station = await openStation({
    dataDir,
    isRehearsal: false,
    cipher: CIPHER,
    power: { start: () => 1, stop: () => true },
    openBigScreen: null,
    logger: createTestLogger(),
    program: { file: process.execPath, args: [] },
  });
  onTestFinished(() => station.close());
  return station;
}

function inBrowser(dataDir: string): HostProgram {
  const program = startHostProgram(['--data', dataDir]);
  onTestFinished(() => program.end('SIGKILL'));
  return program;
}

async function pageOf(program: HostProgram): Promise<StationClient> {
  const client = createBrowserClient(openNodePage(await program.ready));
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
