import { PAPER_IDS, type PaperId, type RoomNo, type StaffId } from '../ids.ts';
import { isEntryAct } from './attendance.ts';
import { type EventRef, eventKey } from './schema-parts.ts';
import { findCourseTarget } from './undo-course.ts';
import type { ActBase, CandidateAct, Confirmation, DayState, RoomState } from './state.ts';

/** What an undo takes back, wherever it stands. */
export interface UndoTarget {
  readonly room: RoomNo | null;
  readonly paper: PaperId | null;
  readonly actor: StaffId | null;
  /** When it was recorded, UTC ms. */
  readonly at: number;
  readonly isUndone: boolean;
  /** What stands on it and would hang in the air. */
  readonly dependants: readonly { readonly occurredAt: number }[];
  /** Known here, and never taken back by an undo. */
  readonly isFinal: boolean;
}

/** The act, entry or confirmation of this event key; null where nothing here can be taken back under it. */
export function findUndoTarget(state: DayState, key: string): UndoTarget | null {
  const rooms = Object.values(state.rooms);
  // What was told to every room stands in each of them, and is taken back in all at once.
  const common = findCourseTarget(state.site.common, key);
  if (common !== null) {
    const dependants = rooms.flatMap((room) => findCourseTarget(room, key)?.dependants ?? []);
    return { ...common, room: null, dependants: [...common.dependants, ...dependants] };
  }
  for (const room of rooms) {
    const target =
      findAct(room, key) ?? findEntry(room, key) ?? findConfirmation(room, key) ?? findCourseTarget(room, key);
    if (target !== null) return target;
    if (room.undone[key] !== undefined)
      return { room: room.room, paper: null, actor: null, at: 0, isUndone: true, dependants: [], isFinal: false };
  }
  return null;
}

function findAct(room: RoomState, key: string): UndoTarget | null {
  for (const candidate of Object.values(room.candidates)) {
    for (const paper of PAPER_IDS) {
      const acts = candidate.acts[paper];
      const act = acts.find((one) => eventKey(one.event) === key);
      if (act !== undefined) return targetOf(room, act, dependantsOf(room, act, acts));
    }
  }
  return null;
}

/**
 * What rests on an act of a person: the whole way out on the entry, the leave on the submission, a tick on what it is
 * for, a cancelled eligibility on its violation. Another act of the kind that still stands carries the rest alone.
 */
function dependantsOf(room: RoomState, act: CandidateAct, acts: readonly CandidateAct[]): UndoTarget['dependants'] {
  const others = acts.filter((other) => other !== act && !other.isUndone);
  const isLater = (other: CandidateAct) => acts.indexOf(other) > acts.indexOf(act);
  const isCarried = others.some((other) => other.kind === act.kind);
  switch (act.kind) {
    case 'refused':
      return others.filter((other) => isEntryAct(other) && isLater(other));
    case 'checked-in':
      if (isCarried) return [];
      // A violation at the door came before the entry and needs none.
      return others.filter(
        (other) =>
          other.kind === 'submitted' || other.kind === 'left' || (other.kind === 'violation' && isLater(other)),
      );
    case 'submitted':
      return isCarried ? [] : others.filter((other) => other.kind === 'left');
    case 'absent':
    case 'violation': {
      const key = eventKey(act.event);
      const tick = room.registered[key];
      const cancelled = room.course.cancellations.filter((one) => eventKey(one.violation) === key && !one.isUndone);
      return tick === undefined ? cancelled : [tick, ...cancelled];
    }
    case 'left':
      return [];
  }
}

function findEntry(room: RoomState, key: string): UndoTarget | null {
  const isTarget = (one: ActBase) => eventKey(one.event) === key;
  const entry = [...room.strangers, ...room.notes, ...room.approvals].find(isTarget);
  if (entry !== undefined) return targetOf(room, entry, []);
  const correction = room.corrections.find(isTarget);
  if (correction !== undefined) return targetOf(room, correction, signedUnder(room, correction));
  for (const paper of PAPER_IDS) {
    const collections = room.collections[paper];
    const collection = collections.find(isTarget);
    if (collection === undefined) continue;
    const isCarried = collections.some((other) => other !== collection && !other.isUndone);
    const signed = room.approvals.filter((one) => one.paper === paper && !one.isUndone);
    return targetOf(room, collection, isCarried ? [] : signed);
  }
  return null;
}

/** What was signed or sealed of a 更正单. */
function signedUnder({ approvals, issued }: RoomState, { event }: ActBase): UndoTarget['dependants'] {
  const isOf = ({ about }: { readonly about: EventRef | null }) =>
    about !== null && eventKey(about) === eventKey(event);
  const signed = approvals.filter((one) => isOf(one) && !one.isUndone);
  const sealed = issued.filter((one) => isOf(one) && one.seals.length > 0);
  return [...signed, ...sealed.map(({ at }) => ({ occurredAt: at }))];
}

function findConfirmation(room: RoomState, key: string): UndoTarget | null {
  for (const paper of PAPER_IDS) {
    const milestones = Object.entries(room.confirmed).filter(([milestone]) => milestone.startsWith(`${paper}:`));
    const handedOut = room.handedOut[paper];
    const confirmations: readonly Confirmation[] = [
      ...milestones.map(([, done]) => done),
      ...Object.values(room.signals[paper]),
      ...registeredIn(room, paper),
      ...(handedOut === undefined ? [] : [handedOut]),
    ];
    const done = confirmations.find((one) => eventKey(one.event) === key);
    if (done !== undefined)
      return {
        room: done.room,
        paper,
        actor: done.actor,
        at: done.at,
        isUndone: false,
        dependants: [],
        isFinal: false,
      };
  }
  return null;
}

/** The ticks for acts of this paper. */
function registeredIn(room: RoomState, paper: PaperId): readonly Confirmation[] {
  return Object.values(room.candidates)
    .flatMap((candidate) => candidate.acts[paper])
    .flatMap((act) => room.registered[eventKey(act.event)] ?? []);
}

function targetOf(room: RoomState, act: ActBase, dependants: UndoTarget['dependants']): UndoTarget {
  const { paper, actor, at, isUndone } = act;
  return { room: room.room, paper, actor, at, isUndone, dependants, isFinal: false };
}
