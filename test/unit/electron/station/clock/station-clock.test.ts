import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { StationClock } from '../../../../../electron/station/clock/station-clock.ts';
import type { ClockView } from '../../../../../shared/contract/views.ts';
import { TestClock } from '../../../../support/test-clock.ts';

it('a jump is told at the next look, also when a request has read the clock in between', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const source = new StillClock('2022-11-19 07:59:50');
  source.setRate(0);
  const clock = new StationClock(source);
  onTestFinished(() => clock.close());
  const told: ClockView[] = [];
  clock.watch((view) => told.push(view));
  vi.advanceTimersByTime(200);
  expect(told).toEqual([]);
  source.setWall('2022-11-19 08:00:00');
  clock.read(); // as any call does
  vi.advanceTimersByTime(200);
  expect(told.map(({ nowMs }) => nowMs)).toEqual([Date.parse('2022-11-19T08:00:00+08:00')]);
  vi.advanceTimersByTime(600);
  expect(told).toHaveLength(1);
  source.elapse(1_000);
  vi.advanceTimersByTime(200);
  expect(told).toHaveLength(2); // once a second in any case
});

it.each<[string, (source: TestClock) => void, Partial<ClockView>]>([
  ['a change of speed', (source) => source.setRate(10), { rate: 10 }],
  [
    'a wall that was set back',
    (source) => source.jumpWall(-60_000),
    { notice: { code: 'wall-behind', deltaMs: -60_000 } },
  ],
])('%s is told at the next look', (_, change, told) => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const source = new StillClock('2022-11-19 08:00');
  const clock = new StationClock(source);
  onTestFinished(() => clock.close());
  const heard: ClockView[] = [];
  clock.watch((view) => heard.push(view));
  change(source);
  vi.advanceTimersByTime(200);
  expect(heard).toMatchObject([told]);
});

/** Its real time, too, goes on only when the test says so. */
class StillClock extends TestClock {
  #elapsedMs = 0;

  override elapsed(): number {
    return this.#elapsedMs;
  }

  override elapse(ms: number): void {
    this.#elapsedMs += ms;
  }
}

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
