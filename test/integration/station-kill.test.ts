import { randomInt } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { verifyJournalFile } from '../../electron/station/journal/verify-file.ts';
import type { Station } from '../../electron/station/station-face.ts';
import { createStation } from '../../electron/station/station.ts';
import type { Receipt, StoredEvent } from '../../shared/contract/views.ts';
import { as, type DayId } from '../../shared/ids.ts';
import { createFold, foldEvents } from '../../shared/sync/merge.ts';
import { enactDay, importRoster, makeDay, ROOM, valueOf } from '../support/day-scenario.ts';
import { askPlainly, createDirectClient } from '../support/direct-client.ts';
import { unwrap } from '../support/journal-fixture.ts';
import { type KillPlan, type KillReport, planKills } from '../support/kill-plan.ts';
import { runUntilKilled, startKillable } from '../support/run-until-killed.ts';
import {
  crewOf,
  presenceOf,
  probeOf,
  type StationAct,
  stateDigest,
  stationCommandId,
} from '../support/station-acts.ts';
import { morningOf } from '../support/station-kill-time.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';
import { createTestPorts } from '../support/test-ports.ts';

const CHILD = fileURLToPath(new URL('../support/station-kill-child.ts', import.meta.url));
const IMPORT_CHILD = fileURLToPath(new URL('../support/station-import-kill-child.ts', import.meta.url));
const KILLS = 9;
const SPREAD = { kills: KILLS, acts: 24, inserts: 30, afterMs: 90 };
/** The next start comes half a minute after the kill. */
const RESTART_MS = 30_000;

/** What was confirmed in the whole test, with the act that asked for it. */
interface Confirmed {
  readonly number: number;
  readonly seq: number;
  readonly hash: string;
  readonly act: StationAct;
  readonly receipt: Receipt;
}

function openStation(dataDir: string, wall: number | string): Promise<Station> {
  const secrets = createFileSecretStore(join(dataDir, 'secrets'));
  return createStation(createTestPorts({ dataDir, clock: new TestClock(wall), secrets }));
}

async function prepareDay(dataDir: string): Promise<void> {
  const station = await openStation(dataDir, '2022-11-19 07:50');
  await enactDay(createDirectClient(station));
  await station.close();
}

async function eventsOf(station: Station): Promise<readonly StoredEvent[]> {
  const client = createDirectClient(station);
  const all: StoredEvent[] = [];
  for (;;) {
    const { events } = valueOf(await client.invoke('events.since', { after: all.at(-1)?.arrival ?? 0, limit: 5000 }));
    if (events.length === 0) return all;
    all.push(...events);
  }
}

function ask(station: Station, { method, call }: StationAct) {
  return askPlainly(station, method, call);
}

function confirmedBy(report: KillReport): readonly Confirmed[] {
  const acts = new Map(report.started.map(({ number, more }) => [number, unpacked<StationAct>(more[0])]));
  return report.acks.map(({ number, seq, hash, more }) => {
    const act = acts.get(number);
    if (act === undefined) throw new Error(`confirmed without a beginning: ${number}`);
    return { number, seq, hash, act, receipt: unpacked<Receipt>(more[0]) };
  });
}

/** Starts the station as after the power cut and holds it against everything that was ever confirmed. */
async function checkRestart(plan: KillPlan, report: KillReport, confirmed: readonly Confirmed[]): Promise<void> {
  const station = await openStation(plan.path, morningOf(plan) + RESTART_MS);
  try {
    const before = await eventsOf(station);
    await checkConfirmed(station, confirmed);
    expect(await eventsOf(station), 'asking again records nothing').toHaveLength(before.length);
    checkScreen(report, before);
    await checkState(station, before);
    await checkCutOff(station, plan, report, before);
    const once = (await eventsOf(station))
      .flatMap(({ event }) => event.command ?? [])
      .filter((id) => id.startsWith('act-'));
    expect(once, 'no act twice').toHaveLength(new Set(once).size);
  } finally {
    await station.close();
  }
  checkChain(plan.path, confirmed);
}

