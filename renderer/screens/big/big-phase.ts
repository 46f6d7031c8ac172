import { collectionOf } from '../../../shared/domain/collection.ts';
import type { SeatingMode } from '../../../shared/domain/course-events.ts';
import { minutes } from '../../../shared/domain/day-time.ts';
import { backToBack, seatingOf } from '../../../shared/domain/seating.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { inOrder, isOverAt, isPausedAt } from '../../../shared/domain/timeline.ts';
import type { MilestoneKind, PaperTimeline, SeatEnd, Timeline } from '../../../shared/domain/timeline-types.ts';

/** What 大屏 shows: one paper at a time, the running one before the next one's entry (C04). */
export type BigPhase =
  /** Entry is not open yet; `isNext` = the other paper is over. */
  | { readonly kind: 'waiting'; readonly paper: PaperTimeline; readonly isNext: boolean }
  | { readonly kind: 'entry'; readonly paper: PaperTimeline; readonly seating: Seating }
  /** 考场规则, since this instant. */
  | { readonly kind: 'rules'; readonly paper: PaperTimeline; readonly since: number }
  | { readonly kind: 'login'; readonly paper: PaperTimeline }
  /** 预备: the start is near. */
  | { readonly kind: 'prepared'; readonly paper: PaperTimeline }
  | { readonly kind: 'running'; readonly paper: PaperTimeline; readonly isEnding: boolean }
  | { readonly kind: 'paused'; readonly paper: PaperTimeline }
  /** The room's end has come, and some seats write on; those that end first. */
  | { readonly kind: 'seats'; readonly paper: PaperTimeline; readonly seats: SeatEnd; readonly staysSeated: boolean }
  | {
      readonly kind: 'ended';
      readonly paper: PaperTimeline;
      readonly isCollected: boolean;
      readonly next: PaperTimeline | null;
      readonly seating: Seating;
    }
  | { readonly kind: 'done' };

/** 连场 as the chief chose it for the paper that follows; null while he has not, and where there is nothing to choose. */
type Seating = SeatingMode | null;

/** Once all is collected, what was said at the end stays to be read for so long. */
const ENDED_STAYS_MS = minutes(3);
/** Nobody is in the room any more, whether 收卷 was recorded or not. */
const ENDED_AT_MOST_MS = minutes(30);
/** The end is shown at least so long, even where the next paper should have begun. */
const ENDED_AT_LEAST_MS = minutes(1);

/** The phase of a room at `now`; null before its day is made. */
export function bigPhase(room: RoomState, now: number): BigPhase | null {
  const { timeline } = room;
  if (timeline === null) return null;
  const [earlier, later] = inOrder(timeline);
  const isBackToBack = backToBack(room, timeline) !== null;
  const seating = isBackToBack ? (seatingOf(room, later.paper)?.mode ?? null) : null;
  const after = (paper: PaperTimeline) => endedUntil(room, paper, paper === earlier ? later : null);
  const freeAt = after(earlier);
  if (!isOverAt(earlier, now))
    return duringPaper(earlier, { now, from: 0, isNext: false, seating: null, staysSeated: seating === 'stay' });
  if (now < freeAt) return ended(room, earlier, later, isBackToBack ? seating : 're-enter');
  if (!isOverAt(later, now))
    return duringPaper(later, { now, from: freeAt, isNext: true, seating, staysSeated: false });
  return now < after(later) ? ended(room, later, null, null) : { kind: 'done' };
}

function ended(room: RoomState, paper: PaperTimeline, next: PaperTimeline | null, seating: Seating): BigPhase {
  return { kind: 'ended', paper, isCollected: collectionOf(room, paper.paper) !== null, next, seating };
}

/** Until what the next paper needs, or until all is collected and a while has passed. */
function endedUntil(room: RoomState, paper: PaperTimeline, next: PaperTimeline | null): number {
  const endedAt = endOf(paper);
  const collectedAt = collectionOf(room, paper.paper)?.at ?? Number.POSITIVE_INFINITY;
  const readAt = Math.max(collectedAt, endedAt) + ENDED_STAYS_MS;
  return Math.min(readAt, nextNeedsAt(endedAt, next), endedAt + ENDED_AT_MOST_MS);
}

/** A paper that stood still past its end was over when it was said to go on. */
function endOf({ lastEndsAt, pauses }: PaperTimeline): number {
  return Math.max(lastEndsAt, ...pauses.map(({ until }) => until ?? lastEndsAt));
}

/** Where entry opened during the paper before (C04), those who stay read the end until they are to log in. */
function nextNeedsAt(endsAt: number, next: PaperTimeline | null): number {
  if (next === null) return Number.POSITIVE_INFINITY;
  const needsAt = next.entryOpensAt > endsAt ? next.entryOpensAt : next.loginAt;
  return Math.max(needsAt, endsAt + ENDED_AT_LEAST_MS);
}

interface Moment {
  readonly now: number;
  /** Since when the screen is this paper's. */
  readonly from: number;
  readonly isNext: boolean;
  readonly seating: Seating;
  /** Nobody leaves when this paper ends: 留座连场. */
  readonly staysSeated: boolean;
}

function duringPaper(paper: PaperTimeline, { now, from, isNext, seating, staysSeated }: Moment): BigPhase {
  if (isPausedAt(paper, now)) return { kind: 'paused', paper };
  if (now >= paper.endsAt) {
    const seats = paper.seatEnds.find(({ endsAt }) => endsAt > now);
    if (seats !== undefined) return { kind: 'seats', paper, seats, staysSeated };
  }
  if (now >= paper.startsAt)
    return { kind: 'running', paper, isEnding: now >= instantOf(paper, 'end-reminder', paper.leaveClosesAt) };
  if (now >= instantOf(paper, 'prepare', paper.startsAt)) return { kind: 'prepared', paper };
  if (now >= paper.loginAt) return { kind: 'login', paper };
  const readingAt = instantOf(paper, 'rules-reading', paper.loginAt);
  if (now >= readingAt) return { kind: 'rules', paper, since: Math.max(readingAt, from) };
  if (now >= paper.entryOpensAt) return { kind: 'entry', paper, seating };
  return { kind: 'waiting', paper, isNext };
}

/** The last of a kind: of several reminders the one nearest to the end. */
function instantOf({ milestones }: PaperTimeline, kind: MilestoneKind, otherwise: number): number {
  return milestones.findLast((one) => one.kind === kind)?.at ?? otherwise;
}

/** The paper that the screen's heading names; of a day that is over the later one. */
export function paperOf(phase: BigPhase, timeline: Timeline): PaperTimeline {
  return phase.kind === 'done' ? inOrder(timeline)[1] : phase.paper;
}
