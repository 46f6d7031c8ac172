import type { PaperId } from '../ids.ts';
import { attendanceOf, countRoom, expectedIn, isExpected, type RoomCount } from './attendance.ts';
import { eventKey } from './schema-parts.ts';
import type { AbsenceAct, CandidateState, CollectionEntry, Confirmation, RoomState, ViolationAct } from './state.ts';
import { inRoom, stillWriting } from './submission.ts';
import type { PaperTimeline } from './timeline-types.ts';
import { violationsIn } from './violation-acts.ts';

/** 收卷 of a paper that stands; null before. */
export function collectionOf(room: RoomState, paper: PaperId): CollectionEntry | null {
  return room.collections[paper].findLast((entry) => !entry.isUndone) ?? null;
}

/** What stands between a room and 收卷. */
export interface CollectionOutlook {
  /** From when on it may be collected, UTC ms: E, or as soon as everybody who came has left after the cut-off. */
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
  const isEmpty = inRoom(room, paper).length === 0;
  return {
    opensAt: isEmpty ? timeline.entryClosesAt : timeline.endsAt,
    notYet: notYetIn(room, paper),
    stillWriting: stillWriting(room, paper),
    unregistered: registrables(room, paper).filter((one) => one.registered === null),
    counts: countRoom(room, paper),
  };
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
}

/**
 * All that the exam system must know of a paper, by seat: standing absences of people who did not come, and violations,
 * also of somebody who was moved to another room since.
 */
export function registrables(room: RoomState, paper: PaperId): readonly Registrable[] {
  const people = Object.values(room.candidates).sort((a, b) => a.seat - b.seat);
  return people.flatMap((candidate) => {
    const { act } = attendanceOf(candidate, paper);
    const absence = act?.kind === 'absent' && isExpected(candidate, paper) ? [act] : [];
    const acts = [...absence, ...violationsIn(candidate, paper).filter((one) => one.measure === 'recorded')];
    return acts.map((one) => ({ candidate, act: one, registered: room.registered[eventKey(one.event)] ?? null }));
  });
}
