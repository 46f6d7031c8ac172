import type { CandidateId } from '../ids.ts';
import { actBaseOf } from './act-base.ts';
import type { Event } from './events.ts';
import { unknownCandidate, withCandidate } from './evolve-roster.ts';
import type { CandidateAct, CandidateState, RoomState } from './state.ts';

type ActEvent = Event<'CandidateMarkedAbsent' | 'PaperSubmitted' | 'CandidateLeft' | 'ViolationRecorded'>;

/** 缺考, 交卷, 离场, 违纪: one more act of a person in a paper, whoever the room has under that id by now. */
export function evolveAct(room: RoomState, event: ActEvent): RoomState {
  if (event.paper === null) return room;
  const candidate = candidateOf(room, event.data.candidate);
  return withAct(room, candidate, { ...actBaseOf(room, event, event.paper), ...detailsOf(event, candidate) });
}

/** The latest photo of a person stands. */
export function evolvePhoto(room: RoomState, event: Event<'CandidatePhotoFiled'>): RoomState {
  return withCandidate(room, { ...candidateOf(room, event.data.candidate), photo: event.data });
}

/** The person of an id or of a later ticket's alias; somebody without an enrolment is kept as such. */
export function candidateOf(room: RoomState, named: CandidateId): CandidateState {
  return room.candidates[room.aliases[named] ?? named] ?? unknownCandidate(room, named);
}

/** Adds an act at the end of the person's list, which thereby is in merged order. */
export function withAct(room: RoomState, candidate: CandidateState, act: CandidateAct): RoomState {
  const acts = { ...candidate.acts, [act.paper]: [...candidate.acts[act.paper], act] };
  return withCandidate(room, { ...candidate, acts });
}

type DetailsOf<Act> = Act extends CandidateAct ? Omit<Act, keyof ReturnType<typeof actBaseOf>> : never;

function detailsOf(event: ActEvent, { candidate }: CandidateState): DetailsOf<CandidateAct> {
  switch (event.type) {
    case 'CandidateMarkedAbsent':
      return { kind: 'absent' };
    case 'PaperSubmitted':
      return { kind: 'submitted', how: event.data.how };
    case 'CandidateLeft':
      return { kind: 'left', confirmedBy: event.data.confirmedBy };
    case 'ViolationRecorded':
      return { ...event.data, kind: 'violation', candidate };
  }
}