/** Every confirmed act is there: asked again it gives the same receipt, and the receipt names its event. */
async function checkConfirmed(station: Station, confirmed: readonly Confirmed[]): Promise<void> {
  const byCommand = new Map((await eventsOf(station)).map((stored) => [stored.event.command, stored]));
  for (const { number, act, receipt } of confirmed) {
    expect(await ask(station, act), `confirmed ${number}`).toEqual({ ok: true, value: receipt });
    const stored = byCommand.get(stationCommandId(number));
    expect(stored && { seq: stored.event.seq, arrival: stored.arrival }, `recorded ${number}`).toEqual({
      seq: receipt.events[0]?.seq,
      arrival: receipt.arrival,
    });
  }
}

/** What the screen showed at the last confirmation is what the events up to there fold to, from scratch. */
function checkScreen(report: KillReport, events: readonly StoredEvent[]): void {
  const last = report.acks.at(-1);
  if (last === undefined) return;
  const { arrival } = unpacked<Receipt>(last.more[0]);
  const shown = events.filter((stored) => stored.arrival <= arrival);
  expect(stateDigest(foldEvents(createFold(), shown).state), 'the screen at the last confirmation').toBe(last.more[1]);
}

/** The state that the station decides on is the fold of its events: person by person, by what it answers. */
async function checkState(station: Station, events: readonly StoredEvent[]): Promise<void> {
  const { state } = foldEvents(createFold(), events);
  const crew = crewOf(valueOf(await createDirectClient(station).invoke('staff.list', {})).staff);
  const people = Object.values(state.rooms[ROOM]?.candidates ?? {});
  expect(people).toHaveLength(40);
  for (const person of people) {
    const presence = presenceOf(person);
    expect(await ask(station, probeOf(crew, person))).toMatchObject({
      error:
        presence === null
          ? { code: 'documents-missing' }
          : { code: 'already-checked-in', figures: { at: presence.occurredAt, seat: person.seat } },
    });
  }
}

/** At most one act has no answer; it is there whole or not at all, and sending it again leaves it there once. */
async function checkCutOff(
  station: Station,
  plan: KillPlan,
  report: KillReport,
  events: readonly StoredEvent[],
): Promise<void> {
  const cutOff = report.started.filter(({ number }) => !report.acks.some((ack) => ack.number === number));
  expect(cutOff.length).toBeLessThanOrEqual(1);
  const known = new Set<string | null>(report.started.map(({ number }) => stationCommandId(number)));
  const ofThisRun = events.filter(({ event }) => isOfRun(event.command, plan));
  expect(ofThisRun.every(({ event }) => known.has(event.command))).toBe(true);
  expect([report.acks.length, report.acks.length + cutOff.length]).toContain(ofThisRun.length);
  for (const { number, more } of cutOff) {
    const act = unpacked<StationAct>(more[0]);
    const stored = events.filter(({ event }) => event.command === stationCommandId(number));
    if (plan.kind === 'inside') expect(stored, 'a transaction cut off').toHaveLength(0);
    const again = await ask(station, act);
    const isAlone = act.method === 'act.undo' && act.call.second === null;
    // After a restart nobody knows any more how long ago it was: taken back alone it is refused, unless it was recorded.
    if (isAlone && stored.length === 0) expect(again).toMatchObject({ error: { code: 'undo-too-late' } });
    else expect(again).toMatchObject({ ok: true });
    if (stored.length > 0) expect(again).toMatchObject({ value: { arrival: stored[0]?.arrival } });
    expect(await ask(station, act)).toEqual(again);
  }
}

function checkChain(dataDir: string, confirmed: readonly Confirmed[]): void {
  const [fileName = ''] = readdirSync(join(dataDir, 'days')).filter((name) => name.endsWith('.journal'));
  const day = as<DayId>(fileName.replace('.journal', ''));
  const anchors = confirmed.map(({ seq, hash, receipt }) => ({
    source: 'acknowledged' as const,
    day,
    kind: 'real' as const,
    chain: { station: receipt.events[0]!.station },
    epoch: 1,
    seq,
    hash,
    signature: null,
  }));
  const verified = unwrap(verifyJournalFile(join(dataDir, 'days', fileName), { kind: 'real', day, anchors }));
  const last = Math.max(0, ...confirmed.map(({ seq }) => seq));
  expect(verified).toMatchObject({ isSound: true, missingArrivals: 0, chains: [{ anchoredTo: last }] });
}

