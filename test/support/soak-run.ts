import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { verifyJournalFile } from '../../electron/station/journal/verify-file.ts';
import type { Station } from '../../electron/station/station-face.ts';
import { createStation } from '../../electron/station/station.ts';
import type { Receipt, StoredEvent } from '../../shared/contract/views.ts';
import { as, type DayId, type StationId } from '../../shared/ids.ts';
import { createFold, foldEvents } from '../../shared/sync/merge.ts';
import { enactDay, valueOf } from './day-scenario.ts';
import { askPlainly, createDirectClient } from './direct-client.ts';
import { unwrap } from './journal-fixture.ts';
import type { KillPlan, KillReport } from './kill-plan.ts';
import { type KillableChild, runUntilKilled, startKillable } from './run-until-killed.ts';
import { soakCommandId } from './soak-day.ts';
import { type StationAct, stateDigest } from './station-acts.ts';
import { TestClock } from './test-clock.ts';
import { createTestPorts } from './test-ports.ts';

const CHILD = fileURLToPath(new URL('./soak-child.ts', import.meta.url));

/** A confirmed command: what was asked, what was answered, and the head then. */
interface Confirmed {
  readonly number: number;
  readonly act: StationAct;
  readonly receipt: Receipt;
  readonly seq: number;
  readonly hash: string;
}

export interface SoakResult {
  readonly kills: number;
  readonly confirmed: number;
  /** Begun, not confirmed: found whole, or not at all. */
  readonly cutOff: number;
  /** Killed between an insert and its commit. */
  readonly inside: number;
  /** From the start of a station on what a kill left until it answers, ms. */
  readonly reopenMs: readonly number[];
  /** What did not hold, in words; empty when all did. */
  readonly faults: readonly string[];
  /** Whether the day was lived to its end. */
  readonly isDone: boolean;
}

/** Starts a child for a plan ahead of time, and hands out the one that was. */
class ChildLine {
  #next: { readonly plan: KillPlan; readonly child: KillableChild } | null = null;

  take(plan: KillPlan, following: KillPlan | undefined): KillableChild {
    const child = this.#next?.plan === plan ? this.#next.child : startKillable(CHILD, plan);
    this.#next = following === undefined ? null : { plan: following, child: startKillable(CHILD, following) };
    return child;
  }

  end(): void {
    this.#next?.child.kill('SIGKILL');
    this.#next = null;
  }
}

/** Lives SOAK_DAY in a new folder, killed by each plan in turn and held against all that was confirmed after each kill. */
export async function soakDay(dataDir: string, plans: readonly KillPlan[]): Promise<SoakResult> {
  const first = await openStation(dataDir, '2022-11-19 07:50');
  await enactDay(createDirectClient(first));
  await first.close();
  const confirmed: Confirmed[] = [];
  const faults: string[] = [];
  const reopenMs: number[] = [];
  let [kills, cutOff, inside, isDone] = [0, 0, 0, false];
  // A computer that starts again is never behind what it wrote: that is another test's.
  let lastMs = Date.parse('2022-11-19T07:55:00+08:00');
  const line = new ChildLine();
  try {
    for (const [index, plan] of plans.entries()) {
      const report = await runUntilKilled(line.take(plan, plans[index + 1]), plan, String(lastMs));
      kills += 1;
      inside += report.wasInside ? 1 : 0;
      confirmed.push(...confirmedBy(report));
      cutOff += report.started.length - report.acks.length;
      const began = performance.now();
      const station = await openStation(dataDir, lastMs);
      reopenMs.push(performance.now() - began);
      faults.push(...(await faultsOf(station, report, confirmed)));
      for (const { event } of await eventsOf(station)) lastMs = Math.max(lastMs, event.at);
      await station.close();
      faults.push(...chainFaults(dataDir, confirmed));
      isDone = report.isDone;
      if (isDone) break;
    }
  } finally {
    line.end();
  }
  return { kills, confirmed: confirmed.length, cutOff, inside, reopenMs, faults, isDone };
}

function openStation(dataDir: string, wall: number | string): Promise<Station> {
  const secrets = createFileSecretStore(join(dataDir, 'secrets'));
  return createStation(createTestPorts({ dataDir, clock: new TestClock(wall), secrets }));
}

/** What of all that was ever confirmed does not hold in the station that was opened after the kill. */
async function faultsOf(
  station: Station,
  report: KillReport,
  confirmed: readonly Confirmed[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  const before = await eventsOf(station);
  const recorded = new Set(before.map(({ event, hash }) => `${event.command} ${event.seq} ${hash}`));
  for (const { number, seq, hash } of confirmed) {
    if (!recorded.has(`${soakCommandId(number)} ${seq} ${hash}`))
      faults.push(`${number} was confirmed and is not there`);
  }
  // All of them at the end of the day, those of this run after each.
  for (const { number, act, receipt } of report.isDone
    ? confirmed
    : confirmed.slice(-report.acks.length || confirmed.length)) {
    const again = await askPlainly(station, act.method, act.call);
    if (!again.ok || jsonOf(again.value) !== jsonOf(receipt))
      faults.push(`${number} was confirmed and is answered ${JSON.stringify(again)}`);
  }
  if (report.started.length - report.acks.length > 1) faults.push('more than one command was under way');
  if ((await eventsOf(station)).length !== before.length) faults.push('asking again recorded something');
  const names = before.map(({ event }) => `${event.station} ${event.epoch} ${event.seq}`);
  if (new Set(names).size !== names.length) faults.push('a number was given twice');
  const last = report.acks.at(-1);
  if (last === undefined) return faults;
  const shown = before.filter(({ arrival }) => arrival <= unpacked<Receipt>(last.more[0]).arrival);
  if (stateDigest(foldEvents(createFold(), shown).state) !== last.more[1])
    faults.push('the screen showed another state than its events fold to');
  return faults;
}

/** The file recomputed, and held against every head that was confirmed. */
function chainFaults(dataDir: string, confirmed: readonly Confirmed[]): readonly string[] {
  const days = join(dataDir, 'days');
  const [name = ''] = readdirSync(days).filter((file) => file.endsWith('.journal'));
  const anchors = confirmed.map(({ seq, hash, receipt }) => ({
    source: 'acknowledged' as const,
    day: as<DayId>(name.replace('.journal', '')),
    kind: 'real' as const,
    chain: { station: receipt.events[0]?.station ?? as<StationId>('') },
    epoch: 1,
    seq,
    hash,
    signature: null,
  }));
  const report = unwrap(verifyJournalFile(join(days, name), { kind: 'real', day: null, anchors }));
  return report.isSound ? [] : [`the file does not prove itself: ${JSON.stringify(report)}`];
}

async function eventsOf(station: Station): Promise<readonly StoredEvent[]> {
  const client = createDirectClient(station);
  return valueOf(await client.invoke('events.since', { after: 0, limit: 5000 })).events;
}

function confirmedBy(report: KillReport): readonly Confirmed[] {
  const acts = new Map(report.started.map(({ number, more }) => [number, unpacked<StationAct>(more[0])]));
  return report.acks.flatMap(({ number, seq, hash, more }) => {
    const act = acts.get(number);
    return act === undefined ? [] : [{ number, seq, hash, act, receipt: unpacked<Receipt>(more[0]) }];
  });
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value);
}

function unpacked<T>(packed: string | undefined): T {
  return JSON.parse(Buffer.from(packed ?? '', 'base64url').toString()) as T; // said by the child of this test
}
