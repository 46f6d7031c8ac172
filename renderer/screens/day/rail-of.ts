import { earliestConfirm } from '../../../shared/domain/decide-rail.ts';
import { officeProgress, type RailProgress, railProgress } from '../../../shared/domain/rail-progress.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { railAt, waitsForResume } from '../../../shared/domain/timeline.ts';
import type { Milestone, PaperTimeline, Rail, Timeline } from '../../../shared/domain/timeline-types.ts';
import type { SeatNo } from '../../../shared/ids.ts';

/** Whose rail it is: a room's, or with `room` null the exam office's, which goes by what was told to every room. */
export interface RailPlace {
  readonly room: RoomState | null;
  readonly common: RoomState;
}

/** What is done, by milestone. */
export function progressOf(timeline: Timeline, { room, common }: RailPlace, now: number): RailProgress {
  return room === null ? officeProgress(common, timeline, now) : railProgress(room);
}

/** The rail of a room, or of the exam office. */
export function railOf(timeline: Timeline, place: RailPlace, now: number): Rail {
  const done = Object.entries(progressOf(timeline, place, now)).map(([id, { at }]) => [id, at] as const);
  return railAt(timeline, Object.fromEntries(done), now);
}

/** From when the station takes a milestone's confirmation; never where it waits for 恢复 or is done by an act of its own. */
export function canConfirmFrom(milestone: Milestone, timeline: Timeline): number {
  return waitsForResume(timeline, milestone) ? Number.POSITIVE_INFINITY : earliestConfirm(milestone);
}

/**
 * Whole minutes from `now` to what a milestone's words count to: the end for an end reminder, the start for the last
 * call. Undefined for every other kind.
 */
export function minutesLeftOf(milestone: Milestone, timeline: Timeline, now: number): number | undefined {
  const paper = timeline.papers[milestone.paper];
  switch (milestone.kind) {
    case 'end-reminder':
    case 'seat-end-reminder':
      return Math.ceil((endOf(milestone, paper) - now) / 60_000);
    case 'login-last-call':
      return Math.ceil((paper.startsAt - now) / 60_000);
    default:
      return undefined;
  }
}

/** The seats that a milestone's words name: its own, and at the end of all those that go on writing. */
export function seatsToldOf({ kind, paper, seats }: Milestone, timeline: Timeline): readonly SeatNo[] | null {
  if (kind !== 'end') return seats;
  const later = timeline.papers[paper].seatEnds.flatMap((one) => one.seats);
  return later.length === 0 ? null : later.sort((a, b) => a - b);
}

/** 待考试系统确认: the instant of this milestone is said here and not yet set in the exam system. */
export function isPendingAt({ kind, paper, seats }: Milestone, timeline: Timeline): boolean {
  const { isStartPending, isEndPending, seatEnds } = timeline.papers[paper];
  switch (kind) {
    case 'start':
      return isStartPending;
    case 'end':
      return isStartPending || isEndPending;
    case 'seat-end':
      return isStartPending || isEndPending || seatEnds.some((one) => one.isPending && sharesSeat(one.seats, seats));
    default:
      return false;
  }
}

function sharesSeat(a: readonly SeatNo[], b: readonly SeatNo[] | null): boolean {
  return b !== null && a.some((seat) => b.includes(seat));
}

/** The end that a milestone is about: that of its seats where it is for some. */
function endOf({ seats }: Milestone, { endsAt, seatEnds }: PaperTimeline): number {
  return seatEnds.find((one) => sharesSeat(one.seats, seats))?.endsAt ?? endsAt;
}

/** From when on the milestone's words would be wrong if they were still read out. */
export function tooLateToSayFrom(milestone: Milestone, timeline: Timeline): number {
  const paper = timeline.papers[milestone.paper];
  switch (milestone.kind) {
    case 'admission-open':
    case 'rules-reading':
    case 'login-call':
    case 'login-last-call':
    case 'prepare':
      return paper.startsAt;
    case 'start':
    case 'login-check':
    case 'entry-close':
    case 'end-reminder':
    case 'seat-end-reminder':
      return endOf(milestone, paper);
    case 'sheet-pickup':
    case 'room-check':
    case 'end':
    case 'seat-end':
    case 'all-submitted':
    case 'technician-confirmed':
    case 'machines':
    case 'results-reported':
    case 'room-record':
      return Number.POSITIVE_INFINITY;
  }
}
