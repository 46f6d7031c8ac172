/**
 * `npm run soak [-- KILLS [SEED]]`: stations that live both papers of a day are killed (SIGKILL) at seeded random instants
 * and opened again, 1,000 times unless told otherwise; after each kill all that was ever confirmed is looked for. What is
 * modelled is the death of the process; a disk that says "saved" and does not save is not. Exit code 1 when anything was
 * lost. The folders lie on the project's own disk and are removed at the end.
 */
import { randomInt } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { planKills } from '../support/kill-plan.ts';
import { type SoakResult, soakDay } from '../support/soak-run.ts';

const CACHE_DIR = join(import.meta.dirname, '..', '..', 'node_modules', '.cache');
const SPREAD = { acts: 7, inserts: 4, afterMs: 60 };
/** More than a day takes: it is over after some fifty. */
const KILLS_OF_A_DAY = 150;

const [wanted = '1000', seedText = String(randomInt(2 ** 31))] = process.argv.slice(2);
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
    process.stderr.write(`${done + day.kills} of ${kills} kills, ${sum(({ faults }) => faults.length)} faults\n`);
  }
} finally {
  rmSync(ground, { recursive: true, force: true });
}

const reopen = days.flatMap(({ reopenMs }) => reopenMs).toSorted((a, b) => a - b);
const lost = sum(({ faults }) => faults.length);
const rows: readonly (readonly [string, string | number])[] = [
  ['seed', seed],
  ['kills', sum((day) => day.kills)],
  ['of these inside a transaction', sum((day) => day.inside)],
  ['days lived to their end', days.filter(({ isDone }) => isDone).length],
  ['confirmed acts', sum((day) => day.confirmed)],
  ['begun and not confirmed', sum((day) => day.cutOff)],
  ['lost or doubled', lost],
  ['reopened in, p50', `${percentile(0.5).toFixed(0)} ms`],
  ['reopened in, p99', `${percentile(0.99).toFixed(0)} ms`],
];
for (const [what, figure] of rows) console.log(`${what.padEnd(32)}${String(figure).padStart(12)}`);
process.exitCode = lost === 0 ? 0 : 1;

function sum(of: (day: SoakResult) => number): number {
  return days.reduce((total, day) => total + of(day), 0);
}

function percentile(part: number): number {
  return reopen[Math.min(reopen.length - 1, Math.floor(reopen.length * part))] ?? Number.NaN;
}
