import { inOrder, isOverAt, isPausedAt, papersRunningAt } from '../../../shared/domain/timeline.ts';
import type { PaperTimeline, SeatEnd, Timeline } from '../../../shared/domain/timeline-types.ts';

/** What the strip shows: one paper large, and the other on a line of its own on days where both run at once (C04). */
export interface StripPapers {
  readonly main: PaperTimeline;
  readonly second: PaperTimeline | null;
}

/** The line is there all day on such a day, so that nothing moves when the papers meet. */
export function stripPapers(timeline: Timeline, now: number): StripPapers {
  const papers = inOrder(timeline);
  const running = papersRunningAt(timeline, now)[0];
  const main =
    papers.find((paper) => paper.paper === running) ?? papers.find((paper) => !isOverAt(paper, now)) ?? papers[1];
  const other = main === papers[0] ? papers[1] : papers[0];
  return { main, second: doMeet(...papers) ? other : null };
}

function doMeet(earlier: PaperTimeline, later: PaperTimeline): boolean {
  const laterFrom = later.milestones[0]?.at ?? later.startsAt;
  return laterFrom < earlier.lastEndsAt;
}

/** How a paper's window stands: what the strip says beneath its countdown. */
export interface StripWindow {
  readonly startsAt: number;
  readonly endsAt: number;
  /** 待考试系统确认. */
  readonly isPending: boolean;
  /** Standing still since; null while it runs. */
  readonly pausedSince: number | null;
  /** The seats that end next by themselves, after the room; null where none do, or all have. */
  readonly seats: SeatEnd | null;
}

export function stripWindow(paper: PaperTimeline, now: number): StripWindow {
  const { startsAt, endsAt, isStartPending, isEndPending, pausedSince, seatEnds } = paper;
  const seats = seatEnds.find((one) => one.endsAt > now) ?? null;
  return {
    startsAt,
    endsAt,
    isPending: (isStartPending || isEndPending || seats?.isPending === true) && !isOverAt(paper, now),
    pausedSince: isPausedAt(paper, now) ? pausedSince : null,
    seats,
  };
}
