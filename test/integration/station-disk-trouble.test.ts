import Database from 'better-sqlite3';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { verifyJournalFile } from '../../electron/station/journal/verify-file.ts';
import { Journal } from '../../electron/station/journal/journal.ts';
import { JournalWriteError } from '../../electron/station/journal/journal-errors.ts';
import type { SecretStore } from '../../electron/station/ports.ts';
import { createStation } from '../../electron/station/station.ts';
import { StationDb } from '../../electron/station/station-db/station-db.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { CandidateCard } from '../../shared/contract/views.ts';
import { as, type CommandId } from '../../shared/ids.ts';
import {
  checkInOf,
  type EnactedDay,
  enactDay,
  makeDay,
  PIN,
  ROOM,
  SCENARIO_DAY,
  valueOf,
} from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { unwrap } from '../support/journal-fixture.ts';
import { canLimitFiles, startRemoteStation } from '../support/remote-station.ts';
import { tempDir } from '../support/temp-dir.ts';
import { createMemorySecretStore, createTestPorts } from '../support/test-ports.ts';

async function saveLight(client: StationClient) {
  return valueOf(await client.invoke('station.status', {})).lights.save;
}

async function eventsOf(client: StationClient) {
  return valueOf(await client.invoke('events.since', { after: 0, limit: 5000 })).events;
}

/** Sends what is refused either way, and answers whether the station has the person as present. */
async function hasAsPresent(client: StationClient, { first }: EnactedDay, card: CandidateCard): Promise<boolean> {
  const input = checkInOf(card);
  const probe = { ...input, checks: { ...input.checks, ticket: 'missing' as const } };
  const answer = await client.invoke('checkIn.confirm', probe, { actor: first });
  if (answer.ok) throw new Error('recorded without a ticket');
  return answer.error.code === 'already-checked-in';
}

describe.skipIf(!canLimitFiles)('a station whose disk takes no more', () => {
  it('answers a check-in with not-saved, shows nothing as recorded, and records the same one once when there is room', {
    timeout: 30_000,
  }, async () => {
    const dataDir = tempDir();
    const station = await startRemoteStation(dataDir);
    const client = createDirectClient(station);
    const day = await enactDay(client);
    const path = join(dataDir, 'days', readdirSync(join(dataDir, 'days')).find((name) => name.endsWith('.journal'))!);
    station.limitFiles(statSync(`${path}-wal`).size + 60_000);

    let confirmed = 0;
    let answer = null;
    let card = day.candidates[0]!;
    const command = (seat: number) => as<CommandId>(`check-in-of-seat-${seat}`);
    const checkIn = () =>
      client.invoke('checkIn.confirm', checkInOf(card), { actor: day.first, command: command(card.seat) });
    let before = await eventsOf(client);
    for (answer = await checkIn(); answer.ok; answer = await checkIn()) {
      confirmed += 1;
      before = await eventsOf(client);
      card = day.candidates[confirmed]!;
    }
    expect(confirmed).toBeGreaterThan(0);
    expect(answer.error).toEqual({
      code: 'not-saved',
      rule: '',
      figures: { reason: expect.stringMatching(/^(disk-full|io-failed)$/) },
    });
    const trouble = { state: 'attention', code: answer.error.figures['reason'] };
    expect(await eventsOf(client)).toEqual(before);
    expect(await hasAsPresent(client, day, card)).toBe(false);
    expect(await saveLight(client), 'a refusal writes nothing and so heals nothing').toEqual(trouble);
    expect(await checkIn()).toMatchObject({ error: { code: 'not-saved' } });
    expect(await saveLight(client)).toEqual(trouble);

    station.limitFiles(null);
    const receipt = valueOf(await checkIn());
    expect(await saveLight(client)).toEqual({ state: 'good', code: 'saved' });
    expect(valueOf(await checkIn())).toEqual(receipt);
    const after = await eventsOf(client);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map(({ event }) => event.command)).toEqual([command(card.seat)]);
    expect(await hasAsPresent(client, day, card)).toBe(true);
    await station.close();
    const anchors = after.map(({ event: { station: by, epoch, seq }, hash }) => {
      return {
        source: 'acknowledged',
        day: null,
        kind: 'real',
        chain: { station: by },
        epoch,
        seq,
        hash,
        signature: null,
      } as const;
    });
    expect(unwrap(verifyJournalFile(path, { kind: 'real', day: null, anchors })).isSound).toBe(true);
  });

  it('[D10] answers a paper that cannot be kept with not-saved, records none, and issues it as the first one later', {
    timeout: 30_000,
  }, async () => {
    const dataDir = tempDir();
    const station = await startRemoteStation(dataDir);
    const client = createDirectClient(station);
    const { first } = await enactDay(client);
    const command = as<CommandId>('issue-of-the-sheet');
    const issue = () =>
      client.invoke('document.issueSignInSheet', { room: ROOM, paper: 'theory' }, { actor: first, command });
    const before = await eventsOf(client);
    station.limitFiles(10_000);
    // The sealed file's own failure: the journal's would be `io-failed`.
    const notSaved = { ok: false, error: { code: 'not-saved', rule: '', figures: { reason: 'disk-full' } } };
    expect(await issue()).toEqual(notSaved);
    expect(await eventsOf(client)).toEqual(before);
    expect(await saveLight(client)).toEqual({ state: 'attention', code: 'disk-full' });
    const papers = () => readdirSync(join(dataDir, 'papers'), { recursive: true, encoding: 'utf8' });
    expect(papers().filter((name) => name.includes('sealed'))).toEqual([]);

    station.limitFiles(null);
    const issued = valueOf(await issue());
    expect(issued.copy).toBe(1);
    expect(valueOf(await issue())).toEqual(issued);
    expect(await saveLight(client)).toEqual({ state: 'good', code: 'saved' });
    expect(
      valueOf(await client.invoke('document.read', { document: issued.document }, { actor: first })).bytes,
    ).not.toBe('');
    await station.close();
  });

  it('answers a day that cannot be made with not-saved at whatever size the disk stops, and makes it later', {
    timeout: 30_000,
  }, async () => {
    const dataDir = tempDir();
    const station = await startRemoteStation(dataDir);
    const client = createDirectClient(station);
    const command = as<CommandId>('making-of-the-day');
    const reasons = new Set<unknown>();
    const make = () => client.invoke('day.make', SCENARIO_DAY, { command });
    let limit = 16;
    station.limitFiles(limit);
    let answer = await make();
    for (; !answer.ok; answer = await make()) {
      expect(answer.error, `${limit} bytes`).toMatchObject({ code: 'not-saved' });
      reasons.add(answer.error.figures['reason']);
      const status = valueOf(await client.invoke('station.status', {}));
      expect(status).toMatchObject({ stage: 'no-day', days: [], lights: { save: { state: 'attention' } } });
      limit += 4096;
      station.limitFiles(limit);
    }
    // The key's file and the databases say it in different words.
    expect(reasons).toEqual(new Set(['disk-full', 'io-failed']));
    station.limitFiles(null);
    expect(await make()).toEqual(answer);
    const status = valueOf(await client.invoke('station.status', {}));
    expect(status).toMatchObject({ stage: 'no-roster', lights: { save: { state: 'good' } } });
    expect(status.days).toHaveLength(1);
    await station.close();
  });
});