function isOfRun(command: string | null, { firstNumber }: KillPlan): boolean {
  const number = command?.startsWith('act-') ? Number(command.slice(4)) : -1;
  return Math.floor(number / 10_000) === firstNumber / 10_000;
}

function unpacked<T>(packed: string | undefined): T {
  return JSON.parse(Buffer.from(packed ?? '', 'base64url').toString()) as T; // said by the child of this test
}

function kindOf({ method, call }: StationAct): string {
  if (method === 'checkIn.confirm') return call.occurredAt === null ? 'check-in' : 'check-in entered late';
  if (method === 'act.undo') return call.second === null ? 'undo alone' : 'undo with a witness';
  return method;
}

it('a station killed at any point of a morning keeps every act that it confirmed, once, and starts in the same state', {
  timeout: 60_000,
}, async () => {
  const seed = Number(process.env['KILL_SEED'] ?? randomInt(2 ** 31));
  console.log(`KILL_SEED=${seed}`);
  // One folder for all: every run goes on from what the kills before have left.
  const dataDir = tempDir();
  const plans = planKills(dataDir, seed, SPREAD);
  let next = startKillable(CHILD, plans[0]!);
  const confirmed: Confirmed[] = [];
  const counts = { inside: 0, cutOff: 0 };
  try {
    await prepareDay(dataDir);
    for (const [index, plan] of plans.entries()) {
      const child = next;
      const following = plans[index + 1];
      const report = await runUntilKilled(child, plan);
      if (following) next = startKillable(CHILD, following);
      confirmed.push(...confirmedBy(report));
      await checkRestart(plan, report, confirmed);
      counts.inside += report.wasInside ? 1 : 0;
      counts.cutOff += report.started.length - report.acks.length;
    }
  } finally {
    next.kill('SIGKILL');
  }
  const kinds = Object.entries(Object.groupBy(confirmed, ({ act }) => kindOf(act))).map(
    ([k, of]) => `${of?.length} ${k}`,
  );
  console.log(
    `${KILLS} kills, ${confirmed.length} confirmed (${kinds.join(', ')}), ${counts.cutOff} cut off, ${counts.inside} inside a transaction`,
  );
  expect(counts.inside).toBe(plans.filter(({ kind }) => kind === 'inside').length);
  expect(kinds).toHaveLength(5);
});

it('a station killed inside the import of its roster has nothing of it, and takes it whole the next time', {
  timeout: 30_000,
}, async () => {
  const dataDir = tempDir();
  const station = await openStation(dataDir, '2022-11-19 07:50');
  const chief = await makeDay(createDirectClient(station));
  const before = await eventsOf(station);
  await station.close();
  for (const inserts of [1, 30]) {
    const plan: KillPlan = { path: dataDir, firstNumber: 0, kind: 'inside', inserts };
    expect((await runUntilKilled(startKillable(IMPORT_CHILD, plan), plan)).wasInside).toBe(true);
    const again = await openStation(dataDir, '2022-11-19 07:54');
    expect(await eventsOf(again), `killed after ${inserts} of its events`).toEqual(before);
    expect(valueOf(await createDirectClient(again).invoke('station.status', {})).stage).toBe('no-roster');
    await again.close();
  }
  const last = await openStation(dataDir, '2022-11-19 07:55');
  const client = createDirectClient(last);
  const receipt = await importRoster(client, chief, { kind: 'room', room: ROOM });
  expect(receipt.events.length).toBeGreaterThan(40);
  const { candidates } = valueOf(await client.invoke('candidates.list', { room: ROOM }, { actor: chief }));
  expect(candidates).toHaveLength(40);
  await last.close();
});
