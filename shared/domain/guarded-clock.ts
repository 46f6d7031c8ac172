/** Two readings taken together: the computer's idea of now (UTC ms), and milliseconds that only run forward. */
export interface ClockReading {
  readonly wall: number;
  readonly monotonic: number;
}

/** What the guard saw; `deltaMs` is how far the wall stands ahead (+) or behind (-). */
export interface ClockNotice {
  readonly code: 'jumped-forward' | 'wall-behind' | 'started-behind';
  readonly deltaMs: number;
}

/** What the guard remembers from one reading to the next. */
export interface GuardState {
  /** The reading that guarded time is counted from; its `wall` is the guarded time then. */
  readonly base: ClockReading;
  /** The last time answered, UTC ms. */
  readonly nowMs: number;
  readonly timeInDoubt: boolean;
  readonly notice: ClockNotice | null;
  /** Monotonic reading at which the notice of a forward jump has stood long enough. */
  readonly noticeEndsAt: number;
}

export interface GuardedReading {
  readonly state: GuardState;
  /** Whole UTC ms, never less than any answered before. */
  readonly nowMs: number;
  readonly timeInDoubt: boolean;
  readonly notice: ClockNotice | null;
  /** This reading is the one that found the wall moved: pages are told at once, what was missed falls due. */
  readonly jumped: boolean;
}

/** Corrections up to this size are taken without a word: a time server setting the clock, quartz drift over a day. */
export const CLOCK_TOLERANCE_MS = 2000;

/** How long a forward jump is shown; sleep looks like one, and its banner must not stay all day. */
export const JUMP_NOTICE_MS = 600_000;

/**
 * Starts the guard. A wall more than the tolerance earlier than the journal's last event cannot be right: time goes on
 * from that event and is in doubt, because nobody is locked out by a clock.
 */
export function startGuard(reading: ClockReading, lastEventAt: number | null): GuardState {
  const wall = Math.floor(reading.wall);
  const last = lastEventAt ?? wall;
  const isBehind = wall < last - CLOCK_TOLERANCE_MS;
  return {
    base: { wall: isBehind ? last : wall, monotonic: reading.monotonic },
    nowMs: Math.max(wall, last),
    timeInDoubt: isBehind,
    notice: isBehind ? { code: 'started-behind', deltaMs: wall - last } : null,
    noticeEndsAt: 0,
  };
}

/**
 * The guarded time of a reading: the base plus what `monotonic` ran since. A wall that agrees within the tolerance is
 * followed (standing still rather than going back), one further ahead is accepted and said, one further behind is not
 * believed. Doubt from the start ends when the wall agrees again: a start at that moment would not doubt it either.
 */
export function readGuard(state: GuardState, reading: ClockReading): GuardedReading {
  const wall = Math.floor(reading.wall);
  const ran = Math.max(0, reading.monotonic - state.base.monotonic);
  const counted = Math.floor(state.base.wall + ran);
  // Against what was answered last as well: small steps back, each within the tolerance, must not add up unseen.
  const deltaMs = wall - Math.max(counted, state.nowMs);
  if (deltaMs < -CLOCK_TOLERANCE_MS) return keepBase(state, counted, deltaMs);

  const isForward = deltaMs > CLOCK_TOLERANCE_MS;
  const next: GuardState = {
    base: { wall, monotonic: reading.monotonic },
    nowMs: Math.max(state.nowMs, wall),
    timeInDoubt: false,
    notice: isForward ? { code: 'jumped-forward', deltaMs } : standingJump(state, reading.monotonic),
    noticeEndsAt: isForward ? reading.monotonic + JUMP_NOTICE_MS : state.noticeEndsAt,
  };
  return answer(next, isForward);
}

function keepBase(state: GuardState, counted: number, deltaMs: number): GuardedReading {
  const code = state.timeInDoubt ? 'started-behind' : 'wall-behind';
  const next: GuardState = { ...state, nowMs: Math.max(state.nowMs, counted), notice: { code, deltaMs } };
  return answer(next, code === 'wall-behind' && state.notice?.code !== 'wall-behind');
}

function standingJump(state: GuardState, monotonic: number): ClockNotice | null {
  return state.notice?.code === 'jumped-forward' && monotonic < state.noticeEndsAt ? state.notice : null;
}

function answer(state: GuardState, jumped: boolean): GuardedReading {
  return { state, nowMs: state.nowMs, timeInDoubt: state.timeInDoubt, notice: state.notice, jumped };
}
