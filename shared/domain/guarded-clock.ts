/** Two readings taken together: the computer's idea of now (UTC ms), and milliseconds that only run forward. */
export interface ClockReading {
  readonly wall: number;
  readonly monotonic: number;
}

/** What the guard saw; `deltaMs` is how far the wall stands ahead (+) or behind (-). */
export interface ClockNotice {
  readonly code: 'jumped-forward' | 'wall-behind' | 'started-behind' | 'official-time';
  readonly deltaMs: number;
}

/** What the guard remembers from one reading to the next. */
export interface GuardState {
  /** The reading that guarded time is counted from; its `wall` is the guarded time then. */
  readonly base: ClockReading;
  /** The last time answered, UTC ms. */
  readonly nowMs: number;
  /** What guarded time goes by: the wall, the last record (the wall stood before it at the start), or a typed time. */
  readonly source: 'wall' | 'record' | 'typed';
  /** How far the wall stood ahead (+) or behind (-) at the last reading. */
  readonly aheadMs: number;
  /** 时间待核: what is recorded now is marked so. */
  readonly timeInDoubt: boolean;
  readonly notice: ClockNotice | null;
  /** Monotonic reading at which the notice of a forward jump has stood long enough. */
  readonly noticeEndsAt: number;
}

export interface GuardedReading {
  readonly state: GuardState;
  /** Whole UTC ms, never less than any answered before, but for a time that people have set. */
  readonly nowMs: number;
  readonly timeInDoubt: boolean;
  readonly notice: ClockNotice | null;
  /** This reading is the one that found the wall moved: pages are told at once, what was missed falls due. */
  readonly jumped: boolean;
}

/** What people have set: the wall is believed again, or time goes on from a typed instant (UTC ms). */
export type ClockSetting =
  | { readonly kind: 'accept-wall' }
  | { readonly kind: 'official-time'; readonly after: number };

/** What a journal says about time when a station starts. */
export interface RecordedTime {
  /** When this station last recorded something, UTC ms. */
  readonly lastEventAt: number;
  /** How far the wall stood ahead (+) when an official time was typed last; null where the wall is believed. */
  readonly wallAheadMs: number | null;
}

/** Corrections up to this size are taken without a word: a time server setting the clock, quartz drift over a day. */
export const CLOCK_TOLERANCE_MS = 2000;

/** How long a forward jump is shown; sleep looks like one, and its banner must not stay all day. */
export const JUMP_NOTICE_MS = 600_000;

/**
 * Starts the guard (CK4). A wall more than the tolerance earlier than the journal's last event cannot be right: time goes
 * on from that event and is in doubt, because nobody is locked out by a clock. A wall that ran ahead of a typed time and
 * still may, is held back by as much, in doubt too.
 */
export function startGuard(reading: ClockReading, recorded: RecordedTime | null): GuardState {
  const wall = Math.floor(reading.wall);
  const last = recorded?.lastEventAt ?? wall;
  const lead = Math.max(0, recorded?.wallAheadMs ?? 0);
  if (wall < last - CLOCK_TOLERANCE_MS) return startAt(last, { reading, source: 'record' });
  // Set right since: less the lead it would stand before the last record.
  if (lead <= CLOCK_TOLERANCE_MS || wall - lead < last - CLOCK_TOLERANCE_MS) {
    return { ...startAt(wall, { reading, source: 'wall' }), nowMs: Math.max(wall, last) };
  }
  return startAt(Math.max(wall - lead, last), { reading, source: 'typed' });
}

function startAt(
  nowMs: number,
  { reading, source }: { readonly reading: ClockReading; readonly source: GuardState['source'] },
): GuardState {
  const aheadMs = Math.floor(reading.wall) - nowMs;
  return {
    base: { wall: nowMs, monotonic: reading.monotonic },
    nowMs,
    source,
    aheadMs,
    timeInDoubt: source !== 'wall',
    notice: source === 'wall' ? null : { code: NOTICE_OF[source], deltaMs: aheadMs },
    noticeEndsAt: 0,
  };
}

