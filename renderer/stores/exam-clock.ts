import type { ClockView } from '../../shared/contract/views.ts';

/** A reading of the station's guarded clock, pinned to the page's own real time. */
export interface ClockAnchor {
  /** Guarded time at the pin, UTC ms. */
  readonly nowMs: number;
  /** Exam milliseconds per real millisecond; 0 while the clock stands. */
  readonly rate: number;
  /** The page's real time at the pin, ms. */
  readonly elapsedMs: number;
}

/** A push that differs by less is the same clock seen through the delay of the line. */
const SAME_CLOCK_MS = 100;

/** Guarded time at a moment of the page's real time. */
export function clockAt(anchor: ClockAnchor, elapsedMs: number): number {
  return anchor.nowMs + (elapsedMs - anchor.elapsedMs) * anchor.rate;
}

/**
 * Takes a pushed reading in. The line can only make it late, so of two readings of one clock the one further ahead is
 * nearer the truth; the seconds on screen then never step back. A real jump is followed at once.
 */
export function nextAnchor(anchor: ClockAnchor | null, pushed: ClockView, elapsedMs: number): ClockAnchor {
  const fresh: ClockAnchor = { nowMs: pushed.nowMs, rate: pushed.rate, elapsedMs };
  if (anchor === null || anchor.rate !== pushed.rate) return fresh;
  const lagMs = clockAt(anchor, elapsedMs) - pushed.nowMs;
  return lagMs > 0 && lagMs < SAME_CLOCK_MS ? anchor : fresh;
}

/** Real milliseconds until the second on screen changes; null when the clock stands. */
export function untilNextSecond(anchor: ClockAnchor, elapsedMs: number): number | null {
  if (anchor.rate <= 0) return null;
  const left = 1000 - (((clockAt(anchor, elapsedMs) % 1000) + 1000) % 1000);
  return left / anchor.rate;
}
