import { attendanceOf, expectedIn, isPresent } from '../../../shared/domain/attendance.ts';
import {
  type BackToBack,
  backToBack,
  lastCarriedAt,
  seatCarries,
  sentOutOf,
  seatingOf,
  type SeatCarry,
} from '../../../shared/domain/seating.ts';
import type { DayState, RoomState } from '../../../shared/domain/state.ts';
import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import type { CandidateId, PaperId, RoomNo } from '../../../shared/ids.ts';
import { DIFFERENCES, type Difference } from '../../text/seating.ts';

/** What 连场 asks for at an instant: the chief's choice, or, where people stay, a look round the room. */
export interface SeatingStep {
  readonly kind: 'choose' | 'carry';
  /** The later paper. */
  readonly paper: PaperId;
  readonly since: number;
  /** People who sit there unconfirmed; 0 while nothing is chosen. */
  readonly count: number;
  /** False for what can wait: nobody chose until the later paper began, or only those are left who were not in their seats. */
  readonly isPressing: boolean;
}

/** Null where nothing is asked: time enough between the papers, nobody in the later one, settled, or its door closed. */
export function seatingStepAt(room: RoomState, timeline: Timeline, now: number, isOffice: boolean): SeatingStep | null {
  const passage = backToBack(room, timeline);
  if (passage === null || now < passage.opensAt || now >= passage.closesAt) return null;
  const { later: paper, opensAt } = passage;
  if (!isOffice && expectedIn(room, paper).length === 0) return null;
  const chosen = seatingOf(room, paper);
  if (chosen === null) {
    const isPressing = now < timeline.papers[paper].startsAt;
    return { kind: 'choose', paper, since: opensAt, count: 0, isPressing };
  }
  if (isOffice || chosen.mode !== 'stay') return null;
  const seated = seatCarries(room, timeline, passage, now).filter(({ standing }) => standing === 'seated');
  if (seated.length === 0) return null;
  const before = lastCarriedAt(room, paper);
  const since = Math.min(...seated.map(({ endsAt }) => endsAt));
  const isPressing = seated.some((one) => isPreselected(one, before));
  return { kind: 'carry', paper, since, count: seated.length, isPressing };
}

/**
 * Everybody who sits there is taken for present, once: who was left out of a round was not in his seat, and is confirmed
 * later only where somebody says so. Who still wrote in that round has his own.
 */
function isPreselected({ standing, endsAt }: SeatCarry, lastRoundAt: number | null): boolean {
  return standing === 'seated' && (lastRoundAt === null || endsAt > lastRoundAt);
}

/** The round of a room as it stands on the screen. */
export interface CarryPlan {
  readonly carries: readonly SeatCarry[];
  /** Who would be confirmed. */
  readonly chosen: ReadonlySet<CandidateId>;
  /** Who is apart from the rest, and why; 准考证暂扣 and 身份存疑 also of people who sit there. */
  readonly differences: readonly { readonly kind: Difference; readonly people: readonly SeatCarry[] }[];
}

export function planCarry(
  room: RoomState,
  timeline: Timeline,
  { passage, now, said }: { readonly passage: BackToBack; readonly now: number; readonly said: SeatedSaid },
): CarryPlan {
  const carries = seatCarries(room, timeline, passage, now);
  const before = lastCarriedAt(room, passage.later);
  const isChosen = (one: SeatCarry) =>
    one.standing === 'seated' && (said[one.candidate.candidate] ?? isPreselected(one, before));
  const isDifferent = (one: SeatCarry, kind: Difference) =>
    kind === 'ticket-held' || kind === 'doubt' ? isMarked(one, kind) : one.standing === kind;
  return {
    carries,
    chosen: new Set(carries.filter(isChosen).map(({ candidate }) => candidate.candidate)),
    differences: DIFFERENCES.flatMap((kind) => {
      const people = carries.filter((one) => isDifferent(one, kind));
      return people.length === 0 ? [] : [{ kind, people }];
    }),
  };
}

/** Sits there like the rest, and is to be looked at all the same. */
function isMarked({ standing, isTicketHeld, hasDoubt }: SeatCarry, kind: 'ticket-held' | 'doubt'): boolean {
  return standing !== 'confirmed' && (kind === 'doubt' ? hasDoubt : isTicketHeld);
}

/** What somebody said of single seats, against what is taken for granted: true = sits there. */
export type SeatedSaid = Readonly<Record<CandidateId, boolean>>;

/**
 * Between which instants these people sat in their seats with the later paper not begun: what a round that is entered
 * afterwards can name. Null where they wrote until it began.
 */
export function seatedRange({ carries, chosen }: CarryPlan, startsAt: number): SeatedRange | null {
  const ends = carries.filter(({ candidate }) => chosen.has(candidate.candidate)).map(({ endsAt }) => endsAt);
  const from = Math.max(...ends);
  return ends.length > 0 && from < startsAt ? { from, before: startsAt } : null;
}

export interface SeatedRange {
  readonly from: number;
  readonly before: number;
}

/** Of how many 离场重进 would take the confirmation back, in the room or (null) in all of them. */
export function sentOutCount(rooms: DayState['rooms'], room: RoomNo | null, later: PaperId): number {
  const concerned = Object.values(rooms).filter((one) => room === null || one.room === room);
  return concerned.reduce((total, one) => total + sentOutOf(one, later).length, 0);
}

/** How many are in for the later paper, and how many sit there unconfirmed. */
export function carrySums(room: RoomState, timeline: Timeline, passage: BackToBack, now: number) {
  const people = expectedIn(room, passage.later);
  const open = seatCarries(room, timeline, passage, now).filter(({ standing }) => standing === 'seated').length;
  return { confirmed: people.filter((one) => isPresent(attendanceOf(one, passage.later))).length, open };
}
