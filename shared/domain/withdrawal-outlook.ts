import { type Shift, timelineFacts } from './course.ts';
import type { CourseOfDay } from './adjustment-outlook.ts';
import type { PaperId } from '../ids.ts';
import { eventKey } from './schema-parts.ts';
import { computeTimeline, timelineOfSeat } from './timeline.ts';
import type { TimelineFacts } from './timeline-types.ts';

/** What a 撤回 returns to: instants, UTC ms. */
export interface WithdrawalEnds {
  /** The end as it was without the extension (of the seat that ends first, where it is for seats); of a delay the start. */
  readonly before: number;
  /** The same as it stands. */
  readonly now: number;
}

/** The facts of a course once a delay or an extension is withdrawn; `keptMs` of an extension stay. */
export function factsWithout(
  { course, seatChanges }: Pick<CourseOfDay, 'course' | 'seatChanges'>,
  { event, why, approval }: Shift,
  keptMs: number,
): TimelineFacts {
  const unwritten = { ...event, epoch: 0, seq: 0 };
  const withdrawal = { event: unwritten, at: 0, occurredAt: 0, actor: null, room: null, keptMs, why, approval };
  const withdrawals = { ...course.withdrawals, [eventKey(event)]: withdrawal };
  return timelineFacts({ ...course, withdrawals }, seatChanges);
}

/** D27: the end that a 撤回 returns to. Where that lies in the past, an end from now to the one that stands is asked for. */
export function withdrawalEnds({ day, course }: CourseOfDay, paper: PaperId, shift: Shift): WithdrawalEnds {
  const timelineOf = (facts: TimelineFacts) => computeTimeline(day.rules.values, day.date, facts).papers[paper];
  const without = timelineOf(factsWithout({ course }, shift, 0));
  const standing = timelineOf(timelineFacts(course));
  if (shift.kind === 'delay') return { before: without.startsAt, now: standing.startsAt };
  if (shift.seats === null) return { before: without.endsAt, now: standing.endsAt };
  const ends = shift.seats.map((seat) => ({
    before: timelineOfSeat(without, seat).endsAt,
    now: timelineOfSeat(standing, seat).endsAt,
  }));
  return ends.reduce((first, one) => (one.before < first.before ? one : first));
}
