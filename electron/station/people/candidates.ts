import type { CandidateCard } from '../../../shared/contract/views.ts';
import type { Event } from '../../../shared/domain/events.ts';
import { maskIdNumber } from '../../../shared/domain/id-number.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { CandidateState, DayState } from '../../../shared/domain/state.ts';
import type { CandidateId, RoomNo } from '../../../shared/ids.ts';
import { createSearchIndex, type SearchHit, type SearchIndex } from '../roster/search-index.ts';

type Enrolment = Extract<Event, { type: 'CandidateEnrolled' | 'CandidateCorrected' | 'CandidateMoved' }>;

/** Opens the sealed person of an enrolment; null when the box does not open (a foreign or destroyed key). */
export type OpenPerson = (event: Enrolment) => Person | null;

/**
 * The people of the day in clear, held in memory only: opened once when their enrolment arrives, searched by ticket,
 * seat, digits, name and pinyin.
 */
export class Candidates {
  readonly #open: OpenPerson;
  readonly #people = new Map<CandidateId, Person>();
  #index: SearchIndex | null = null;

  constructor(open: OpenPerson) {
    this.#open = open;
  }

  /** Takes in new events, in merged or any other order; the last enrolment of a person by arrival is shown. */
  take(events: readonly Event[]): void {
    for (const event of events) {
      if (
        event.type === 'CandidateEnrolled' ||
        event.type === 'CandidateCorrected' ||
        event.type === 'CandidateMoved'
      ) {
        const person = this.#open(event);
        if (person !== null) this.#people.set(event.data.candidate, person);
        this.#index = null;
      } else if (event.type === 'CandidateWithdrawn') {
        this.#index = null;
      }
    }
  }

  find(candidate: CandidateId): Person | undefined {
    return this.#people.get(candidate);
  }

  /** Matches among the enrolled of one room, or of all rooms here. */
  search(state: DayState, query: string, room: RoomNo | null): SearchHit {
    this.#index ??= createSearchIndex(
      listed(state).flatMap(({ candidate, room: inRoom, seat }) => {
        const person = this.#people.get(candidate);
        return person === undefined ? [] : [{ candidate, person, room: inRoom, seat }];
      }),
    );
    return this.#index.search(query, { room, limit: 12 });
  }

  /** What the screen may show of a person; null for somebody without an opened box. */
  card(candidate: CandidateState): CandidateCard | null {
    const person = this.#people.get(candidate.candidate);
    if (person === undefined) return null;
    const { name, ticket, idType, gender, school, className } = person;
    return {
      candidate: candidate.candidate,
      room: candidate.room,
      seat: candidate.seat,
      name,
      ticket,
      idType,
      idMasked: maskIdNumber(person.idNumber),
      gender,
      school,
      className,
      level: candidate.level,
      papers: [...candidate.papers],
      marks: [...candidate.marks],
      hasPhoto: candidate.photo !== null,
    };
  }
}

/** Everybody who is in a room's list now. */
export function listed(state: DayState): readonly CandidateState[] {
  return Object.values(state.rooms)
    .flatMap((room) => Object.values(room.candidates))
    .filter((candidate) => candidate.standing === 'enrolled' || candidate.standing === 'flagged');
}
