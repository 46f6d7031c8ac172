import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAnomalies } from '../../shared/domain/anomalies.ts';
import { countRoom, expectedIn } from '../../shared/domain/attendance.ts';
import { notYetIn, registrables } from '../../shared/domain/collection.ts';
import type { Command, DecideContext } from '../../shared/domain/commands.ts';
import type { Event, EventType } from '../../shared/domain/events.ts';
import { eventKey } from '../../shared/domain/schema-parts.ts';
import { seatStateOf } from '../../shared/domain/seat-state.ts';
import { stillWriting } from '../../shared/domain/submission.ts';
import {
  approve,
  collect,
  enlistTechnician,
  leave,
  markAbsent,
  note,
  register,
  roomOf,
  submit,
  TECHNICIAN,
  undo,
  violate,
} from '../support/paper-acts.ts';
import {
  at,
  BOX,
  checkIn,
  createReadyRoom,
  INVIGILATOR_2,
  MAKE_DAY,
  MAKE_DAY_2021,
  refuseEntry,
  type SimStation,
  stationId,
} from '../support/sim-station.ts';

const PEOPLE = 4;

const step = fc.record({
  act: fc.constantFrom(
    ...(['check-in', 'check-in', 'check-in', 'refuse', 'absent', 'absent-all', 'submit', 'submit', 'force'] as const),
    ...(['leave', 'leave', 'leave', 'violate', 'warn', 'note', 'tick', 'collect', 'collect', 'sign', 'undo'] as const),
  ),
  person: fc.integer({ min: 1, max: PEOPLE }),
  /** Seconds since the step before. */
  later: fc.nat(420),
  /** Entered so many seconds after it happened; null = at once. */
  late: fc.option(fc.nat(1800), { freq: 2 }),
  isConfirmed: fc.boolean(),
  /** Which of the events so far an undo names, from the last one back. */
  back: fc.nat(6),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What stands of a room's paper, told by the accepted events alone: the rules' other side, without evolve. */
class Ledger {
  readonly #events = new Map<string, Event>();
  readonly accepted = new Map<EventType, number>();

  take(event: Event): void {
    this.accepted.set(event.type, (this.accepted.get(event.type) ?? 0) + 1);
    if (event.type === 'ActUndone') this.#events.delete(eventKey(event.data.target));
    else this.#events.set(eventKey(event), event);
  }

  /** People with a standing event of this type, as often as they have one. */
  people(type: 'CandidateCheckedIn' | 'CandidateMarkedAbsent' | 'PaperSubmitted' | 'CandidateLeft'): readonly string[] {
    return [...this.#events.values()].flatMap((event) => (event.type === type ? [event.data.candidate] : []));
  }

  all(type: EventType): readonly Event[] {
    return [...this.#events.values()].filter((event) => event.type === type);
  }
}

function commandOf({ act, person, isConfirmed, back }: Step, station: SimStation): Command {
  const room = roomOf(station);
  switch (act) {
    case 'check-in':
      return checkIn(person);
    case 'refuse':
      return refuseEntry(person, isConfirmed ? 'late' : 'documents');
    case 'absent':
      return markAbsent(person);
    case 'absent-all':
      return { ...markAbsent(), candidates: notYetIn(room, 'theory').map(({ candidate }) => candidate) };
    case 'submit':
      return submit(person);
    case 'force':
      return submit(person, { how: 'full-screen-left' });
    case 'leave':
      return leave(person, { isConfirmedByTechnician: isConfirmed, technician: TECHNICIAN });
    case 'violate':
      return violate(person);
    case 'warn':
      return violate(person, { measure: 'warned', facts: null });
    case 'note':
      return note(isConfirmed ? person : null);
    case 'tick':
      return register(
        ...registrables(room, 'theory').flatMap((one) => (one.registered === null ? [one.act.event] : [])),
      );
    case 'collect':
      return collect({
        notSubmitted: isConfirmed ? stillWriting(room, 'theory').map(({ candidate }) => ({ candidate, why: BOX })) : [],
      });
    case 'sign':
      return approve();
    case 'undo':
      return undo(station.events.at(-1 - back)?.event);
  }
}

function contextOf({ act, late }: Step, now: number): Partial<DecideContext> {
  const second = act === 'violate' || act === 'undo' || late !== null ? { second: INVIGILATOR_2 } : {};
  const reason = act === 'undo' || late !== null ? { reason: BOX } : {};
  return { ...second, ...reason, occurredAt: late === null || act === 'undo' ? null : now - late * 1000 };
}

/** Holds after every step, whatever was asked. */
function expectLaws(station: SimStation, ledger: Ledger): void {
  const room = roomOf(station);
  const present = ledger.people('CandidateCheckedIn');
  const submitted = ledger.people('PaperSubmitted');
  const left = ledger.people('CandidateLeft');
  for (const people of [present, submitted, left, ledger.people('CandidateMarkedAbsent')])
    expect(new Set(people).size).toBe(people.length);
  for (const candidate of left) expect(submitted).toContain(candidate);
  for (const candidate of submitted) expect(present).toContain(candidate);

  const count = countRoom(room, 'theory');
  expect(count.expected).toBe(PEOPLE);
  expect(count.present).toBe(present.length);
  expect(count.present + count.absent + count.notYet).toBe(PEOPLE);
  for (const candidate of expectedIn(room, 'theory')) {
    const seat = seatStateOf(candidate, 'theory');
    expect([seat.isSubmitted, seat.hasLeft]).toEqual([
      submitted.includes(candidate.candidate),
      left.includes(candidate.candidate),
    ]);
  }
  // One station that knows all its acts never contradicts itself; only 收卷 may be overtaken by what is entered later.
  expect(openAnomalies(station.state).filter(({ kind }) => kind !== 'collection-drifted')).toEqual([]);
}

/** Holds for what was accepted, at the moment it is. */
function expectAccepted(event: Event, ledger: Ledger, station: SimStation): void {
  const theory = roomOf(station).timeline?.papers.theory;
  if (theory === undefined) throw new Error('no timeline');
  const when = event.occurredAt;
  switch (event.type) {
    case 'CandidateCheckedIn':
      expect(theory.entryOpensAt <= when && when < theory.entryClosesAt).toBe(true);
      return;
    case 'CandidateMarkedAbsent':
      expect(when).toBeGreaterThanOrEqual(theory.entryClosesAt);
      expect(ledger.people('CandidateCheckedIn')).not.toContain(event.data.candidate);
      return;
    case 'PaperSubmitted':
      expect(when).toBeGreaterThanOrEqual(theory.startsAt);
      return;
    case 'CandidateLeft': {
      const isBetweenBans = theory.leaveOpensAt <= when && when < theory.leaveClosesAt;
      expect(isBetweenBans || when >= theory.endsAt).toBe(true);
      return;
    }
    case 'PaperCollected': {
      const { expected, present, late, absent, notSubmitted } = event.data;
      const entered = ledger.all('CandidateCheckedIn');
      expect([expected, present]).toEqual([PEOPLE, entered.length]);
      expect(expected).toBe(present + absent);
      expect(late).toBe(entered.filter((entry) => entry.occurredAt >= theory.startsAt).length);
      expect(late).toBeLessThanOrEqual(present);
      for (const { candidate } of notSubmitted) expect(ledger.people('PaperSubmitted')).not.toContain(candidate);
      expect(ledger.all('PaperCollected')).toHaveLength(1);
      return;
    }
    case 'PaperApproved':
      expect(ledger.all('PaperCollected')).toHaveLength(1);
      return;
    default:
      return;
  }
}

/** Acts that come about in so many sequences that a law about them holds for something. */
const PLAYED: readonly EventType[] = [
  'CandidateCheckedIn',
  'EntryRefused',
  'CandidateMarkedAbsent',
  'PaperSubmitted',
  'CandidateLeft',
  'ViolationRecorded',
  'NoteTaken',
  'RegisteredInExamSystem',
  'PaperCollected',
  'PaperApproved',
  'ActUndone',
];

describe('any sequence of commands in one room', () => {
  it.each([
    ['R2022', MAKE_DAY],
    ['R2021', MAKE_DAY_2021],
  ] as const)(
    '[D17][C06][D5] %s: nobody is in twice or leaves without a submission, and a collection adds up',
    (_, day) => {
      const seen = new Map<EventType, number>();
      fc.assert(
        fc.property(fc.array(step, { minLength: 20, maxLength: 90, size: 'max' }), (script) => {
          const station = createReadyRoom(PEOPLE, stationId(1), day);
          enlistTechnician(station);
          const ledger = new Ledger();
          let now = at('08:10');
          for (const one of script) {
            now += one.later * 1000;
            const result = station.act(commandOf(one, station), now, contextOf(one, now));
            for (const event of result.ok ? result.value : []) {
              ledger.take(event);
              expectAccepted(event, ledger, station);
            }
            expectLaws(station, ledger);
          }
          for (const [type, count] of ledger.accepted) seen.set(type, (seen.get(type) ?? 0) + count);
        }),
        { numRuns: 150 },
      );
      expect(PLAYED.filter((type) => !seen.has(type))).toEqual([]);
    },
  );
});