describe('a day that cannot be made', () => {
  it('because its key cannot be kept is answered not-saved and leaves no journal', async () => {
    const secrets = createMemorySecretStore();
    let isFull = true;
    const small: SecretStore = {
      ...secrets,
      write(name, secret) {
        if (isFull && name.startsWith('day-')) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        secrets.write(name, secret);
      },
    };
    const dataDir = tempDir();
    const station = await createStation(createTestPorts({ dataDir, secrets: small }));
    const client = createDirectClient(station);
    expect(await client.invoke('day.make', SCENARIO_DAY)).toMatchObject({
      error: { code: 'not-saved', figures: { reason: 'disk-full' } },
    });
    expect(await saveLight(client)).toEqual({ state: 'attention', code: 'disk-full' });
    expect(existsSync(join(dataDir, 'days'))).toBe(false);
    isFull = false;
    await makeDay(client);
    expect(await saveLight(client)).toEqual({ state: 'good', code: 'saved' });
    await station.close();
  });

  it('because station.db takes no entry is answered not-saved, and its journal is not held open', async () => {
    const dataDir = tempDir();
    const ports = createTestPorts({ dataDir });
    const station = await createStation(ports);
    const client = createDirectClient(station);
    const command = as<CommandId>('making-of-the-day');
    vi.spyOn(StationDb.prototype, 'addDay').mockImplementationOnce(() => {
      throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
    });
    expect(await client.invoke('day.make', SCENARIO_DAY, { command })).toMatchObject({
      error: { code: 'not-saved', figures: { reason: 'disk-full' } },
    });
    expect(valueOf(await client.invoke('station.status', {}))).toMatchObject({
      stage: 'no-day',
      days: [],
      lights: { save: { state: 'attention', code: 'disk-full' } },
    });
    // A closed journal has given its WAL back.
    expect(readdirSync(join(dataDir, 'days')).filter((name) => name.endsWith('-wal'))).toEqual([]);
    valueOf(await client.invoke('day.make', SCENARIO_DAY, { command }));
    await station.close();

    const again = await createStation(ports);
    const status = valueOf(await createDirectClient(again).invoke('station.status', {}));
    expect(status).toMatchObject({ stage: 'no-roster', days: [{ title: SCENARIO_DAY.title }] });
    await again.close();
  });
});

it('of one command sent three times at once, the first of which the disk did not take, one is recorded and both others tell of it', async () => {
  const station = await createStation(createTestPorts({ dataDir: tempDir() }));
  const client = createDirectClient(station);
  const chief = await makeDay(client);
  const command = as<CommandId>('enlisting-of-somebody');
  const input = { role: 'technician', room: null, name: '吴技术', pin: PIN } as const;
  const before = await eventsOf(client);
  vi.spyOn(Journal.prototype, 'append').mockImplementationOnce(() => {
    throw new JournalWriteError('disk-full', null);
  });
  const send = () => client.invoke('staff.enlist', input, { actor: chief, command });
  const [first, second, third] = await Promise.all([send(), send(), send()]);
  expect(first).toMatchObject({ error: { code: 'not-saved' } });
  expect(second).toMatchObject({ ok: true });
  expect(third).toEqual(second);
  expect(await eventsOf(client)).toHaveLength(before.length + 1);
  await station.close();
});
