import { err, ok, type Result } from '../result.ts';
import { asksCutoff } from './adjustment-outlook.ts';
import { collectionOf } from './collection.ts';
import type { DecideContext, Refusal } from './commands.ts';
import {
  countSteps,
  findShift,
  findWithdrawnShift,
  isPending,
  isSetInSystem,
  type Shift,
  timelineFacts,
  withdrawalOf,
} from './course.ts';
import type { DelayPaper, ExtendPaper, SetInSystem, WithdrawAdjustment } from './course-commands.ts';
import type { Approval } from './course-events.ts';
import { refuseApproval } from './approvals.ts';
import { type CoursePlace, findCoursePlace } from './course-place.ts';
import { minutes } from './day-time.ts';
import { findPlace } from './decide-place.ts';
import { accept, type Decision, refusal, refuse } from './decision.ts';
import type { EventData, NewEvent } from './events.ts';
import { judgeCollision, LONGEST_DELAY_MS, type NextStart, withFact } from './next-paper.ts';
import { isOnDutyIn } from './roles.ts';
import type { SealedBox } from './schema-parts.ts';
import type { DayState, RoomState } from './state.ts';
import { timelineOfSeat } from './timeline.ts';
import { factsWithout, withdrawalEnds } from './withdrawal-outlook.ts';

/** 延迟开考 (D23): to a later instant than the plan, not into the past, before anybody has begun. */
export function decideDelayPaper(state: DayState, command: DelayPaper, context: DecideContext): Decision {
  const found = findCoursePlace(state, command, context);
  if (!found.ok) return found;
  const place = found.value;
  const { paper, when } = place;
  const unapproved = refuseApproval(state, command.approval, place.scope, context);
  if (unapproved !== null) return err(unapproved);
  if (when >= paper.lastEndsAt) return refuse('paper-over', 'D23', { endsAt: paper.lastEndsAt });
  const begun = startsIn(place);
  // Started late and said afterwards: then the start is when it really was, and no other.
  const other = begun.find(({ at, stands, isOwn }) =>
    // Said to all rooms, it neither comes after people have begun in one nor takes minutes from those who write there.
    isOwn ? wholeMinute(at) !== command.startsAt : at < command.startsAt || stands > command.startsAt,
  );
  if (other !== undefined) return refuse('already-started', 'D23', { at: other.at });
  const earliest = begun.length === 0 ? wholeMinute(when) : paper.plannedStartsAt;
  const isInRange = command.startsAt >= earliest && command.startsAt > paper.plannedStartsAt;
  const latest = paper.plannedStartsAt + LONGEST_DELAY_MS;
  if (!isInRange || command.startsAt > latest || command.startsAt === paper.startsAt)
    return refuse('delay-out-of-range', 'D23', { earliest: Math.max(earliest, paper.plannedStartsAt), latest });
  const next = judgeCollision(place, command.next, ({ course, seatChanges }) =>
    withFact(timelineFacts(course, seatChanges), command.paper, {
      kind: 'delay',
      startsAt: command.startsAt,
      saidAt: context.nowMs,
      isPending: true,
    }),
  );
  if (!next.ok) return next;
  const { startsAt, why, approval } = command;
  return ok([
    shiftEvent(place, 'PaperDelayed', { startsAt, why, approval }),
    ...delayEvents(place, next.value, { why, approval }),
  ]);
}

interface Begun {
  readonly at: number;
  /** The start that stands in that room. */
  readonly stands: number;
  readonly isOwn: boolean;
}

/** When people really began, by the signals of the place itself and of every room that it changes. */
function startsIn({ room, rooms, paper: { paper, startsAt } }: CoursePlace): readonly Begun[] {
  return rooms.flatMap((one) => {
    const started = one.signals[paper].start;
    const stands = one.timeline?.papers[paper].startsAt ?? startsAt;
    return started === undefined ? [] : [{ at: started.occurredAt, stands, isOwn: one === room }];
  });
}

