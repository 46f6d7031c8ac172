import type { RosterEntry } from './commands.ts';
import type { NewEvent } from './events.ts';
import type { CandidateState, DayState } from './state.ts';

/**
 * What a roster changes against the people already here. Matches by ticket, then by ID number (a person whose ticket
 * changed keeps the first candidate id and gets an alias); who is not listed any more is withdrawn, or flagged where
 * acts are recorded. The same roster again changes nothing.
 */
export function planRosterChanges(
  state: DayState,
  entries: readonly RosterEntry[],
  nowMs: number,
): readonly NewEvent[] {
  const people = Object.values(state.rooms)
    .flatMap((room) => Object.values(room.candidates))
    .filter((person) => person.standing === 'enrolled' || person.standing === 'flagged');
  const byTicket = new Map(people.map((person) => [person.candidate, person]));
  for (const room of Object.values(state.rooms)) {
    for (const [alias, candidate] of Object.entries(room.aliases)) {
      const person = byTicket.get(candidate);
      if (person !== undefined) byTicket.set(alias as RosterEntry['candidate'], person); // keys are candidate ids
    }
  }
  const byIdNumber = new Map(people.flatMap((person) => (person.idHash === null ? [] : [[person.idHash, person]])));
  const listed = new Set<CandidateState>();
  const events: NewEvent[] = [];
  for (const entry of entries) {
    const person = byTicket.get(entry.candidate) ?? (entry.idHash === null ? undefined : byIdNumber.get(entry.idHash));
    if (person === undefined || listed.has(person)) {
      events.push(enrol(entry, nowMs));
    } else {
      listed.add(person);
      events.push(...change(person, entry, byTicket.has(entry.candidate), nowMs));
    }
  }
  for (const person of people) if (!listed.has(person)) events.push(...remove(person, nowMs));
  return events;
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

function change(person: CandidateState, entry: RosterEntry, isTicketKnown: boolean, nowMs: number): NewEvent[] {
  const { room, seat, ...read } = copyOf(entry);
  const enrolment = { ...read, candidate: person.candidate };
  const where = { room, paper: null, occurredAt: nowMs };
  const events: NewEvent[] = [];
  if (person.room !== room || person.seat !== seat) {
    const from = { room: person.room, seat: person.seat };
    events.push({ ...where, type: 'CandidateMoved', data: { ...enrolment, from, to: { room, seat } } });
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