const NOTICE_OF = { wall: 'wall-behind', record: 'started-behind', typed: 'official-time' } as const;

/**
 * The guarded time of a reading: the base plus what `monotonic` ran since. A wall that agrees within the tolerance is
 * followed (standing still rather than going back), one further ahead is accepted and said (CK2), one further behind is not
 * believed (CK3). Doubt ends when the wall agrees again: a start at that moment would not doubt it either.
 */
export function readGuard(state: GuardState, reading: ClockReading): GuardedReading {
  const wall = Math.floor(reading.wall);
  const counted = countedAt(state, reading);
  // Against what was answered last as well: small steps back, each within the tolerance, must not add up unseen.
  const nowMs = Math.max(counted, state.nowMs);
  const deltaMs = wall - nowMs;
  if (deltaMs < -CLOCK_TOLERANCE_MS) return keepBase(state, nowMs, deltaMs);

  const isForward = deltaMs > CLOCK_TOLERANCE_MS;
  if (isForward && state.source === 'typed' && state.aheadMs > CLOCK_TOLERANCE_MS) {
    // Known to run ahead, and not set right: it is believed only in what it moves.
    const movedMs = deltaMs - state.aheadMs;
    if (Math.abs(movedMs) <= CLOCK_TOLERANCE_MS) return keepBase(state, nowMs, deltaMs);
    if (movedMs > 0) return moveOn(state, { reading, nowMs: nowMs + movedMs });
  }
  const next: GuardState = {
    base: { wall, monotonic: reading.monotonic },
    nowMs: Math.max(state.nowMs, wall),
    source: 'wall',
    aheadMs: 0,
    timeInDoubt: false,
    notice: isForward ? { code: 'jumped-forward', deltaMs } : standingJump(state, reading.monotonic),
    noticeEndsAt: isForward ? reading.monotonic + JUMP_NOTICE_MS : state.noticeEndsAt,
  };
  return answer(next, isForward);
}

/**
 * Sets the guard as two people say (CK5, CK6). `before` is the guarded time at the moment that they mean; what ran since is
 * added. This alone may take guarded time back.
 */
export function setGuard(
  state: GuardState,
  reading: ClockReading,
  setting: ClockSetting & { readonly before: number },
): GuardState {
  if (setting.kind === 'accept-wall') return startAt(Math.floor(reading.wall), { reading, source: 'wall' });
  const ran = Math.max(0, countedAt(state, reading) - setting.before);
  return startAt(setting.after + ran, { reading, source: 'typed' });
}

/** 时间核实 (CK7): the time that it runs on is in doubt no more, until the next start or setting. */
export function ratifyGuard(state: GuardState): GuardState {
  return { ...state, timeInDoubt: false };
}

function countedAt({ base }: GuardState, reading: ClockReading): number {
  return Math.floor(base.wall + Math.max(0, reading.monotonic - base.monotonic));
}

function keepBase(state: GuardState, nowMs: number, deltaMs: number): GuardedReading {
  const code = NOTICE_OF[state.source];
  const next: GuardState = { ...state, nowMs, aheadMs: deltaMs, notice: { code, deltaMs } };
  return answer(next, code === 'wall-behind' && state.notice?.code !== 'wall-behind');
}

function moveOn(
  state: GuardState,
  { reading, nowMs }: { readonly reading: ClockReading; readonly nowMs: number },
): GuardedReading {
  const { timeInDoubt } = state;
  return answer({ ...startAt(nowMs, { reading, source: 'typed' }), timeInDoubt }, true);
}

function standingJump(state: GuardState, monotonic: number): ClockNotice | null {
  return state.notice?.code === 'jumped-forward' && monotonic < state.noticeEndsAt ? state.notice : null;
}

function answer(state: GuardState, jumped: boolean): GuardedReading {
  return { state, nowMs: state.nowMs, timeInDoubt: state.timeInDoubt, notice: state.notice, jumped };
}