/** 延时 (D25) of the room or of seats, from the start until 收卷, to an end that still lies ahead. */
export function decideExtendPaper(state: DayState, command: ExtendPaper, context: DecideContext): Decision {
  const found = findCoursePlace(state, command, context);
  if (!found.ok) return found;
  const place = found.value;
  const { paper, when } = place;
  const unapproved = refuseApproval(state, command.approval, place.scope, context);
  if (unapproved !== null) return err(unapproved);
  if (when < paper.startsAt)
    return refuse('paper-not-running', 'D25', { startsAt: paper.startsAt, endsAt: paper.endsAt });
  if (paper.pausedSince !== null) return refuse('paper-paused', 'D25', { at: paper.pausedSince });
  // Minutes come on top of whatever stands: said by two pages at once they would be given twice.
  if (command.seen !== null && command.seen !== countSteps(place.room.course, command.paper))
    return refuse('course-changed', 'D25', { endsAt: paper.lastEndsAt });
  const collected = collectionOf(place.room, command.paper);
  if (collected !== null) return refuse('already-collected', 'D25', { at: collected.occurredAt });
  const unknown = command.seats?.find(
    (seat) => !Object.values(place.room.candidates).some((one) => one.seat === seat && one.standing !== 'withdrawn'),
  );
  if (unknown !== undefined) return refuse('seat-unknown', 'D25', { seat: unknown });
  const ms = minutes(command.minutes);
  const ends = command.seats?.map((seat) => timelineOfSeat(paper, seat).endsAt) ?? [paper.endsAt];
  const endsAt = Math.min(...ends) + ms;
  if (endsAt <= when) return refuse('paper-over', 'D25', { endsAt });
  const asked = command.seats === null && asksCutoff(paper, when);
  if (asked && command.cutoff === null) return refuse('cutoff-unanswered', 'R28', { closesAt: paper.entryClosesAt });
  const movesCutoff = asked && command.cutoff === 'moves';
  const next = judgeCollision(place, command.next, ({ course, seatChanges }) =>
    withFact(timelineFacts(course, seatChanges), command.paper, {
      kind: 'extension',
      seats: command.seats,
      ms,
      cutoffMs: movesCutoff ? ms : 0,
      isPending: true,
    }),
  );
  if (!next.ok) return next;
  const { why, approval } = command;
  const seats = command.seats === null ? null : [...new Set(command.seats)].sort((a, b) => a - b);
  return ok([
    shiftEvent(place, 'PaperExtended', { seats, minutes: command.minutes, movesCutoff, why, approval }),
    ...delayEvents(place, next.value, { why, approval }),
  ]);
}

/**
 * 考试系统已设置 (D26): once, for what stands. What is withdrawn is set back by a tick on its 撤回: one on the delay or
 * extension itself would say the opposite.
 */
export function decideSetInSystem(state: DayState, command: SetInSystem, context: DecideContext): Decision {
  const place = findPlace(state, command, context);
  if (!place.ok) return place;
  const { course } = place.value.room;
  const placed = findShift(course, command.target);
  const found = placed ?? findWithdrawnShift(course, command.target);
  if (found === null || found.paper !== command.paper) return refuse('adjustment-unknown', 'D26');
  const withdrawn = withdrawalOf(course, found.shift);
  if (placed !== null && withdrawn !== null) return refuse('already-withdrawn', 'D26', { at: withdrawn.occurredAt });
  const isDone = withdrawn === null ? isSetInSystem(course, command.target) : !isPending(course, found.shift);
  if (isDone) return refuse('already-set-in-system', 'D26');
  const named = command.technician === null ? undefined : state.site.staff[command.technician];
  const isTechnician = named?.role === 'technician' && isOnDutyIn(named, command.room);
  return accept({
    type: 'AdjustmentSetInSystem',
    data: { target: command.target, technician: isTechnician ? named.staff : null },
    room: command.room,
    paper: command.paper,
    occurredAt: place.value.when,
  });
}

