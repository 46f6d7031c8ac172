import { attendanceOf } from '../../shared/domain/attendance.ts';
import type { Command } from '../../shared/domain/commands.ts';
import type { Event } from '../../shared/domain/events.ts';
import type { Rules } from '../../shared/domain/rules.ts';
import type { EventRef } from '../../shared/domain/schema-parts.ts';
import type { CandidateState, RoomState } from '../../shared/domain/state.ts';
import { as, type StaffId } from '../../shared/ids.ts';
import {
  at,
  BOX,
  candidateId,
  CHIEF,
  checkIn,
  createReadyRoom,
  createSimStation,
  INVIGILATOR_2,
  must,
  ROOM,
  type SimStation,
  stationId,
} from './sim-station.ts';

type Of<Type extends Command['type']> = Extract<Command, { type: Type }>;

const THEORY = { room: ROOM, paper: 'theory' } as const;

export const TECHNICIAN = as<StaffId>('staff-technician');
export const DIGEST = 'd'.repeat(64);
/** What an act entered later needs: when it happened, why it is late, and who saw it. */
export function backfilled(clock: string) {
  return { occurredAt: at(clock), reason: BOX, second: INVIGILATOR_2 };
}

export function markAbsent(...people: readonly number[]): Of<'markAbsent'> {
  return { ...THEORY, type: 'markAbsent', candidates: people.map(candidateId) };
}

export function submit(n: number, overrides: Partial<Of<'recordSubmission'>> = {}): Of<'recordSubmission'> {
  return { ...THEORY, type: 'recordSubmission', candidate: candidateId(n), how: 'by-candidate', ...overrides };
}

export function leave(n: number, overrides: Partial<Of<'recordLeave'>> = {}): Of<'recordLeave'> {
  return {
    ...THEORY,
    type: 'recordLeave',
    candidate: candidateId(n),
    isConfirmedByTechnician: false,
    technician: null,
    ...overrides,
  };
}

export function violate(n: number, overrides: Partial<Of<'recordViolation'>> = {}): Of<'recordViolation'> {
  return {
    ...THEORY,
    type: 'recordViolation',
    candidate: candidateId(n),
    code: '54',
    measure: 'recorded',
    discovery: 'on-site',
    facts: BOX,
    held: null,
    isTicketHeld: false,
    ...overrides,
  };
}

export function note(n: number | null, overrides: Partial<Of<'takeNote'>> = {}): Of<'takeNote'> {
  const candidate = n === null ? null : candidateId(n);
  return { ...THEORY, type: 'takeNote', candidate, kind: 'equipment', text: BOX, ...overrides };
}

export function register(...targets: readonly EventRef[]): Of<'registerInExamSystem'> {
  return { ...THEORY, type: 'registerInExamSystem', targets };
}

export function collect(overrides: Partial<Of<'collectPaper'>> = {}): Of<'collectPaper'> {
  return { ...THEORY, type: 'collectPaper', notSubmitted: [], isConfirmedByTechnician: true, ...overrides };
}

export function approve(contentDigest = DIGEST): Of<'approvePaper'> {
  return { ...THEORY, type: 'approvePaper', kind: 'room-record', about: null, contentDigest, drawing: BOX };
}

export function handOut(overrides: Partial<Of<'handOutSheet'>> = {}): Of<'handOutSheet'> {
  return { ...THEORY, type: 'handOutSheet', ...overrides };
}

export function undo(event: Event | undefined): Of<'undo'> {
  return { type: 'undo', target: refTo(event) };
}

/** The name of an event that must be there. */
export function refTo(event: Event | undefined): EventRef {
  if (event === undefined) throw new Error('no event');
  return { station: event.station, epoch: event.epoch, seq: event.seq };
}

/** Checks people in at 08:35: late in R2022, on time in R2021. */
export function admit(station: SimStation, ...people: readonly number[]): void {
  for (const n of people) must(station.act(checkIn(n), at('08:35')));
}

export function enlistTechnician(station: SimStation): void {
  const technician = { type: 'enlistStaff', staff: TECHNICIAN, role: 'technician', room: null } as const;
  must(station.act({ ...technician, person: BOX, pin: BOX }, at('07:10'), { actor: CHIEF }));
}

/** A ready room of a day whose rules differ from every edition's in these values. */
export function createRoomUnder(rules: Partial<Rules>, size = 5): SimStation {
  const station = createSimStation(stationId(9));
  const altered = createReadyRoom(size).events.map(({ event, hash }) => ({ hash, event: withRules(event, rules) }));
  station.take(altered, at('07:00'));
  station.record('StationBound', { binding: { kind: 'room', room: ROOM } }, at('07:00'), { room: null });
  return station;
}

function withRules(event: Event, rules: Partial<Rules>): Event {
  if (event.type !== 'DayMade') return event;
  const values = { ...event.data.rules.values, ...rules };
  return { ...event, data: { ...event.data, rules: { ...event.data.rules, values } } };
}

export function roomOf(station: SimStation): RoomState {
  const room = station.state.rooms[ROOM];
  if (room === undefined) throw new Error('the room is not there');
  return room;
}

export function personOf(station: SimStation, n: number): CandidateState {
  const candidate = roomOf(station).candidates[candidateId(n)];
  if (candidate === undefined) throw new Error(`candidate ${n} is not there`);
  return candidate;
}

export function statusOf(station: SimStation, n: number): string {
  return attendanceOf(personOf(station, n), 'theory').status;
}
