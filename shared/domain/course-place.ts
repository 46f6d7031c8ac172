import type { PaperId, RoomNo } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';
import type { DecideContext, Refusal } from './commands.ts';
import type { Approval } from './course-events.ts';
import { refusal, refuseElsewhere, refuseSecond } from './decision.ts';
import type { DayInfo, DayState, RoomState } from './state.ts';
import type { PaperTimeline, Timeline } from './timeline-types.ts';

/** Where and when the course of a paper is changed: one room, or the whole site through the plan that holds for all. */
export interface CoursePlace {
  /** The room it is judged on; for the whole site the plan of what was told to every room. */
  readonly room: RoomState;
  /** The rooms that it changes; of the whole site that plan is one of them. */
  readonly rooms: readonly RoomState[];
  /** As it stands in the events: null = every room. */
  readonly scope: RoomNo | null;
  readonly day: DayInfo;
  readonly timeline: Timeline;
  readonly paper: PaperTimeline;
  /** When it happened: now, or earlier (补录). */
  readonly when: number;
  /** When it is recorded. */
  readonly now: number;
}

/** D6, D19: a room changes its own course, the office that of one room or of all. */
export function findCoursePlace(
  state: DayState,
  command: { readonly room: RoomNo | null; readonly paper: PaperId },
  context: DecideContext,
): Result<CoursePlace, Refusal> {
  if (command.room === null && context.binding?.kind === 'room') return err(refusal('office-only', 'D19'));
  const elsewhere = refuseElsewhere(state, command.room, context);
  if (elsewhere !== null) return err(elsewhere);
  const room = command.room === null ? state.site.common : state.rooms[command.room];
  if (room === undefined || room.timeline === null || room.day === null)
    return err(refusal('room-not-here', 'D6', { room: command.room ?? '' }));
  return ok({
    room,
    rooms: command.room === null ? [room, ...Object.values(state.rooms)] : [room],
    scope: command.room,
    day: room.day,
    timeline: room.timeline,
    paper: room.timeline.papers[command.paper],
    when: context.occurredAt ?? context.nowMs,
    now: context.nowMs,
  });
}

/** D22: the chief or a deputy approves by name; called by telephone, two of the room sign that he did. */
export function refuseApproval(
  state: DayState,
  approval: Approval,
  room: RoomNo | null,
  context: DecideContext,
): Refusal | null {
  const role = state.site.staff[approval.approver]?.role;
  if (role !== 'chief' && role !== 'deputy') return refusal('approver-not-chief', 'D22');
  if (approval.how === 'present') return null;
  if (context.second === null) return refusal('second-person-missing', 'D22');
  // Who is on the telephone cannot sign in the room that he was.
  if (context.second === approval.approver) return refusal('second-person-not-in-room', 'D22');
  return refuseSecond(state, { second: context.second, room }, context);
}
