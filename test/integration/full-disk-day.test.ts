import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { liveOnFullDisk } from '../support/full-disk-day.ts';
import { planFullDisk } from '../support/full-disk-plan.ts';
import { whyNoMounts } from '../support/small-disk.ts';

/** A day has acts for some thirty. */
const INSTANTS = 30;

it('a station whose disk is full at random instants of a whole day refuses before it confirms, loses nothing, and goes on by itself', {
  timeout: 60_000,
}, async ({ skip }) => {
  const why = whyNoMounts();
  skip(why !== null, why ?? '');
  const seed = Number(process.env['DISK_SEED'] ?? randomInt(2 ** 31));
  console.log(`DISK_SEED=${seed}`);
  const day = await liveOnFullDisk(planFullDisk(seed, INSTANTS));
  const { instants, refusals, confirmed, lost, falselyKept, faults, isDone } = day;
  console.log(`full ${instants} times, refused ${JSON.stringify(refusals)}, ${confirmed} confirmed`);
  expect({ lost, falselyKept, faults }).toEqual({ lost: [], falselyKept: [], faults: [] });
  expect(isDone).toBe(true);
  expect(instants).toBeGreaterThan(20);
  expect(Object.values(refusals).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(15);
});
