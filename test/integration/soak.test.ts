import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { planKills } from '../support/kill-plan.ts';
import { soakDay } from '../support/soak-run.ts';
import { tempDir } from '../support/temp-dir.ts';

/** More than a day takes: it is over after some twenty, each of them after a few acts; `npm run soak` has a thousand. */
const SPREAD = { kills: 150, acts: 18, inserts: 4, afterMs: 60 };

it('a station killed at random instants of a whole day of two papers loses nothing that it confirmed, and lives the day to its end', {
  timeout: 120_000,
}, async () => {
  const seed = Number(process.env['KILL_SEED'] ?? randomInt(2 ** 31));
  console.log(`KILL_SEED=${seed}`);
  const dataDir = tempDir();
  const day = await soakDay(dataDir, planKills(dataDir, seed, SPREAD));
  const { kills, confirmed, cutOff, inside, faults, isDone } = day;
  console.log(`${kills} kills, ${confirmed} confirmed, ${cutOff} cut off, ${inside} inside a transaction`);
  expect(faults).toEqual([]);
  expect(isDone).toBe(true);
  expect(inside).toBeGreaterThan(2);
});
