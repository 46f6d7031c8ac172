import type { PaperId } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';
import { outlookBetween } from './adjustment-outlook.ts';
import { timelineFacts } from './course.ts';
import type { NextPaperChoice } from './course-commands.ts';
import type { CoursePlace } from './course-place.ts';
import type { Refusal } from './commands.ts';
import { refusal } from './decision.ts';
import { minutes } from './day-time.ts';
import type { RoomState } from './state.ts';
import type { TimelineFact, TimelineFacts } from './timeline-types.ts';

/** Nothing on an exam day is put off by more than this. */
export const LONGEST_DELAY_MS = minutes(720);

/** A new start of the later paper, as the answer to a collision. */
export interface NextStart {
  readonly paper: PaperId;
  readonly startsAt: number;
}

/**
 * C04: a paper that runs into the next one is a question, with the answer in the command; never silent. Judged in every
 * room that changes. An answer to a question that does not arise is not needed and does nothing.
 */
export function judgeCollision(
  place: CoursePlace,
  next: NextPaperChoice,
  change: (room: RoomState) => TimelineFacts,
): Result<NextStart | null, Refusal> {
  let start: NextStart | null = null;
  for (const room of place.rooms) {
    const after = change(room);
    const outlook = outlookBetween(place.day, place.paper.paper, timelineFacts(room.course, room.seatChanges), after);
    const { question: collision } = outlook;
    if (collision === null) continue;
    const figures = {
      end: collision.earlierEndsAt,
      start: collision.laterStartsAt,
      login: collision.laterLoginAt,
      proposed: collision.proposedStartsAt,
      room: room.room,
    };
    if (next === null) return err(refusal('collision-unanswered', 'C04', figures));
    if (next.kind === 'keep') continue;
    const moved = withFact(after, collision.later, {
      kind: 'delay',
      startsAt: next.startsAt,
      saidAt: place.now,
      isPending: true,
    });
    const then = outlookBetween(place.day, place.paper.paper, after, moved);
    const isMovable =
      room.signals[collision.later].start === undefined &&
      next.startsAt > collision.laterStartsAt &&
      next.startsAt <= outlook.timeline.papers[collision.later].plannedStartsAt + LONGEST_DELAY_MS;
    if (then.collision !== null || !isMovable) return err(refusal('collision-remains', 'C04', figures));
    start = { paper: collision.later, startsAt: next.startsAt };
  }
  return ok(start);
}

/** The facts with one more at the end of a paper's. */
export function withFact(facts: TimelineFacts, paper: PaperId, fact: TimelineFact): TimelineFacts {
  return { ...facts, [paper]: [...facts[paper], fact] };
}
