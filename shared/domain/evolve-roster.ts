import type { CandidateId } from '../ids.ts';
import { actBaseOf, isRetold, refOf } from './act-base.ts';
import type { Event } from './events.ts';
import type { CandidateState, RoomState } from './state.ts';

type RosterEvent = Event<
  | 'CandidateEnrolled'
  | 'CandidateCorrected'
  | 'CandidateMoved'
  | 'CandidateWithdrawn'
  | 'CandidateFlagged'
  | 'SeatChanged'
>;
type Enrolment = Pick<CandidateState, 'candidate' | 'papers' | 'level' | 'person' | 'personHash' | 'idHash' | 'marks'>;

/** The roster part of a room's step: people come, change, move and go; acts recorded before stay with them. */
export function evolveRoster(room: RoomState, event: RosterEvent): RoomState {
  const known = room.candidates[event.data.candidate];
  switch (event.type) {
    case 'CandidateEnrolled': {
      const enrolled: CandidateState = {
        ...enrolmentOf(event.data),
        room: event.data.at.room,
        seat: event.data.at.seat,
        standing: 'enrolled',
        acts: known?.acts ?? { theory: [], practical: [] },
        photo: known?.photo ?? null,
        rivalEnrolments: [...(known?.rivalEnrolments ?? []), ...(isRival(known, event) ? [refOf(event)] : [])],
      };
      // A ticket that was somebody's new one may be given to another person later: from then on it is his own.
      return { ...withCandidate(room, enrolled), aliases: withoutAlias(room.aliases, enrolled.candidate) };
    }
    case 'CandidateCorrected': {
      const aliases =
        event.data.alias === null ? room.aliases : { ...room.aliases, [event.data.alias]: event.data.candidate };
      const corrected = { ...(known ?? unknownCandidate(room, event.data.candidate)), ...enrolmentOf(event.data) };
      return { ...withCandidate(room, { ...corrected, standing: 'enrolled' }), aliases };
    }
    case 'CandidateMoved': {
      if (event.data.to.room !== room.room) {
        return known === undefined ? room : withCandidate(room, { ...known, standing: 'moved-away' });
      }
      const moved = { ...(known ?? unknownCandidate(room, event.data.candidate)), ...enrolmentOf(event.data) };
      return withCandidate(room, { ...moved, room: room.room, seat: event.data.to.seat, standing: 'enrolled' });
    }
    case 'CandidateWithdrawn':
      return known === undefined ? room : withCandidate(room, { ...known, standing: 'withdrawn' });
    case 'SeatChanged':
      return withSeatChange(room, known ?? unknownCandidate(room, event.data.candidate), event);
    case 'CandidateFlagged':
      return known === undefined ? room : withCandidate(room, { ...known, standing: 'flagged' });
  }
}

/** Somebody with acts here but without an enrolment: kept, shown as an anomaly, completed when the enrolment arrives. */
export function unknownCandidate(room: RoomState, candidate: CandidateId): CandidateState {
  return {
    candidate,
    room: room.room,
    seat: 1 as CandidateState['seat'], // no seat is known; `standing` says so
    papers: [],
    level: 'elementary',
    person: { alg: 'A256GCM', keyId: '0000000000000000', nonce: '', ct: '' },
    personHash: '',
    idHash: null,
    marks: [],
    standing: 'unknown',
    acts: { theory: [], practical: [] },
    photo: null,
    rivalEnrolments: [],
  };
}

export function withCandidate(room: RoomState, candidate: CandidateState): RoomState {
  return { ...room, candidates: { ...room.candidates, [candidate.candidate]: candidate } };
}

function withoutAlias(aliases: RoomState['aliases'], alias: CandidateId): RoomState['aliases'] {
  if (aliases[alias] === undefined) return aliases;
  return Object.fromEntries(Object.entries(aliases).filter(([known]) => known !== alias));
}

function enrolmentOf(data: Enrolment): Enrolment {
  const { candidate, papers, level, person, personHash, idHash, marks } = data;
  return { candidate, papers, level, person, personHash, idHash, marks };
}

function withSeatChange(before: RoomState, candidate: CandidateState, event: Event<'SeatChanged'>): RoomState {
  const room = withCandidate(before, { ...candidate, seat: event.data.to });
  if (event.paper === null) return room;
  const change = { ...actBaseOf(room, event, event.paper), ...event.data };
  if (room.seatChanges.some((one) => isRetold(one, change))) return room;
  return { ...room, seatChanges: [...room.seatChanges, change] };
}

/** Two stations enrolled the same person and say different things. */
function isRival(known: CandidateState | undefined, event: Event<'CandidateEnrolled'>): boolean {
  if (known === undefined || known.standing !== 'enrolled') return false;
  const { at, personHash, level, papers } = event.data;
  return (
    known.seat !== at.seat ||
    known.personHash !== personHash ||
    known.level !== level ||
    known.papers.join() !== papers.join()
  );
}
