import { describe, expect, it } from 'vitest';
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

describe('a clock that people set', () => {
  /** The wall was set an hour back; what the listener is told. */
  function setBack() {
    const source = new TestClock('2022-11-19 09:00');
    const clock = new StationClock(source);
    const told: ClockView[] = [];
    clock.watch((view) => told.push(view));
    source.jumpWall(-3_600_000);
    const { nowMs } = clock.read();
    return { source, clock, told, nowMs };
  }

  it('[CK5] the wall accepted: the pages are told at once that time went back', () => {
    const { clock, told, nowMs } = setBack();
    try {
      clock.set({ kind: 'accept-wall', before: nowMs });
      expect(told).toMatchObject([{ nowMs: nowMs - 3_600_000, notice: null }]);
    } finally {
      clock.close();
    }
  });

  it('[CK6] an official time: counts from the moment that was meant, not from when it was on disk', () => {
    const { clock, source, told, nowMs } = setBack();
    try {
      source.advance(40);
      clock.set({ kind: 'official-time', before: nowMs, after: nowMs + 60_000 });
      expect(told).toMatchObject([{ nowMs: nowMs + 60_040, timeInDoubt: true, notice: { code: 'official-time' } }]);
    } finally {
      clock.close();
    }
  });

  it('[CK7] ratified: the pages are told at once that the doubt is over', () => {
    const { clock, told, nowMs } = setBack();
    try {
      clock.set({ kind: 'official-time', before: nowMs, after: nowMs + 60_000 });
      clock.ratify();
      expect(told.at(-1)).toMatchObject({ timeInDoubt: false, notice: { code: 'official-time' } });
    } finally {
      clock.close();
    }
  });
});
