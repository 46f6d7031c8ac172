import type { CandidateId, PaperId, RoomNo } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';
import type { DecideContext, Refusal } from './commands.ts';
import { refusal, refuseElsewhere } from './decision.ts';
import type { Rules } from './rules.ts';
import type { CandidateState, DayState, RoomState } from './state.ts';
import type { PaperTimeline } from './timeline-types.ts';

/** Where and when an act happens: a room's paper, its instants and rules. */
export interface Place {
  readonly room: RoomState;
  readonly paper: PaperId;
  readonly timeline: PaperTimeline;
  readonly rules: Rules;
  /** When it happened: now, or earlier (补录). */
  readonly when: number;
}

/** The room and paper of a command, if this station and this person may act there (D6). */
export function findPlace(
  state: DayState,
  command: { readonly room: RoomNo; readonly paper: PaperId },
  context: DecideContext,
): Result<Place, Refusal> {
  const elsewhere = refuseElsewhere(state, command.room, context);
  if (elsewhere !== null) return err(elsewhere);
  const room = state.rooms[command.room];
  if (room === undefined || room.timeline === null || room.day === null)
    return err(refusal('room-not-here', 'D6', { room: command.room }));
  return ok({
    room,
    paper: command.paper,
    timeline: room.timeline.papers[command.paper],
    rules: room.day.rules.values,
    when: context.occurredAt ?? context.nowMs,
  });
}

/** Somebody on this room's list who takes this paper (D5). */
export function findPerson({ room, paper }: Place, named: CandidateId): Result<CandidateState, Refusal> {
  const candidate = findCandidate(room, named);
  if (candidate === undefined) return err(refusal('candidate-unknown', 'D5'));
  if (candidate.standing === 'withdrawn' || candidate.standing === 'moved-away')
    return err(refusal('candidate-withdrawn', 'D5'));
  if (!candidate.papers.includes(paper)) return err(refusal('paper-not-taken', 'D5'));
  return ok(candidate);
}

/** Each of these people once, in the order of their seats; the first who cannot be found is the refusal. */
export function findPeople(place: Place, named: readonly CandidateId[]): Result<readonly CandidateState[], Refusal> {
  const people = new Map<CandidateId, CandidateState>();
  for (const one of named) {
    const person = findPerson(place, one);
    if (!person.ok) return person;
    people.set(person.value.candidate, person.value);
  }
  return ok([...people.values()].sort((a, b) => a.seat - b.seat));
}

/** The person of a candidate id or of a later ticket's alias. */
export function findCandidate(room: RoomState, candidate: CandidateId): CandidateState | undefined {
  return room.candidates[room.aliases[candidate] ?? candidate];
}
