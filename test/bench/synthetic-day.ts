import type { Event, EventData, EventType } from '../../shared/domain/events.ts';
import type { EventRef } from '../../shared/domain/schema-parts.ts';
import { as, type CandidateId, type DocumentId, type PaperId, type RoomNo, type SeatNo } from '../../shared/ids.ts';
import type { HashedEvent } from '../../shared/sync/merge.ts';
import { SOME_DATE, someRules } from '../support/a-day.ts';
import { at, BOX, candidateId, CHIEF, DAY, stationId } from '../support/sim-station.ts';
import { DIGEST } from '../support/paper-acts.ts';
import { SITE_ROOMS } from './bench-station.ts';

const SEATS = 40;
/** One in so many was let in by mistake and that undone; is absent; breaks a rule; is written a note about. */
const [UNDO_EVERY, ABSENT_EVERY, VIOLATION_EVERY, NOTE_EVERY] = [20, 16, 25, 10];

/**
 * A day of twelve stations with 480 people and so many events in merged order: everybody enrolled and photographed, then
 * round after round of a paper's acts, the rooms in turn: who comes, who does not, who hands in and leaves, violations,
 * notes and their ticks, 收卷, signatures, the record. (More acts a person than any day has; merge keeps them all.)
 */
export function syntheticDay(count: number): readonly HashedEvent[] {
  const events: HashedEvent[] = [];
  const sequences = new Map<string, number>();
  let paper: PaperId | null = null;
  const record = <T extends EventType>(type: T, room: RoomNo | null, data: EventData<T>): EventRef => {
    const station = stationId(room === null ? 0 : Number(room));
    const seq = (sequences.get(station) ?? 0) + 1;
    sequences.set(station, seq);
    const when = at('08:00') + events.length * 80;
    const frame = { v: 1, day: DAY, station, epoch: 1, seq, command: null, hlc: [when, 0], at: when, occurredAt: when };
    const circumstances = {
      timeInDoubt: false,
      reason: null,
      actor: CHIEF,
      actorBy: 'name',
      second: null,
      secondBy: null,
      room,
    };
    const basis = { heads: [], timeline: null };
    const event = { ...frame, ...circumstances, basis, paper, type, data } as unknown as Event; // T pairs type and data
    events.push({ event, hash: events.length.toString(16).padStart(64, '0') });
    return { station, epoch: 1, seq };
  };

  const day = { title: '示例', site: '示例考点', plan: 'P', date: SOME_DATE, rules: someRules('R2022') };
  record('DayMade', null, day);
  for (const room of SITE_ROOMS) record('RoomListed', room, { room, place: '', expected: SEATS });
  for (const [room, seat] of places()) record('CandidateEnrolled', room, enrolment(room, seat));
  for (const [room, seat] of places()) record('CandidatePhotoFiled', room, photo(room, seat));
  for (let round = 0; events.length < count; round += 1) {
    paper = round % 2 === 0 ? 'theory' : 'practical';
    for (const [room, seat] of places()) liveEntry(record, room, seat);
    for (const [room, seat] of places()) liveRest(record, room, seat);
    for (const room of SITE_ROOMS) liveRecord(record, room);
  }
  return events.slice(0, count);
}

type Recorder = <T extends EventType>(type: T, room: RoomNo, data: EventData<T>) => EventRef;

function liveEntry(record: Recorder, room: RoomNo, seat: number): void {
  const candidate = personOf(room, seat);
  if (seat % ABSENT_EVERY === 0) {
    const target = record('CandidateMarkedAbsent', room, { candidate });
    record('RegisteredInExamSystem', room, { target });
    return;
  }
  const target = record('CandidateCheckedIn', room, checkIn(room, seat));
  if (seat % UNDO_EVERY !== 1) return;
  record('ActUndone', room, { target });
  record('CandidateCheckedIn', room, checkIn(room, seat));
}

function liveRest(record: Recorder, room: RoomNo, seat: number): void {
  const candidate = personOf(room, seat);
  if (seat % ABSENT_EVERY === 0) return;
  if (seat % NOTE_EVERY === 0) record('NoteTaken', room, { kind: 'equipment', candidate, text: BOX });
  if (seat % VIOLATION_EVERY === 1) {
    const found = { candidate, code: '54', measure: 'recorded', discovery: 'on-site', isTicketHeld: false } as const;
    const target = record('ViolationRecorded', room, { ...found, facts: BOX, held: null });
    record('RegisteredInExamSystem', room, { target });
  }
  record('PaperSubmitted', room, { candidate, how: 'by-candidate' });
  record('CandidateLeft', room, { candidate, confirmedBy: 'invigilator', technician: null });
}

function liveRecord(record: Recorder, room: RoomNo): void {
  const counts = { expected: SEATS, present: SEATS - 2, late: 0, absent: 2, unregistered: 0 };
  record('PaperCollected', room, { ...counts, notSubmitted: [], isConfirmedByTechnician: true });
  const approval = { kind: 'room-record', contentDigest: DIGEST, as: 'invigilator', drawing: BOX } as const;
  record('PaperApproved', room, approval);
  record('PaperApproved', room, approval);
  const document = as<DocumentId>(`record-${room}`);
  const drawn = { copy: 1, pages: 1, viewDigest: DIGEST, heads: [] };
  record('PaperIssued', room, { ...drawn, kind: 'room-record', document, room });
}

/** All seats, the rooms in turn, as the twelve doors fill at the same time. */
function places(): readonly (readonly [RoomNo, number])[] {
  return Array.from({ length: SEATS }, (_, index) => SITE_ROOMS.map((room) => [room, index + 1] as const)).flat();
}

function personOf(room: RoomNo, seat: number): CandidateId {
  return candidateId(Number(room) * 1000 + seat);
}

function enrolment(room: RoomNo, seat: number): EventData<'CandidateEnrolled'> {
  return {
    candidate: personOf(room, seat),
    papers: ['theory', 'practical'],
    level: 'elementary',
    person: BOX,
    personHash: `${room}${seat}`,
    idHash: null,
    marks: [],
    at: { room, seat: as<SeatNo>(seat) },
  };
}

function photo(room: RoomNo, seat: number): EventData<'CandidatePhotoFiled'> {
  return { candidate: personOf(room, seat), sealedDigest: DIGEST, width: 295, height: 413 };
}

function checkIn(room: RoomNo, seat: number): EventData<'CandidateCheckedIn'> {
  return {
    candidate: personOf(room, seat),
    seat: as<SeatNo>(seat),
    found: 'ticket',
    checks: { ticket: 'ok', idDocument: 'ok', face: 'match' },
    said: { entry: 'on-time', lateMinutes: 0 },
  };
}
