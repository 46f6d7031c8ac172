import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import type { ClockView } from '../../../../shared/contract/views.ts';
import { takeClock } from '../../../../renderer/stores/station-store.ts';
import { followSeconds, secondNow } from '../../../../renderer/stores/use-now.ts';

const NINE = Date.parse('2022-11-19T09:00:00+08:00');

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
});

/** The page's own timers run, or never come, as in a page that stands behind another one. */
function openPage({ areTimersAwake = true } = {}) {
  const timers = areTimersAwake ? setTimeout : () => 0;
  vi.stubGlobal('window', { setTimeout: timers });
  onTestFinished(() => void vi.unstubAllGlobals());
  const seen: number[] = [];
  takeClock(said(NINE - 1_500));
  onTestFinished(followSeconds(() => seen.push(secondNow())));
  return seen;
}

function said(nowMs: number): ClockView {
  return { nowMs, rate: 1, timeInDoubt: false, notice: null };
}

it('counts on by itself between two words from the station, each second once', () => {
  const seen = openPage();
  vi.advanceTimersByTime(2_000);
  expect(seen).toEqual([NINE - 2_000, NINE - 1_000, NINE]);
});

it('[CK2] a jump shows at once', () => {
  const seen = openPage();
  takeClock(said(NINE + 34 * 60_000));
  expect(seen.at(-1)).toBe(NINE + 34 * 60_000);
});

it('[AL1] behind another page, whose timers sleep, it goes on with every word from the station', () => {
  const seen = openPage({ areTimersAwake: false });
  vi.advanceTimersByTime(1_000);
  takeClock(said(NINE - 500 - 40)); // the line took a while: the same clock
  vi.advanceTimersByTime(1_000);
  takeClock(said(NINE + 500 - 40));
  expect(seen).toEqual([NINE - 2_000, NINE - 1_000, NINE]);
});
