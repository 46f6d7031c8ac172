import type { PaperId } from '../ids.ts';
import { isLaterOnChain } from './chain-order.ts';
import type { CourseState } from './course-state.ts';
import type { EventRef } from './schema-parts.ts';
import type { TimelineFact } from './timeline-types.ts';

type PauseMark = Extract<TimelineFact, { kind: 'pause' | 'resume' }>;

/**
 * Every 暂停 and 恢复 of a paper that stands, when it happened. Those said at their own instant keep the order in which they
 * were said, also where a clock was set back in between: an earlier one gives way, or it would end what was paused after it.
 */
export function pauseMarks(course: CourseState, paper: PaperId): readonly PauseMark[] {
  let next = Number.POSITIVE_INFINITY;
  const backwards = course.adjustments[paper].toReversed().flatMap((one): readonly PauseMark[] => {
    if (one.isUndone || (one.kind !== 'pause' && one.kind !== 'resume')) return [];
    const at = onClockOfNow(course, one.event, one.occurredAt);
    if (one.occurredAt !== one.at) return [{ kind: one.kind, at }]; // 补录: it lies where it is said to lie
    next = Math.min(at, next);
    return [{ kind: one.kind, at: next }];
  });
  return backwards.toReversed();
}

/**
 * An instant that lies ahead of the time to which its station's clock was set since: the clock that named it was wrong, by
 * as much as people have set it. Left there, a pause would begin once more when that instant comes again, and until then
 * none would be running.
 */
export function onClockOfNow({ clockActs }: CourseState, recorded: EventRef, instant: number): number {
  let now = Number.POSITIVE_INFINITY;
  let wrongBy = 0;
  for (const { event, before, after } of clockActs) {
    if (before === null || after === null || !isLaterOnChain(event, recorded)) continue;
    now = after;
    wrongBy += before - after;
  }
  return instant <= now ? instant : Math.min(instant - wrongBy, now);
}