/**
 * 撤回 (D27): everything returns to what it was before it. An end that lies in the past by then is asked for: it is set
 * anew, not before now and not after the end that stands.
 */
export function decideWithdraw(state: DayState, command: WithdrawAdjustment, context: DecideContext): Decision {
  const found = findCoursePlace(state, command, context);
  if (!found.ok) return found;
  const place = found.value;
  const { room } = place;
  const unapproved = refuseApproval(state, command.approval, place.scope, context);
  if (unapproved !== null) return err(unapproved);
  const target = findShift(room.course, command.target);
  if (target === null || target.paper !== command.paper) return refuse('adjustment-unknown', 'D27');
  const { shift } = target;
  const earlier = withdrawalOf(room.course, shift);
  if (earlier !== null) return refuse('already-withdrawn', 'D27', { at: earlier.occurredAt });
  const collected = collectionOf(room, command.paper);
  if (collected !== null) return refuse('already-collected', 'D27', { at: collected.occurredAt });
  const [started] = startsIn(place);
  if (shift.kind === 'delay' && started !== undefined) return refuse('already-started', 'D27', { at: started.at });
  const kept = keptMsOf(place, shift, command);
  if (!kept.ok) return kept;
  const keptMs = kept.value;
  const next = judgeCollision(place, command.next, (room) => factsWithout(room, shift, keptMs));
  if (!next.ok) return next;
  const { why, approval } = command;
  return ok([
    shiftEvent(place, 'AdjustmentWithdrawn', { target: command.target, keptMs, why, approval }),
    ...delayEvents(place, next.value, { why, approval }),
  ]);
}

/** How much of an extension stays so that it ends when it is said to; refused where any room's end came before now. */
function keptMsOf(place: CoursePlace, shift: Shift, { endsAt }: WithdrawAdjustment): Result<number, Refusal> {
  const { room, rooms, day, when, paper } = place;
  const endsIn = ({ course }: RoomState) => withdrawalEnds({ day, course }, paper.paper, shift);
  const { before, now: latest } = endsIn(room);
  const figures = { end: before, now: when, latest };
  let keptMs = 0;
  if (before < when) {
    if (shift.kind === 'delay' || endsAt === null) {
      const isDelay = shift.kind === 'delay' ? 1 : 0;
      return err(refusal('withdrawal-before-now', 'D27', { ...figures, isDelay }));
    }
    if (endsAt < when || endsAt > latest) return err(refusal('withdrawal-before-now', 'D27', figures));
    keptMs = endsAt - before;
  }
  const late = rooms.find((one) => isStanding(one, shift) && endsIn(one).before + keptMs < when);
  if (late === undefined) return ok(keptMs);
  return err(
    refusal('withdrawal-before-now', 'D27', { ...figures, end: endsIn(late).before + keptMs, room: late.room }),
  );
}

function isStanding({ course }: RoomState, shift: Shift): boolean {
  return findShift(course, shift.event) !== null && withdrawalOf(course, shift) === null;
}

function wholeMinute(instant: number): number {
  return instant - (instant % minutes(1));
}

/** An event of the paper's course, of its room or of the whole site. */
export function shiftEvent<T extends 'PaperDelayed' | 'PaperExtended' | 'AdjustmentWithdrawn'>(
  { scope, paper, when }: CoursePlace,
  type: T,
  data: EventData<T>,
): NewEvent {
  return { type, data, room: scope, paper: paper.paper, occurredAt: when } as NewEvent; // type and data belong together by T
}

/** The next paper's new start, where that was the answer to a collision. */
export function delayEvents(
  { scope, when }: CoursePlace,
  next: NextStart | null,
  said: { readonly why: SealedBox; readonly approval: Approval },
): readonly NewEvent[] {
  if (next === null) return [];
  const { paper, startsAt } = next;
  return [{ type: 'PaperDelayed', data: { startsAt, ...said }, room: scope, paper, occurredAt: when }];
}
