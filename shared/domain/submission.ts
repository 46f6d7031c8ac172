import type { PaperId } from '../ids.ts';
import { attendanceOf, expectedIn, isPresent } from './attendance.ts';
import type { CandidateState, LeaveAct, RoomState, SubmissionAct } from './state.ts';

/** 交卷 of a person in a paper: the first one that stands; null while the paper is open. */
export function submissionOf(candidate: CandidateState, paper: PaperId): SubmissionAct | null {
  return candidate.acts[paper].find((act): act is SubmissionAct => act.kind === 'submitted' && !act.isUndone) ?? null;
}

/** 离场 of a person in a paper; null while in the room (or never there). */
export function leaveOf(candidate: CandidateState, paper: PaperId): LeaveAct | null {
  return candidate.acts[paper].find((act): act is LeaveAct => act.kind === 'left' && !act.isUndone) ?? null;
}

/** Present, and nothing recorded of a submission: still writing, or to be named at 收卷. */
export function stillWriting(room: RoomState, paper: PaperId): readonly CandidateState[] {
  return expectedIn(room, paper).filter(
    (candidate) => isPresent(attendanceOf(candidate, paper)) && submissionOf(candidate, paper) === null,
  );
}

/** Present and not gone: who sits in the room. */
export function inRoom(room: RoomState, paper: PaperId): readonly CandidateState[] {
  return expectedIn(room, paper).filter(
    (candidate) => isPresent(attendanceOf(candidate, paper)) && leaveOf(candidate, paper) === null,
  );
}
