import type { PaperId } from '../ids.ts';
import type { CourseState } from './course-state.ts';
import { minutes } from './day-time.ts';
import type { DayInfo, SeatChangeEntry } from './state.ts';
import { computeTimeline, inOrder } from './timeline.ts';
import type { PaperTimeline, Timeline, TimelineFacts } from './timeline-types.ts';

/** What a delay or an extension would lead to: shown before it is confirmed, and judged by `decide`. */
export interface AdjustmentOutlook {
  readonly before: PaperTimeline;
  readonly after: PaperTimeline;
  /** The whole day as it would be. */
  readonly timeline: Timeline;
  /** Null where the next paper is not run into. */
  readonly collision: Collision | null;
  /** The same where it must be asked about: an overlap that somebody has accepted before is not, while it is no worse. */
  readonly question: Collision | null;
}

/** A paper that ends only after the next one's candidates must log in (C04): a question to the chief, never silent. */
export interface Collision {
  /** By the plan of the day, also where a delay has turned the two round. */
  readonly earlier: PaperId;
  readonly later: PaperId;
  readonly earlierEndsAt: number;
  readonly laterLoginAt: number;
  readonly laterStartsAt: number;
  /** The next start that keeps the pause between the papers as planned, on a whole minute. */
  readonly proposedStartsAt: number;
  /** How far the one that runs first reaches into the other's login or start; 0 where the two are only turned round. */
  readonly overlapMs: number;
}

/** A course and the day it belongs to. */
export interface CourseOfDay {
  readonly day: DayInfo;
  readonly course: CourseState;
  /** 换座 of the room: minutes of a seat go with its person. */
  readonly seatChanges?: readonly SeatChangeEntry[];
}

/** The effect on a paper of going from one set of facts to another: a delay or an extension adds one, a 撤回 takes one away. */
export function outlookBetween(
  day: DayInfo,
  paper: PaperId,
  before: TimelineFacts,
  after: TimelineFacts,
): AdjustmentOutlook {
  const now = computeTimeline(day.rules.values, day.date, before);
  const timeline = computeTimeline(day.rules.values, day.date, after);
  const collision = collisionIn(timeline);
  const question = collision !== null && isNoWorse(collisionIn(now), collision) ? null : collision;
  return { before: now.papers[paper], after: timeline.papers[paper], timeline, collision, question };
}

/** Neither into the login nor into the paper itself: a login that has passed stays where it was, wherever the start goes. */
function isNoWorse(before: Collision | null, after: Collision): boolean {
  if (before === null) return false;
  const overlapOf = ({ earlierEndsAt, laterStartsAt }: Collision) => Math.max(0, earlierEndsAt - laterStartsAt);
  return after.overlapMs <= before.overlapMs && overlapOf(after) <= overlapOf(before);
}

/** The papers of a timeline that run into each other, or are turned round; null where neither is so. */
export function collisionIn(timeline: Timeline): Collision | null {
  const [first, second] = inOrder(timeline);
  const isTurned = second.plannedStartsAt < first.plannedStartsAt;
  const loginOffset = second.loginAt - second.startsAt;
  // Where the plan itself lets people log in while the earlier paper runs, the start is what must not be run into.
  const isLoginClear = first.plannedEndsAt <= second.plannedStartsAt + loginOffset;
  const overlapMs = Math.max(0, first.lastEndsAt - (isLoginClear ? second.loginAt : second.startsAt));
  if (overlapMs === 0 && !isTurned) return null;
  const [earlier, later] = isTurned ? [second, first] : [first, second];
  const gapMs = Math.max(0, later.plannedStartsAt - earlier.plannedEndsAt);
  const minute = minutes(1);
  return {
    earlier: earlier.paper,
    later: later.paper,
    earlierEndsAt: earlier.lastEndsAt,
    laterLoginAt: later.loginAt,
    laterStartsAt: later.startsAt,
    proposedStartsAt: Math.ceil((earlier.lastEndsAt + gapMs) / minute) * minute,
    overlapMs,
  };
}

/** Whether an interruption from `from` (or an extension said then) lies in the first 30 minutes: the cut-off is asked about. */
export function asksCutoff(paper: PaperTimeline, from: number): boolean {
  return from < paper.entryClosesAt;
}
