import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRehearsalClock } from '../../electron/hosts/machine/rehearsal-clock.ts';
import type { DayKind } from '../../electron/station/journal/genesis.ts';
import { verifyJournalFile } from '../../electron/station/journal/verify-file.ts';
import type { Ports, SecretStore } from '../../electron/station/ports.ts';
import { createStation } from '../../electron/station/station.ts';
import type { Push } from '../../shared/contract/pushes.ts';
import { checkInOf, enactDay, makeDay, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';
import { createMemorySecretStore, createTestPorts } from '../support/test-ports.ts';

const KINDS = ['real', 'rehearsal'] as const;
const MORNING = '2022-11-19 07:50';

function other(kind: DayKind): DayKind {
  return kind === 'real' ? 'rehearsal' : 'real';
}

function beijing(time: string): number {
  return Date.parse(`2022-11-19T${time}+08:00`);
}

interface Folder {
  readonly dataDir: string;
  readonly secrets: SecretStore;
}

function aFolder(): Folder {
  return { dataDir: join(tempDir(), 'data'), secrets: createMemorySecretStore() };
}

/** Ports of a station of this kind; `real` is the computer's clock under a rehearsal's. */
function portsOf(kind: DayKind, folder: Folder, real = new TestClock(MORNING), startMs = real.wall()): Ports {
  const ports = createTestPorts({ ...folder, clock: real });
  if (kind === 'real') return ports;
  const { clock, rehearsal } = createRehearsalClock(real, startMs);
  return { ...ports, clock, rehearsal };
}

async function openStation(ports: Ports) {
  const station = await createStation(ports);
  onTestFinished(() => station.close());
  return { station, client: createDirectClient(station) };
}

/** Makes a day on the folder and closes it again; answers the journal's path. */
async function makeDayOn(kind: DayKind, folder: Folder): Promise<string> {
  const station = await createStation(portsOf(kind, folder));
  await makeDay(createDirectClient(station));
  await station.close();
  const days = join(folder.dataDir, 'days');
  return join(days, readdirSync(days).find((name) => name.endsWith('.journal')) ?? '');
}

function tamper(folder: Folder, sql: string): void {
  const db = new Database(join(folder.dataDir, 'station.db'));
  db.exec(sql);
  db.close();
}

function opening(kind: DayKind, folder: Folder): Promise<unknown> {
  return createStation(portsOf(kind, folder));
}

const KIND_DIFFERS = { reason: { code: 'kind-differs' } };

describe.each(KINDS)('a folder of a %s station', (kind) => {
  it('makes days of its kind, and says so', async () => {
    const { client } = await openStation(portsOf(kind, aFolder()));
    await makeDay(client);
    const status = valueOf(await client.invoke('station.status', {}));
    expect([status.kind, status.current?.kind]).toEqual([kind, kind]);
  });

  it('is refused by the other kind before and after its first day, untouched, and opens again as what it is', async () => {
    const folder = aFolder();
    await (await createStation(portsOf(kind, folder))).close();
    await expect(opening(other(kind), folder)).rejects.toMatchObject(KIND_DIFFERS);
    await makeDayOn(kind, folder);
    await expect(opening(other(kind), folder)).rejects.toMatchObject(KIND_DIFFERS);
    const { client } = await openStation(portsOf(kind, folder));
    expect(valueOf(await client.invoke('station.status', {})).stage).toBe('no-roster');
  });

  it('is refused by the other kind when its own word was changed, for the journal says what it is', async () => {
    const folder = aFolder();
    await makeDayOn(kind, folder);
    tamper(folder, `UPDATE settings SET value = '${other(kind)}' WHERE name = 'kind'`);
    await expect(opening(other(kind), folder)).rejects.toMatchObject(KIND_DIFFERS);
    tamper(folder, `UPDATE days SET kind = '${other(kind)}'`);
    await expect(opening(other(kind), folder)).rejects.toMatchObject(KIND_DIFFERS);
  });

  it('is refused by its own kind while its list of days says the other', async () => {
    const folder = aFolder();
    await makeDayOn(kind, folder);
    tamper(folder, `UPDATE days SET kind = '${other(kind)}'`);
    await expect(opening(kind, folder)).rejects.toMatchObject(KIND_DIFFERS);
  });

  it("refuses a journal of the other kind in its own one's place, and verifying says what it is", async () => {
    const [folder, foreign] = [aFolder(), aFolder()];
    const own = await makeDayOn(kind, folder);
    const copied = await makeDayOn(other(kind), foreign);
    copyFileSync(copied, own);
    await expect(opening(kind, folder)).rejects.toMatchObject(KIND_DIFFERS);
    const taken = verifyJournalFile(copied, { kind, day: null, anchors: [] });
    expect(taken).toMatchObject({ value: { genesisFault: 'kind-differs', isSound: false } });
    const asItIs = verifyJournalFile(copied, { kind: other(kind), day: null, anchors: [] });
    expect(asItIs).toMatchObject({ value: { genesisFault: null, isSound: true } });
  });
});

it('a folder that says nothing, from before rehearsals existed, is a real one', async () => {
  const folder = aFolder();
  await makeDayOn('real', folder);
  tamper(folder, "DELETE FROM settings WHERE name = 'kind'");
  await expect(opening('rehearsal', folder)).rejects.toMatchObject(KIND_DIFFERS);
  await openStation(portsOf('real', folder));
});

describe('the clock of a real station', () => {
  it('is moved by nothing that a page can ask', async () => {
    const real = new TestClock(MORNING);
    const { client } = await openStation(portsOf('real', aFolder(), real));
    for (const jumpTo of [null, beijing('09:00:00')]) {
      const refused = await client.invoke('rehearsal.setClock', { rate: 60, jumpTo });
      expect(refused).toMatchObject({ ok: false, error: { code: 'not-a-rehearsal' } });
    }
    await makeDay(client);
    await client.invoke('rehearsal.setClock', { rate: 60, jumpTo: beijing('09:00:00') });
    expect(valueOf(await client.invoke('station.clock', {}))).toMatchObject({ nowMs: real.wall(), rate: 1 });
  });

  it('and where its host cannot open one, no rehearsal is opened', async () => {
    const { client } = await openStation(portsOf('real', aFolder()));
    expect(valueOf(await client.invoke('station.status', {})).canRehearse).toBe(false);
    expect(await client.invoke('rehearsal.open', {})).toMatchObject({ error: { code: 'rehearsal-unavailable' } });
  });

  it('and what keeps its host from opening one is logged, not thrown', async () => {
    const openRehearsal = () => Promise.reject(new Error('no room'));
    const { client } = await openStation({ ...portsOf('real', aFolder()), openRehearsal });
    expect(await client.invoke('rehearsal.open', {})).toMatchObject({ error: { code: 'rehearsal-unavailable' } });
  });
});

describe("a rehearsal's clock", () => {
  it('may begin at any instant before a day is made, and goes forward only from then on', async () => {
    const { client } = await openStation(portsOf('rehearsal', aFolder()));
    const set = (time: string) => client.invoke('rehearsal.setClock', { rate: 10, jumpTo: beijing(time) });
    expect(valueOf(await set('07:00:00'))).toMatchObject({ nowMs: beijing('07:00:00'), timeInDoubt: false });
    await makeDay(client);
    expect(valueOf(await set('07:55:00'))).toMatchObject({ nowMs: beijing('07:55:00'), rate: 10, notice: null });
    expect(await set('07:54:59')).toMatchObject({ ok: false, error: { code: 'clock-only-forward' } });
    expect(valueOf(await client.invoke('station.clock', {}))).toMatchObject({ nowMs: beijing('07:55:00'), rate: 10 });
  });

  it('runs at its rate, and every page is told before the answer is', async () => {
    const real = new TestClock(MORNING);
    const { station, client } = await openStation(portsOf('rehearsal', aFolder(), real));
    const pushed: Push[] = [];
    station.subscribe((push) => pushed.push(push));
    await client.invoke('rehearsal.setClock', { rate: 60, jumpTo: null });
    expect(pushed).toMatchObject([{ push: 'clock', clock: { rate: 60 } }]);
    real.advance(1000);
    expect(valueOf(await client.invoke('station.clock', {})).nowMs).toBe(real.wall() + 59_000);
  });

  it('a computer whose clock is set meanwhile moves nothing in it', async () => {
    const real = new TestClock(MORNING);
    const { client } = await openStation(portsOf('rehearsal', aFolder(), real));
    await makeDay(client);
    real.jumpWall(-86_400_000);
    expect(valueOf(await client.invoke('station.clock', {}))).toMatchObject({
      nowMs: beijing('07:50:00'),
      timeInDoubt: false,
      notice: null,
    });
  });

  it('after a restart time is never behind what is recorded, whatever the clock’s own file says, and not in doubt', async () => {
    const folder = aFolder();
    const first = await openStation(portsOf('rehearsal', folder));
    const { candidates, first: actor } = await enactDay(first.client);
    await first.client.invoke('rehearsal.setClock', { rate: 1, jumpTo: beijing('08:10:00') });
    const [candidate] = candidates;
    if (candidate === undefined) throw new Error('nobody in the room');
    valueOf(await first.client.invoke('checkIn.confirm', checkInOf(candidate), { actor }));
    await first.station.close();
    const again = await openStation(portsOf('rehearsal', folder, new TestClock(MORNING), beijing('07:50:00')));
    expect(valueOf(await again.client.invoke('station.clock', {}))).toEqual({
      nowMs: beijing('08:10:00'),
      rate: 1,
      timeInDoubt: false,
      notice: null,
    });
  });
});

it('the other kind is told before anything is written: the folder keeps its identity under foreign secrets too', async () => {
  const folder = aFolder();
  await makeDayOn('rehearsal', folder);
  const before = identityIn(folder);
  await expect(opening('real', { ...folder, secrets: createMemorySecretStore() })).rejects.toMatchObject(KIND_DIFFERS);
  expect(identityIn(folder)).toEqual(before);
});

function identityIn({ dataDir }: Folder): unknown {
  const db = new Database(join(dataDir, 'station.db'), { readonly: true });
  const row = db.prepare('SELECT station, label, made_at_ms FROM identity').get();
  db.close();
  return row;
}
