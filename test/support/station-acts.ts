import { createHash } from 'node:crypto';
import { canonicalText } from '../../shared/canonical.ts';
import type { MethodName } from '../../shared/contract/methods.ts';
import type { StaffCard } from '../../shared/contract/views.ts';
import { attendanceOf } from '../../shared/domain/attendance.ts';
import type { EventRef } from '../../shared/domain/schema-parts.ts';
import type { CandidateState, DayState, EntryAct } from '../../shared/domain/state.ts';
import { as, type CommandId, type StaffId } from '../../shared/ids.ts';
import { ROOM } from './day-scenario.ts';
import type { PlainCall } from './direct-client.ts';

/** One thing that the people of a room do, as it goes through the station's door. */
export interface StationAct {
  readonly method: MethodName;
  readonly call: PlainCall;
}

export interface ActScene {
  readonly state: DayState;
  readonly nowMs: number;
  readonly crew: Crew;
  /** The check-in just recorded by this process, which its author can still take back alone. */
  readonly lastCheckIn: EventRef | null;
}

interface Crew {
  readonly first: StaffId;
  readonly second: StaffId;
}

const BACKFILL_MS = 60_000;

export function crewOf(staff: readonly StaffCard[]): Crew {
  const [first, second] = staff.filter(({ role }) => role === 'invigilator').map((card) => card.staff);
  if (first === undefined || second === undefined) throw new Error('a room without two invigilators');
  return { first, second };
}

/** The command id of the act of this number. */
export function stationCommandId(number: number): CommandId {
  return as<CommandId>(`act-${number}`);
}

/**
 * The act of this number in a morning without end: check-ins, some of them 补录; who is there already is taken back with a
 * witness, and now and then the last check-in alone; people on and off the list are turned away. Never refused.
 */
export function actOf(number: number, { state, nowMs, crew, lastCheckIn }: ActScene): StationAct {
  const people = Object.values(state.rooms[ROOM]?.candidates ?? {}).toSorted((a, b) => a.seat - b.seat);
  const person = people[number % people.length];
  if (person === undefined) throw new Error('a room without people');
  const call = { command: stationCommandId(number), actor: crew.first, second: null, occurredAt: null, reason: null };
  const witnessed = { ...call, second: crew.second, reason: '核对后更正' };
  const kind = number % 8;
  if (kind === 3 && lastCheckIn !== null)
    return { method: 'act.undo', call: { ...call, input: { target: lastCheckIn } } };
  if (kind === 6) return { method: 'entry.refuse', call: { ...call, input: strangerOf(number) } };
  const present = presenceOf(person);
  if (present !== null) return { method: 'act.undo', call: { ...witnessed, input: { target: present.event } } };
  if (kind === 7) return { method: 'entry.refuse', call: { ...call, input: withoutDocuments(person) } };
  const input = checkInInput(person, 'ok');
  if (kind !== 5) return { method: 'checkIn.confirm', call: { ...call, input } };
  return { method: 'checkIn.confirm', call: { ...witnessed, occurredAt: nowMs - BACKFILL_MS, input } };
}

/** A check-in that is never recorded, and whose refusal tells whether the station has the person as present. */
export function probeOf({ first }: Crew, person: CandidateState): StationAct {
  const command = as<CommandId>(`probe-${person.candidate}`);
  const input = checkInInput(person, 'missing');
  return {
    method: 'checkIn.confirm',
    call: { command, actor: first, second: null, occurredAt: null, reason: null, input },
  };
}

/** The act by which a person is in the theory room; null when they are not. */
export function presenceOf(person: CandidateState): EntryAct | null {
  const { act } = attendanceOf(person, 'theory');
  return act?.kind === 'checked-in' ? act : null;
}

/** Equal states, equal digests. */
export function stateDigest(state: DayState): string {
  const text = canonicalText(state);
  if (!text.ok) throw new Error(`a state without canonical text: ${text.error.code} at ${text.error.path}`);
  return createHash('sha256').update(text.value).digest('hex');
}

function checkInInput({ candidate }: CandidateState, ticket: 'ok' | 'missing') {
  const checks = { ticket, idDocument: 'ok', face: 'match' };
  return { room: ROOM, paper: 'theory', candidate, found: 'list', checks };
}

function strangerOf(number: number) {
  const ticket = `998877${String(number).padStart(9, '0')}`;
  return { room: ROOM, paper: 'theory', candidate: null, ticket, reason: 'not-listed', note: '不在本考场名单' };
}

function withoutDocuments({ candidate }: CandidateState) {
  return { room: ROOM, paper: 'theory', candidate, ticket: null, reason: 'documents', note: null };
}
