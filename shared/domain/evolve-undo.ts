import { PAPER_IDS } from '../ids.ts';
import { refOf } from './act-base.ts';
import type { CourseState } from './course-state.ts';
import { namedIn } from './evolve-course.ts';
import type { Event } from './events.ts';
import { type EventRef, eventKey } from './schema-parts.ts';
import type { ActBase, CandidateState, Confirmation, RoomState } from './state.ts';

type IsTarget = (named: { readonly event: EventRef }) => boolean;

/**
 * 撤销: an act stays in its list, marked; a confirmation (milestone, signal, tick, hand-out) is gone. An undo whose target
 * is not known here is kept: the target takes it up when it comes (`claimUndone`), or it shows as an anomaly.
 */
export function evolveUndo(before: RoomState, event: Event<'ActUndone'>): RoomState {
  const key = namedIn(before.course, event.data.target);
  if (before.undone[key] !== undefined) return before;
  const room: RoomState = { ...before, undone: { ...before.undone, [key]: refOf(event) } };
  const changed = takeBack(room, (named) => eventKey(named.event) === key);
  return changed === null ? room : { ...room, ...changed, undoTargets: { ...room.undoTargets, [key]: true } };
}

/** An undo may stand before its target in merged order (clocks far apart): then the target takes it up when it comes. */
export function claimUndone(room: RoomState, event: Event): RoomState {
  const key = eventKey(event);
  if (room.undone[key] === undefined) return room;
  return { ...room, undoTargets: { ...room.undoTargets, [key]: true } };
}

/** What changes in the room when the target is taken back; null when it is not here. */
function takeBack(room: RoomState, isTarget: IsTarget): Partial<RoomState> | null {
  return takeBackAct(room, isTarget) ?? takeBackEntry(room, isTarget) ?? takeBackConfirmation(room, isTarget);
}

function takeBackAct(room: RoomState, isTarget: IsTarget): Partial<RoomState> | null {
  const holder = Object.values(room.candidates).find((c) => PAPER_IDS.some((paper) => c.acts[paper].some(isTarget)));
  if (holder !== undefined) {
    const { theory, practical } = holder.acts;
    const acts = { theory: markUndone(theory, isTarget), practical: markUndone(practical, isTarget) };
    const marked: CandidateState = { ...holder, acts };
    return { candidates: { ...room.candidates, [holder.candidate]: marked } };
  }
  if (room.strangers.some(isTarget)) return { strangers: markUndone(room.strangers, isTarget) };
  return null;
}

function takeBackEntry(room: RoomState, isTarget: IsTarget): Partial<RoomState> | null {
  if (room.notes.some(isTarget)) return { notes: markUndone(room.notes, isTarget) };
  if (room.approvals.some(isTarget)) return { approvals: markUndone(room.approvals, isTarget) };
  if (room.corrections.some(isTarget)) return { corrections: markUndone(room.corrections, isTarget) };
  const course = takeBackCourse(room.course, isTarget);
  if (course !== null) return { course };
  const { theory, practical } = room.collections;
  if (!theory.some(isTarget) && !practical.some(isTarget)) return null;
  return { collections: { theory: markUndone(theory, isTarget), practical: markUndone(practical, isTarget) } };
}

function takeBackCourse(course: CourseState, isTarget: IsTarget): CourseState | null {
  const { theory, practical } = course.adjustments;
  if (theory.some(isTarget) || practical.some(isTarget)) {
    return {
      ...course,
      adjustments: { theory: markUndone(theory, isTarget), practical: markUndone(practical, isTarget) },
    };
  }
  if (course.seatings.some(isTarget)) return { ...course, seatings: markUndone(course.seatings, isTarget) };
  if (course.cancellations.some(isTarget))
    return { ...course, cancellations: markUndone(course.cancellations, isTarget) };
  if (has(course.setInSystem, isTarget)) return { ...course, setInSystem: without(course.setInSystem, isTarget) };
  return null;
}

function takeBackConfirmation(room: RoomState, isTarget: IsTarget): Partial<RoomState> | null {
  if (has(room.confirmed, isTarget)) return { confirmed: without(room.confirmed, isTarget) };
  if (has(room.registered, isTarget)) return { registered: without(room.registered, isTarget) };
  if (has(room.handedOut, isTarget)) return { handedOut: without(room.handedOut, isTarget) };
  const { theory, practical } = room.signals;
  if (!has(theory, isTarget) && !has(practical, isTarget)) return null;
  return { signals: { theory: without(theory, isTarget), practical: without(practical, isTarget) } };
}

function markUndone<Act extends ActBase>(acts: readonly Act[], isTarget: IsTarget): readonly Act[] {
  return acts.map((act) => (isTarget(act) ? { ...act, isUndone: true } : act));
}

type Confirmations = Readonly<Partial<Record<string, Confirmation>>>;

function has(confirmations: Confirmations, isTarget: IsTarget): boolean {
  return Object.values(confirmations).some((one) => one !== undefined && isTarget(one));
}

function without<Some extends Confirmations>(confirmations: Some, isTarget: IsTarget): Some {
  const kept = Object.entries(confirmations).filter(([, one]) => one !== undefined && !isTarget(one));
  return Object.fromEntries(kept) as Some; // the same record with fewer of its optional keys
}
