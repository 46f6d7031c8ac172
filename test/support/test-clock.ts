import type { Clock } from '../../electron/station/ports.ts';

/**
 * An exam clock that stands still until the test moves it. `elapsed` goes on by itself, as it does everywhere, and can
 * be put forward.
 */
export class TestClock implements Clock {
  #wallMs: number;
  #monotonicMs = 0;
  #extraElapsedMs = 0;
  #rate = 1;

  /** An instant (UTC ms), or Beijing time as `2022-11-19 08:00` with seconds and milliseconds as needed. */
  constructor(start: number | string) {
    this.#wallMs = instantOf(start);
  }

  wall(): number {
    return this.#wallMs;
  }

  monotonic(): number {
    return this.#monotonicMs;
  }

  rate(): number {
    return this.#rate;
  }

  /** Says at what speed the test lets it run; it still moves only when it is moved. */
  setRate(rate: number): void {
    this.#rate = rate;
  }

  elapsed(): number {
    return performance.now() + this.#extraElapsedMs;
  }

  /** Time passes: `wall` and `monotonic` go on together. */
  advance(ms: number): void {
    if (ms < 0) throw new Error('time does not pass backwards: use jumpWall');
    this.#wallMs += ms;
    this.#monotonicMs += ms;
  }

  /** Time passes until this instant. */
  setWall(instant: number | string): void {
    this.advance(instantOf(instant) - this.#wallMs);
  }

  /** Somebody sets the computer's clock: only `wall` moves, either way. */
  jumpWall(ms: number): void {
    this.#wallMs += ms;
  }

  /** Real time passes, as undo and back-off see it. */
  elapse(ms: number): void {
    this.#extraElapsedMs += ms;
  }
}

/** Beijing time as text to UTC ms. */
function instantOf(instant: number | string): number {
  if (typeof instant === 'number') return instant;
  const ms = Date.parse(`${instant.replace(' ', 'T')}+08:00`);
  if (Number.isNaN(ms)) throw new Error(`no instant: ${instant}`);
  return ms;
}
