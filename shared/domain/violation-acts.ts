import type { PaperId } from '../ids.ts';
import type { CandidateState, RoomState, ViolationAct } from './state.ts';

/** Violations and warnings of a person in a paper that stand, in merged order. */
export function violationsIn(candidate: CandidateState, paper: PaperId): readonly ViolationAct[] {
  return candidate.acts[paper].filter((act): act is ViolationAct => act.kind === 'violation' && !act.isUndone);
}

/** Every one of a room's paper, undone ones included, in order of when it was recorded. */
export function allViolations(room: RoomState, paper: PaperId): readonly ViolationAct[] {
  return Object.values(room.candidates)
    .flatMap((candidate) => candidate.acts[paper])
    .filter((act): act is ViolationAct => act.kind === 'violation')
    .sort((a, b) => a.at - b.at || a.event.seq - b.event.seq);
}
