/**
 * `npm run soak [-- KILLS [SEED [INSTANTS]]]`: stations that live both papers of a day are killed (SIGKILL) at seeded random instants
 * and opened again, 1,000 times unless told otherwise; after each kill all that was ever confirmed is looked for. What is
 * modelled is the death of the process; a disk that says "saved" and does not save is not. Then others live the day on a
 * small disk in memory that is full at seeded random instants, 200 unless told otherwise, some of which end in a kill;
 * where no disk can be mounted it says so. Exit code 1 when anything was lost, or kept though it had been refused. The
 * folders lie on the project's own disk and are removed at the end.
 */
import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type FullDiskResult, liveOnFullDisk } from '../support/full-disk-day.ts';
import { planFullDisk } from '../support/full-disk-plan.ts';
import { planKills } from '../support/kill-plan.ts';
import { whyNoMounts } from '../support/small-disk.ts';
import { type SoakResult, soakDay } from '../support/soak-run.ts';

const CACHE_DIR = join(import.meta.dirname, '..', '..', 'node_modules', '.cache');
const SPREAD = { acts: 7, inserts: 4, afterMs: 60 };
/** More than a day takes: it is over after some fifty. */
const KILLS_OF_A_DAY = 150;
/** What a day has acts for. */
const INSTANTS_OF_A_DAY = 30;

const [wanted = '1000', seedText = String(randomInt(2 ** 31)), instantsText = '200'] = process.argv.slice(2);
const kills = Number(wanted);
const seed = Number(seedText);
mkdirSync(CACHE_DIR, { recursive: true });
const ground = mkdtempSync(join(CACHE_DIR, 'soak-'));
const days: SoakResult[] = [];
try {
  for (let done = 0; done < kills; done += days.at(-1)?.kills ?? KILLS_OF_A_DAY) {
    const dataDir = join(ground, String(days.length));
    mkdirSync(dataDir, { mode: 0o700 });
    const spread = { ...SPREAD, kills: Math.min(KILLS_OF_A_DAY, kills - done) };
    const day = await soakDay(dataDir, planKills(dataDir, seed + days.length, spread));
    days.push(day);
    for (const fault of day.faults) console.error(`day ${days.length}: ${fault}`);
    process.stderr.write(`${done + day.kills} of ${kills} kills, ${of(days, ({ faults }) => faults.length)} faults\n`);
  }
} finally {
  rmSync(ground, { recursive: true, force: true });
}

const reopen = days.flatMap(({ reopenMs }) => reopenMs).toSorted((a, b) => a - b);
const lost = of(days, ({ faults }) => faults.length);
const rows: readonly (readonly [string, string | number])[] = [
  ['seed', seed],
  ['kills', of(days, (day) => day.kills)],
  ['of these inside a transaction', of(days, (day) => day.inside)],
  ['days lived to their end', days.filter(({ isDone }) => isDone).length],
  ['confirmed acts', of(days, (day) => day.confirmed)],
  ['begun and not confirmed', of(days, (day) => day.cutOff)],
  ['lost or doubled', lost],
  ['reopened in, p50', `${percentile(0.5).toFixed(0)} ms`],
  ['reopened in, p99', `${percentile(0.99).toFixed(0)} ms`],
];
print(rows);
const isDiskSound = await soakDisk(Number(instantsText));
process.exitCode = lost === 0 && isDiskSound ? 0 : 1;

/** The second table: a disk that is full at random instants. True when nothing was lost and nothing kept falsely. */
async function soakDisk(wantedInstants: number): Promise<boolean> {
  const why = whyNoMounts();
  if (why !== null) console.log(`full disk: not tried, ${why}`);
  if (why !== null || wantedInstants === 0) return true;
  const results: FullDiskResult[] = [];
  for (let done = 0; done < wantedInstants; done = of(results, ({ instants }) => instants)) {
    const planned = planFullDisk(seed + results.length, Math.min(INSTANTS_OF_A_DAY, wantedInstants - done));
    const day = await liveOnFullDisk(planned);
    results.push(day);
    for (const words of [...day.lost, ...day.falselyKept, ...day.faults])
      console.error(`full disk, day ${results.length}: ${words}`);
    process.stderr.write(`full ${done + day.instants} of ${wantedInstants} times\n`);
  }
  const refusals: Record<string, number> = {};
  for (const day of results)
    for (const [method, count] of Object.entries(day.refusals)) refusals[method] = (refusals[method] ?? 0) + count;
  const faults = of(results, (day) => day.faults.length);
  const lostActs = of(results, (day) => day.lost.length);
  const falselyKept = of(results, (day) => day.falselyKept.length);
  print([
    ['', ''],
    ['disk full at random instants', of(results, (day) => day.instants)],
    ['of these ended by a kill', of(results, (day) => day.kills)],
    ['confirmed acts', of(results, (day) => day.confirmed)],
    ['refused as not saved', Object.values(refusals).reduce((total, count) => total + count, 0)],
    ...Object.entries(refusals).map(([method, count]) => [`  ${method}`, count] as const),
    ['confirmed and lost', lostActs],
    ['refused and kept all the same', falselyKept],
    ['other faults', faults],
  ]);
  return lostActs + falselyKept + faults === 0;
}

function print(table: typeof rows): void {
  for (const [what, figure] of table) console.log(`${what.padEnd(32)}${String(figure).padStart(12)}`);
}

function of<T>(results: readonly T[], figure: (result: T) => number): number {
  return results.reduce((total, result) => total + figure(result), 0);
}

function percentile(part: number): number {
  return reopen[Math.min(reopen.length - 1, Math.floor(reopen.length * part))] ?? Number.NaN;
}
