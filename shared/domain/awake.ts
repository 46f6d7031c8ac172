import { formatDate } from './day-time.ts';
import type { Binding } from './events.ts';
import type { DayState } from './state.ts';
import { inOrder, isOverAt } from './timeline.ts';
import type { Timeline } from './timeline-types.ts';

/** The timeline that a computer goes by: its room's, or what was told to every room; null before there is one. */
export function timelineAt(state: DayState, binding: Binding | null): Timeline | null {
  const room = binding?.kind === 'room' ? state.rooms[binding.room] : undefined;
  return room?.timeline ?? state.site.common.timeline;
}

/**
 * AL4: the computer must not fall asleep from the first fetching of a sheet until the last paper is over, the hours
 * between the papers and a pause included; a pause that nobody ended lasts no longer than its day.
 */
export function isAwakeNeeded(timeline: Timeline | null, now: number): boolean {
  if (timeline === null) return false;
  const first = timeline.milestones.find(({ kind }) => kind === 'sheet-pickup');
  if (first === undefined || now < first.at) return false;
  const papers = inOrder(timeline);
  const lastEndsAt = Math.max(...papers.map((paper) => paper.lastEndsAt));
  return formatDate(now) <= formatDate(lastEndsAt) && papers.some((paper) => !isOverAt(paper, now));
}
