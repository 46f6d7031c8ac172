import { expect, it } from 'vitest';
import { createTries } from '../../../../../electron/station/keys/tries.ts';

it('two wrong codes cost nothing; from the third on each makes the next wait twice as long, a minute at most', () => {
  const tries = createTries();
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map(() => {
    tries.failed(1000);
    return tries.waitMs(1000);
  });
  expect(waits).toEqual([0, 0, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
});

it('the waiting runs on real time, and a right code ends it', () => {
  const tries = createTries();
  for (let at = 0; at < 4; at += 1) tries.failed(500);
  expect([tries.waitMs(2500), tries.waitMs(4500), tries.waitMs(9000)]).toEqual([2000, 0, 0]);
  tries.succeeded();
  tries.failed(9000);
  expect(tries.waitMs(9000)).toBe(0);
});
