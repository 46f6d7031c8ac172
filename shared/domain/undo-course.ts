import { PAPER_IDS, type PaperId } from '../ids.ts';
import { findWithdrawnShift, shiftsOf, systemTargetOf, timelineFacts } from './course.ts';
import type { CourseState, PauseEntry, SeatingEntry } from './course-state.ts';
import { type EventRef, eventKey } from './schema-parts.ts';
import { carriedOver } from './seating.ts';
import type { ActBase, Confirmation, RoomState } from './state.ts';
import { pausesOf } from './timeline.ts';
import type { UndoTarget } from './undo-targets.ts';

/**
 * What an undo takes back of a room's course 经过: a pause, a choice of 连场, a cancellation, a tick 考试系统已设置. A delay,
 * an extension, a 撤回 and a 恢复 are known by their names but final: 撤回 is their way, or another 暂停.
 */
export function findCourseTarget(room: RoomState, key: string): UndoTarget | null {
  const { course } = room;
  const isTarget = (one: { readonly event: EventRef }) => eventKey(one.event) === key;
  const adjustment = PAPER_IDS.flatMap((paper) => course.adjustments[paper]).find(isTarget);
  if (adjustment !== undefined) {
    if (adjustment.kind === 'pause') return entryTarget(room, adjustment, resumesOn(course, adjustment));
    return { ...entryTarget(room, adjustment, []), isFinal: true };
  }
  const seating = course.seatings.find(isTarget);
  if (seating !== undefined) return entryTarget(room, seating, carriedOn(room, seating));
  const cancellation = course.cancellations.find(isTarget);
  if (cancellation !== undefined) return entryTarget(room, cancellation, []);
  const withdrawal = Object.values(course.withdrawals).find(isTarget);
  if (withdrawal !== undefined) {
    const paper = findWithdrawnShift(course, withdrawal.event)?.paper ?? null;
    return { ...confirmationTarget(withdrawal, paper, []), isFinal: true };
  }
  const tick = Object.entries(course.setInSystem).find(([, one]) => isTarget(one));
  return tick === undefined ? null : tickTarget(course, ...tick);
}

/** 恢复 that would end nothing without this 暂停: the times at which they did. */
function resumesOn(course: CourseState, pause: PauseEntry): UndoTarget['dependants'] {
  const { paper } = pause;
  const others = course.adjustments[paper].filter((one) => one !== pause);
  const endsOf = (of: CourseState) => pausesOf(timelineFacts(of)[paper]).flatMap(({ until }) => until ?? []);
  const without = endsOf({ ...course, adjustments: { ...course.adjustments, [paper]: others } });
  return endsOf(course)
    .filter((until) => !without.includes(until))
    .map((occurredAt) => ({ occurredAt }));
}

/** The 留座 confirmations that rest on this choice alone. */
function carriedOn(room: RoomState, seating: SeatingEntry): UndoTarget['dependants'] {
  const stays = room.course.seatings.filter(
    ({ paper, mode, isUndone }) => paper === seating.paper && mode === 'stay' && !isUndone,
  );
  return stays.length === 1 && stays[0] === seating ? carriedOver(room, seating.paper) : [];
}

/** A tick that something was set back rests on the tick that it was set. */
function tickTarget(course: CourseState, target: string, tick: Confirmation): UndoTarget {
  const withdrawal = course.withdrawals[target];
  const setBack = withdrawal === undefined ? undefined : course.setInSystem[eventKey(withdrawal.event)];
  const paper = PAPER_IDS.find((one) =>
    shiftsOf(course, one).some(
      (shift) => eventKey(shift.event) === target || eventKey(systemTargetOf(course, shift)) === target,
    ),
  );
  return confirmationTarget(tick, paper ?? null, setBack === undefined ? [] : [setBack]);
}

function entryTarget(room: RoomState, act: ActBase, dependants: UndoTarget['dependants']): UndoTarget {
  const { paper, actor, at, isUndone } = act;
  return { room: room.room, paper, actor, at, isUndone, dependants, isFinal: false };
}

function confirmationTarget(
  { room, actor, at }: Confirmation,
  paper: PaperId | null,
  dependants: UndoTarget['dependants'],
): UndoTarget {
  return { room, paper, actor, at, isUndone: false, dependants, isFinal: false };
}
