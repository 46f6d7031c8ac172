import { timelineAt } from './awake.ts';
import type { Binding } from './events.ts';
import type { DayState } from './state.ts';
import { inOrder } from './timeline.ts';

/** Whether people may be coming in here now, in any paper: then nobody is asked for his PIN again for having been quiet. */
export function isAdmissionOpen(state: DayState, binding: Binding | null, now: number): boolean {
  const timeline = timelineAt(state, binding);
  return timeline !== null && inOrder(timeline).some((paper) => now >= paper.entryOpensAt && now < paper.entryClosesAt);
}
