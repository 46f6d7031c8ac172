import type { ClockView } from '../../../shared/contract/views.ts';
import { type GuardState, readGuard, startGuard } from '../../../shared/domain/guarded-clock.ts';
import type { Clock } from '../ports.ts';

/** How often a jump of the computer's clock is looked for, real time. */
const WATCH_EVERY_MS = 200;
const PUSH_EVERY_MS = 1_000;

/** The station's guarded clock: `now` never goes back, and what the guard saw is told to the pages. */
export class StationClock {
  readonly #clock: Clock;
  #guard: GuardState;
  #view: ClockView;
  #timer: NodeJS.Timeout | null = null;
  #lastPushElapsed = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#guard = startGuard(this.#reading(), null);
    this.#view = this.read();
  }

  /** Begins anew behind the last event of a day that was opened: time never runs before what is recorded. */
  restartAfter(lastEventAt: number | null): void {
    this.#guard = startGuard(this.#reading(), lastEventAt);
    this.#view = this.read();
  }

  /** Guarded now. Taken when a request arrives, not when it is carried out. */
  read(): ClockView {
    const { state, nowMs, timeInDoubt, notice } = readGuard(this.#guard, this.#reading());
    this.#guard = state;
    this.#view = { nowMs, rate: this.#clock.rate(), timeInDoubt, notice };
    return this.#view;
  }

  /** Real milliseconds; see the port. */
  elapsed(): number {
    return this.#clock.elapsed();
  }

  /** Calls back once a second, and at once when the clock jumped or a notice came or went. */
  watch(listener: (view: ClockView) => void): void {
    this.#timer = setInterval(() => {
      const before = this.#view;
      const view = this.read();
      const isDue = this.elapsed() - this.#lastPushElapsed >= PUSH_EVERY_MS;
      const hasJumped = view.nowMs - before.nowMs > PUSH_EVERY_MS || view.notice?.code !== before.notice?.code;
      if (!isDue && !hasJumped) return;
      this.#lastPushElapsed = this.elapsed();
      listener(view);
    }, WATCH_EVERY_MS);
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #reading() {
    return { wall: this.#clock.wall(), monotonic: this.#clock.monotonic() };
  }
}
