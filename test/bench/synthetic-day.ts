import type { Event, EventData, EventType } from '../../shared/domain/events.ts';
import { as, type CandidateId, type RoomNo, type SeatNo } from '../../shared/ids.ts';
import type { HashedEvent } from '../../shared/sync/merge.ts';
import { SOME_DATE, someRules } from '../support/a-day.ts';
import { at, BOX, candidateId, CHIEF, DAY, stationId } from '../support/sim-station.ts';
import { SITE_ROOMS } from './bench-station.ts';

const SEATS = 40;
/** One entry in so many was a wrong one. */
const UNDO_EVERY = 20;

/**
 * A day of twelve stations with 480 people and so many events in merged order: everybody enrolled, then check-ins
 * round after round, the rooms in turn, some of them undone. (More acts a person than any day has; merge keeps them all.)
 */
export function syntheticDay(count: number): readonly HashedEvent[] {
  const events: HashedEvent[] = [];
  const sequences = new Map<string, number>();
  const record = <T extends EventType>(type: T, room: RoomNo | null, data: EventData<T>): Event => {
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
    const paper = type === 'CandidateCheckedIn' || type === 'ActUndone' ? 'theory' : null;
    const event = { ...frame, ...circumstances, basis, paper, type, data } as unknown as Event; // T pairs type and data
    events.push({ event, hash: events.length.toString(16).padStart(64, '0') });
    return event;
  };

  const day = { title: '示例', site: '示例考点', plan: 'P', date: SOME_DATE, rules: someRules('R2022') };
  record('DayMade', null, day);
  for (const room of SITE_ROOMS) record('RoomListed', room, { room, place: '', expected: SEATS });
  for (const [room, seat] of places()) record('CandidateEnrolled', room, enrolment(room, seat));
  for (let entries = 0; events.length < count; ) {
    for (const [room, seat] of places()) {
      entries += 1;
      const { station, epoch, seq } = record('CandidateCheckedIn', room, checkIn(room, seat));
      if (entries % UNDO_EVERY === 0) record('ActUndone', room, { target: { station, epoch, seq } });
    }
  }
  return events.slice(0, count);
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

function checkIn(room: RoomNo, seat: number): EventData<'CandidateCheckedIn'> {
  return {
    candidate: personOf(room, seat),
    seat: as<SeatNo>(seat),
    found: 'ticket',
    checks: { ticket: 'ok', idDocument: 'ok', face: 'match' },
    said: { entry: 'on-time', lateMinutes: 0 },
  };
}
