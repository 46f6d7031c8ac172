import { as, type CandidateId, type SeatNo } from '../ids.ts';
import type { RosterEntry } from './commands.ts';
import type { Binding, NewEvent } from './events.ts';
import type { CandidateState, DayState } from './state.ts';

/**
 * What a roster changes against the people already here. `scope` is what the importing station is: who is not listed any
 * more is withdrawn, or flagged where acts are recorded, in the office everywhere, in a room only among its own people,
 * for its part of the roster says nothing of the others. The same roster again changes nothing.
 */
export function planRosterChanges(
  state: DayState,
  entries: readonly RosterEntry[],
  { scope, nowMs }: { readonly scope: Binding; readonly nowMs: number },
): readonly NewEvent[] {
  const people = Object.values(state.rooms)
    .flatMap((room) => Object.values(room.candidates))
    .filter((person) => person.standing === 'enrolled' || person.standing === 'flagged');
  const matches = matchPeople(state, people, entries);
  const listed = new Set(matches.values());
  const gone = people.filter(
    (person) => !listed.has(person) && (scope.kind === 'office' || scope.room === person.room),
  );
  const tickets = ticketsOf(state, people);
  return [
    ...entries.flatMap((entry) => {
      const person = matches.get(entry);
      if (person === undefined) return [enrol(entry, nowMs)];
      const isTicketKnown = tickets.get(entry.candidate) === person;
      return change(person, entry, { isTicketKnown, seatListed: seatListedOf(state, person), nowMs });
    }),
    ...gone.flatMap((person) => remove(person, nowMs)),
  ];
}

/**
 * Who of the people here each row is: all rows by ticket first, then by ID number (a person whose ticket changed keeps
 * the first candidate id and gets an alias). Nobody is two rows: a ticket passed on to somebody else must not swallow him.
 */
function matchPeople(
  state: DayState,
  people: readonly CandidateState[],
  entries: readonly RosterEntry[],
): ReadonlyMap<RosterEntry, CandidateState> {
  const own = new Map(people.map((person) => [person.candidate, person]));
  const tickets = ticketsOf(state, people);
  const idNumbers = new Map(people.flatMap((person) => (person.idHash === null ? [] : [[person.idHash, person]])));
  const matches = new Map<RosterEntry, CandidateState>();
  const free = new Set(people);
  const match = (find: (entry: RosterEntry) => CandidateState | undefined) => {
    for (const entry of entries) {
      const person = matches.has(entry) ? undefined : find(entry);
      if (person !== undefined && free.delete(person)) matches.set(entry, person);
    }
  };
  match((entry) => own.get(entry.candidate));
  match((entry) => tickets.get(entry.candidate));
  match((entry) => (entry.idHash === null ? undefined : idNumbers.get(entry.idHash)));
  return matches;
}

/** The people by every ticket they have had, as candidate ids. */
function ticketsOf(state: DayState, people: readonly CandidateState[]): ReadonlyMap<CandidateId, CandidateState> {
  const own = new Map(people.map((person) => [person.candidate, person]));
  const tickets = new Map(own);
  for (const room of Object.values(state.rooms)) {
    for (const [alias, candidate] of Object.entries(room.aliases)) {
      const person = own.get(candidate);
      if (person !== undefined && !own.has(as<CandidateId>(alias))) tickets.set(as<CandidateId>(alias), person);
    }
  }
  return tickets;
}

function enrol(entry: RosterEntry, nowMs: number): NewEvent {
  const { room, seat, ...enrolment } = copyOf(entry);
  return {
    type: 'CandidateEnrolled',
    data: { ...enrolment, at: { room, seat } },
    room,
    paper: null,
    occurredAt: nowMs,
  };
}

/** The seat that the roster has given somebody: who was moved to another machine since (R38) is not sent back by it. */
function seatListedOf(state: DayState, { candidate, room, seat }: CandidateState): SeatNo {
  const changes = state.rooms[room]?.seatChanges.filter((one) => one.candidate === candidate) ?? [];
  // A roster that moved him later ends the way back.
  return changes.reduceRight((at, { from, to }) => (to === at ? from : at), seat);
}

interface ChangeContext {
  readonly isTicketKnown: boolean;
  readonly seatListed: SeatNo;
  readonly nowMs: number;
}

function change(
  person: CandidateState,
  entry: RosterEntry,
  { isTicketKnown, seatListed, nowMs }: ChangeContext,
): NewEvent[] {
  const { room, seat, ...read } = copyOf(entry);
  const enrolment = { ...read, candidate: person.candidate };
  const where = { room, paper: null, occurredAt: nowMs };
  const events: NewEvent[] = [];
  if (person.room !== room || (person.seat !== seat && seatListed !== seat)) {
    const from = { room: person.room, seat: person.seat };
    events.push({ ...where, type: 'CandidateMoved', data: { ...enrolment, from, to: { room, seat } } });
    // The photo was told to the room that the person leaves.
    if (person.room !== room && person.photo !== null)
      events.push({ ...where, type: 'CandidatePhotoFiled', data: person.photo });
  }
  const isCorrected =
    person.standing === 'flagged' ||
    person.personHash !== entry.personHash ||
    person.level !== entry.level ||
    person.papers.join() !== entry.papers.join() ||
    person.marks.join() !== entry.marks.join();
  if (!isTicketKnown || isCorrected) {
    const alias = isTicketKnown ? null : entry.candidate;
    events.push({ ...where, type: 'CandidateCorrected', data: { ...enrolment, alias } });
  }
  return events;
}

function remove(person: CandidateState, nowMs: number): NewEvent[] {
  const where = { room: person.room, paper: null, occurredAt: nowMs };
  const hasActs = person.acts.theory.length > 0 || person.acts.practical.length > 0;
  if (!hasActs) return [{ ...where, type: 'CandidateWithdrawn', data: { candidate: person.candidate } }];
  if (person.standing === 'flagged') return [];
  return [{ ...where, type: 'CandidateFlagged', data: { candidate: person.candidate, flag: 'not-in-last-import' } }];
}

/** Event data are plain, mutable arrays by their schema; an entry's are readonly. */
function copyOf(entry: RosterEntry) {
  return { ...entry, papers: [...entry.papers], marks: [...entry.marks] };
}
