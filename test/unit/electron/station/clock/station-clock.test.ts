import { expect, it } from 'vitest';
import { StationClock } from '../../../../../electron/station/clock/station-clock.ts';
import type { ClockView } from '../../../../../shared/contract/views.ts';
import { TestClock } from '../../../../support/test-clock.ts';

it('a jump is told at once, also when a request has read the clock in between', async () => {
  const source = new TestClock('2022-11-19 07:59:50');
  source.setRate(0);
  const clock = new StationClock(source);
  const told: ClockView[] = [];
  clock.watch((view) => told.push(view));
  try {
    await expect.poll(() => told.length, { timeout: 3000 }).toBe(1);
    source.setWall('2022-11-19 08:00:00');
    clock.read(); // as any call does
    await expect.poll(() => told.length, { timeout: 600, interval: 20 }).toBe(2);
    expect(told[1]?.nowMs).toBe(Date.parse('2022-11-19T08:00:00+08:00'));
  } finally {
    clock.close();
  }
});
