import { timelineFacts } from '../../../shared/domain/course.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { computeTimeline } from '../../../shared/domain/timeline.ts';
import type { PaperTimeline, TimelineFact } from '../../../shared/domain/timeline-types.ts';
import type { PaperId } from '../../../shared/ids.ts';

/** A paper as the exam system runs it: without what 技术支持 has not set there yet. Null before the day is known. */
export function knownToSystem({ day, course }: RoomState, paper: PaperId): PaperTimeline | null {
  if (day === null) return null;
  const facts = timelineFacts(course);
  const known = { ...facts, [paper]: facts[paper].filter((fact) => !isUnset(fact)) };
  return computeTimeline(day.rules.values, day.date, known).papers[paper];
}

function isUnset(fact: TimelineFact): boolean {
  return (fact.kind === 'delay' || fact.kind === 'extension') && fact.isPending;
}
