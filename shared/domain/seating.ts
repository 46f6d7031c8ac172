import type { PaperId } from '../ids.ts';
import { attendanceOf, expectedIn, isPresent } from './attendance.ts';
import type { SeatingEntry } from './course-state.ts';
import { minutes } from './day-time.ts';
import { cancellationOf } from './eligibility.ts';
import { eventKey } from './schema-parts.ts';
import type { CandidateState, EntryAct, RoomState } from './state.ts';
import { leaveOf } from './submission.ts';
import { inOrder, timelineOfSeat } from './timeline.ts';
import type { Timeline } from './timeline-types.ts';
import { violationsIn } from './violation-acts.ts';

/** Papers with less than this between them run 连场. */
const BACK_TO_BACK_MS = minutes(30);

/** 连场: two papers with so little between them that the chief says whether people stay in their seats. */
export interface BackToBack {
  readonly earlier: PaperId;
  readonly later: PaperId;
  /** From when on he can say so: the later paper's opening of entry. */
  readonly opensAt: number;
  /** Until its entry closes. */
  readonly closesAt: number;
  readonly gapMs: number;
  /** False once they have moved apart: the choice alone keeps it. */
  readonly isShort: boolean;
}

/**
 * Null on a day with time enough between its papers. What the chief has chosen holds, though the papers move apart
 * afterwards: people have been told.
 */
export function backToBack(room: RoomState, timeline: Timeline): BackToBack | null {
  const [earlier, later] = inOrder(timeline);
  const gapMs = later.startsAt - earlier.lastEndsAt;
  const isShort = gapMs < BACK_TO_BACK_MS;
  if (!isShort && seatingOf(room, later.paper) === null) return null;
  const { entryOpensAt: opensAt, entryClosesAt: closesAt } = later;
  return { earlier: earlier.paper, later: later.paper, opensAt, closesAt, gapMs, isShort };
}

/** What the chief chose for the later paper; null before. */
export function seatingOf(room: RoomState, paper: PaperId): SeatingEntry | null {
  return room.course.seatings.findLast((one) => one.paper === paper && !one.isUndone) ?? null;
}

/** Nobody leaves the room when this paper ends: the chief has chosen 留座连场. */
export function staysSeatedAfter(room: RoomState, timeline: Timeline, paper: PaperId): boolean {
  const [earlier, later] = inOrder(timeline);
  return paper === earlier.paper && seatingOf(room, later.paper)?.mode === 'stay';
}

/** How somebody expected in the later paper comes out of the earlier one. */
export interface SeatCarry {
  readonly candidate: CandidateState;
  /**
   * Sits there ('seated'), is in already ('confirmed'), or is a difference that is named: did not take the earlier paper,
   * was absent in it, has left, writes on by an own end, or is out of the exam.
   */
  readonly standing: 'seated' | 'confirmed' | 'only-later' | 'absent' | 'left' | 'writing' | 'cancelled';
  /** When he writes to in the earlier paper; its end for whoever has no longer one. */
  readonly endsAt: number;
  /** 身份存疑: nobody looks at the documents again, so the doubt goes along. */
  readonly hasDoubt: boolean;
  /** 准考证暂扣 (C26): the ticket number is the login of the later paper. */
  readonly isTicketHeld: boolean;
}

/** Everybody expected in the later paper, by seat, as he stands at `now`. */
export function seatCarries(
  room: RoomState,
  timeline: Timeline,
  { earlier, later }: BackToBack,
  now: number,
): readonly SeatCarry[] {
  return expectedIn(room, later).map((candidate) => {
    const before = attendanceOf(candidate, earlier);
    return {
      candidate,
      standing: standingOf(room, timeline, { candidate, earlier, later, now }),
      endsAt: timelineOfSeat(timeline.papers[earlier], candidate.seat).endsAt,
      hasDoubt: isPresent(before) && before.hasDoubt,
      isTicketHeld: violationsIn(candidate, earlier).some(({ isTicketHeld }) => isTicketHeld),
    };
  });
}

/** When somebody last went round the room for the later paper; null before the first 留座 confirmation that stands. */
export function lastCarriedAt(room: RoomState, later: PaperId): number | null {
  const rounds = carriedOver(room, later).map(({ at }) => at);
  return rounds.length === 0 ? null : Math.max(...rounds);
}

/** The 留座 confirmations of a paper that stand. */
export function carriedOver(room: RoomState, later: PaperId): readonly EntryAct[] {
  return Object.values(room.candidates)
    .flatMap(({ acts }) => acts[later])
    .flatMap((act) => (act.kind === 'checked-in' && act.isCarriedOver && !act.isUndone ? [act] : []));
}

/** Of whom 离场重进 takes the 留座 confirmation back: all but those who have submitted or left in that paper since. */
export function sentOutOf(room: RoomState, later: PaperId): readonly string[] {
  return Object.values(room.candidates).flatMap(({ acts }) => {
    const standing = acts[later].filter(({ isUndone }) => !isUndone);
    if (standing.some(({ kind }) => kind === 'submitted' || kind === 'left')) return [];
    return standing.flatMap((act) => (act.kind === 'checked-in' && act.isCarriedOver ? [eventKey(act.event)] : []));
  });
}

interface Person {
  readonly candidate: CandidateState;
  readonly earlier: PaperId;
  readonly later: PaperId;
  readonly now: number;
}

function standingOf(
  room: RoomState,
  timeline: Timeline,
  { candidate, earlier, later, now }: Person,
): SeatCarry['standing'] {
  if (isPresent(attendanceOf(candidate, later))) return 'confirmed';
  if (cancellationOf(room, candidate.candidate) !== null) return 'cancelled';
  if (!candidate.papers.includes(earlier)) return 'only-later';
  const attendance = attendanceOf(candidate, earlier);
  if (!isPresent(attendance)) return 'absent';
  if (leaveOf(candidate, earlier) !== null) return 'left';
  const { endsAt, pausedSince } = timelineOfSeat(timeline.papers[earlier], candidate.seat);
  return now < endsAt || pausedSince !== null ? 'writing' : 'seated';
}
