import type { PaperId } from '../ids.ts';
import { attendanceOf, countRoom, expectedIn, isExpected, isPresent, type RoomCount } from './attendance.ts';
import { eventKey } from './schema-parts.ts';
import type { AbsenceAct, CandidateState, CollectionEntry, Confirmation, RoomState, ViolationAct } from './state.ts';
import { inRoom, leaveOf, stillWriting } from './submission.ts';
import { timelineOfSeat } from './timeline.ts';
import type { PaperTimeline } from './timeline-types.ts';

/** 收卷 of a paper that stands; null before. */
export function collectionOf(room: RoomState, paper: PaperId): CollectionEntry | null {
  return room.collections[paper].findLast((entry) => !entry.isUndone) ?? null;
}

/** What stands between a room and 收卷. */
export interface CollectionOutlook {
  /**
   * From when on it may be collected, UTC ms: the last end of those in the room, or as soon as everybody who came has left
   * after the cut-off. Not while the paper is paused.
   */
  readonly opensAt: number;
  /** Neither in nor marked absent: must be cleared first. */
  readonly notYet: readonly CandidateState[];
  /** Present without a recorded submission: collected by the system at E, or named. */
  readonly stillWriting: readonly CandidateState[];
  readonly unregistered: readonly Registrable[];
  readonly counts: RoomCount;
}

export function collectionOutlook(room: RoomState, timeline: PaperTimeline): CollectionOutlook {
  const { paper } = timeline;
  return {
    opensAt: opensAt(room, timeline),
    notYet: notYetIn(room, paper),
    stillWriting: stillWriting(room, paper),
    unregistered: registrables(room, paper).filter((one) => one.registered === null),
    counts: countRoom(room, paper),
  };
}

/**
 * The latest end of those still in the room, each by his own seat. Emptied before the end: from the last leave on, which
 * counts where 收卷 is entered later (补录).
 */
function opensAt(room: RoomState, timeline: PaperTimeline): number {
  const { paper, entryClosesAt, lastEndsAt } = timeline;
  const isSomebodyIn = inRoom(room, paper).length > 0;
  const until = expectedIn(room, paper).flatMap((candidate) => {
    const { endsAt } = timelineOfSeat(timeline, candidate.seat);
    const left = leaveOf(candidate, paper);
    if (left !== null) return [Math.min(left.occurredAt, endsAt)];
    return isPresent(attendanceOf(candidate, paper)) ? [endsAt] : [];
  });
  return isSomebodyIn ? Math.max(...until) : Math.min(Math.max(entryClosesAt, ...until), lastEndsAt);
}

/** 未到: neither in the room nor marked absent, the refused among them, by seat. */
export function notYetIn(room: RoomState, paper: PaperId): readonly CandidateState[] {
  return expectedIn(room, paper).filter((candidate) => {
    const { status } = attendanceOf(candidate, paper);
    return status === 'expected' || status === 'refused';
  });
}

/** Whether the people have changed since 收卷 was said (a late 补录, another station's events). */
export function hasCollectionDrifted(room: RoomState, paper: PaperId): boolean {
  const entry = collectionOf(room, paper);
  if (entry === null) return false;
  const { expected, present, late, absent } = countRoom(room, paper);
  const { said } = entry;
  return said.expected !== expected || said.present !== present || said.late !== late || said.absent !== absent;
}

/** An absence or a violation, which must stand in 监考管理系统 too (R35). */
export interface Registrable {
  readonly candidate: CandidateState;
  readonly act: AbsenceAct | ViolationAct;
  /** Who ticked it and when; null while it does not stand there. */
  readonly registered: Confirmation | null;
  /** It stands there and holds here no more (an entry entered later, an undo): to be taken back there, then the tick here. */
  readonly isOvertaken: boolean;
}

/**
 * All that the exam system must know of a paper, by seat: standing absences of people who did not come, and violations,
 * also of somebody who was moved to another room since; and what it knows that does not hold any more.
 */
export function registrables(room: RoomState, paper: PaperId): readonly Registrable[] {
  const people = Object.values(room.candidates).sort((a, b) => a.seat - b.seat);
  return people.flatMap((candidate) => [...absenceOf(room, candidate, paper), ...violationsOf(room, candidate, paper)]);
}

/** What is still to be done in the exam system: to be registered there, or to be taken back. */
export function openRegistrables(room: RoomState, paper: PaperId): readonly Registrable[] {
  return registrables(room, paper).filter((one) => one.registered === null || one.isOvertaken);
}

/** One of a person: where two stations marked the same, the exam system knows it by whichever was ticked. */
function absenceOf(room: RoomState, candidate: CandidateState, paper: PaperId): readonly Registrable[] {
  const marked = candidate.acts[paper].filter((act): act is AbsenceAct => act.kind === 'absent');
  const ticked = marked.find((act) => tickOf(room, act) !== null);
  const registered = ticked === undefined ? null : tickOf(room, ticked);
  const { act } = attendanceOf(candidate, paper);
  if (act?.kind === 'absent')
    return isExpected(candidate, paper) ? [{ candidate, act, registered, isOvertaken: false }] : [];
  return ticked === undefined ? [] : [{ candidate, act: ticked, registered, isOvertaken: true }];
}

function violationsOf(room: RoomState, candidate: CandidateState, paper: PaperId): readonly Registrable[] {
  return candidate.acts[paper].flatMap((act) => {
    if (act.kind !== 'violation' || act.measure !== 'recorded') return [];
    const registered = tickOf(room, act);
    return act.isUndone && registered === null ? [] : [{ candidate, act, registered, isOvertaken: act.isUndone }];
  });
}

function tickOf(room: RoomState, { event }: AbsenceAct | ViolationAct): Confirmation | null {
  return room.registered[eventKey(event)] ?? null;
}
