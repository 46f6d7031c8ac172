import { papersRunningAt } from '../../../shared/domain/timeline.ts';
import type { PaperTimeline, Timeline } from '../../../shared/domain/timeline-types.ts';

/** What the strip shows: one paper large, and the other on a line of its own on days where both run at once (C04). */
export interface StripPapers {
  readonly main: PaperTimeline;
  readonly second: PaperTimeline | null;
}

/** The line is there all day on such a day, so that nothing moves when the papers meet. */
export function stripPapers(timeline: Timeline, now: number): StripPapers {
  const { theory, practical } = timeline.papers;
  const inOrder =
    practical.startsAt < theory.startsAt ? ([practical, theory] as const) : ([theory, practical] as const);
  const running = papersRunningAt(timeline, now)[0];
  const main =
    inOrder.find((paper) => paper.paper === running) ?? inOrder.find((paper) => now < paper.endsAt) ?? inOrder[1];
  const other = main === inOrder[0] ? inOrder[1] : inOrder[0];
  return { main, second: doMeet(...inOrder) ? other : null };
}

function doMeet(earlier: PaperTimeline, later: PaperTimeline): boolean {
  const laterFrom = later.milestones[0]?.at ?? later.startsAt;
  return laterFrom < earlier.endsAt;
}
