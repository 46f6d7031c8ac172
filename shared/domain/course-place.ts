import type { PaperId, RoomNo } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';
import type { DecideContext, Refusal } from './commands.ts';
import { refusal, refuseElsewhere } from './decision.ts';
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
