import type { ClockView } from '../../../shared/contract/views.ts';
import {
  type ClockSetting,
  type GuardState,
  ratifyGuard,
  readGuard,
  type RecordedTime,
  setGuard,
  startGuard,
} from '../../../shared/domain/guarded-clock.ts';
import type { Clock } from '../ports.ts';

/** How often a jump of the computer's clock is looked for, real time. */
const WATCH_EVERY_MS = 200;
const PUSH_EVERY_MS = 1_000;
/** A page that counts on by itself may be this far off before it is told at once. */
const PAGE_TOLERANCE_MS = 300;

/**
 * The station's guarded clock: `now` never goes back unless two people set it, and what the guard saw is told to the pages.
 */
export class StationClock {
  readonly #clock: Clock;
  #guard: GuardState;
  #timer: NodeJS.Timeout | null = null;
  #tell: (view: ClockView) => void = () => undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#guard = startGuard(this.#reading(), null);
  }

  /** Begins anew behind the last event of a day that was opened: time never runs before what is recorded. */
  restartAfter(recorded: RecordedTime | null): void {
    this.#guard = startGuard(this.#reading(), recorded);
  }

  /** Goes on as two people have set it, `before` being the guarded time at the moment that they mean. Tells the listener. */
  set(setting: ClockSetting & { readonly before: number }): void {
    this.#guard = setGuard(this.#guard, this.#reading(), setting);
    this.tell();
  }

  /** 时间核实: what is recorded from now on is in doubt no more. Tells the listener. */
  ratify(): void {
    this.#guard = ratifyGuard(this.#guard);
    this.tell();
  }

  /** Guarded now. Taken when a request arrives, not when it is carried out. */
  read(): ClockView {
    const { state, nowMs, timeInDoubt, notice } = readGuard(this.#guard, this.#reading());
    this.#guard = state;
    return { nowMs, rate: this.#clock.rate(), timeInDoubt, notice };
  }

  /** Real milliseconds; see the port. */
  elapsed(): number {
    return this.#clock.elapsed();
  }

  /**
   * Calls back once a second, and at once when the pages' own counting would be wrong: after a jump, a change of speed,
   * a notice that came or went. Held against what was last told, because any request reads the clock in between.
   */
  watch(listener: (view: ClockView) => void): void {
    let told = this.read();
    let toldAtElapsed = this.elapsed();
    this.#tell = (view) => {
      told = view;
      toldAtElapsed = this.elapsed();
      listener(view);
    };
    this.#timer = setInterval(() => {
      const view = this.read();
      const since = this.elapsed() - toldAtElapsed;
      if (since >= PUSH_EVERY_MS || isOff(view, told, since)) this.#tell(view);
    }, WATCH_EVERY_MS);
  }

  /** Tells the listener now: somebody has just set the clock. Answers what it told. */
  tell(): ClockView {
    const view = this.read();
    this.#tell(view);
    return view;
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    this.#tell = () => undefined;
  }

  #reading() {
    return { wall: this.#clock.wall(), monotonic: this.#clock.monotonic() };
  }
}

function isOff(view: ClockView, told: ClockView, sinceMs: number): boolean {
  const counted = told.nowMs + sinceMs * told.rate;
  return (
    Math.abs(view.nowMs - counted) > PAGE_TOLERANCE_MS * Math.max(1, told.rate) ||
    view.rate !== told.rate ||
    view.timeInDoubt !== told.timeInDoubt ||
    view.notice?.code !== told.notice?.code
  );
}
