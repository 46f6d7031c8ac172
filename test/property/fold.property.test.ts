import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAnomalies } from '../../shared/domain/anomalies.ts';
import { countRoom } from '../../shared/domain/attendance.ts';
import { evolveRoom } from '../../shared/domain/evolve-room.ts';
import { evolveSite } from '../../shared/domain/evolve-site.ts';
import { roomsOf } from '../../shared/domain/events.ts';
import { type DayState, EMPTY_SITE, emptyRoom } from '../../shared/domain/state.ts';
import { type RoomNo } from '../../shared/ids.ts';
import { compareEvents } from '../../shared/sync/hybrid-clock.ts';
import { createFold, foldEvents, type HashedEvent } from '../../shared/sync/merge.ts';
import {
  at,
  candidateId,
  CHIEF,
  checkIn,
  createReadyRoom,
  createSimStation,
  refuseEntry,
  ROOM,
  rosterOf,
  stationId,
} from '../support/sim-station.ts';

import { happening, keyHappening, play, SECOND_ROOM } from './a-site.ts';

/** The law's other side, written without tracks or checkpoints. */
function foldFromScratch(events: readonly HashedEvent[]): DayState {
  const sorted = events.map(({ event }) => event).toSorted(compareEvents);
  const rooms = new Set(sorted.flatMap((event) => (roomsOf(event) === 'all' ? [] : (roomsOf(event) as RoomNo[]))));
  return {
    site: sorted.filter((event) => roomsOf(event) === 'all').reduce(evolveSite, EMPTY_SITE),
    rooms: Object.fromEntries(
      [...rooms].map((room) => {
        const its = sorted.filter((event) => roomsOf(event) === 'all' || roomsOf(event).includes(room));
        return [room, its.reduce(evolveRoom, emptyRoom(room))];
      }),
    ),
  };
}

const scripts = fc.array(happening, { minLength: 1, maxLength: 60 });
const runs = { numRuns: 150 };

describe('merging', () => {
  it.each([
    ['of a room', scripts],
    ['of the staff and the keys', fc.array(keyHappening, { minLength: 1, maxLength: 30 })],
  ])(
    '[M1] any split and any order of arrival of any subset gives the state of that subset folded from scratch: %s',
    (_, happenings) => {
      fc.assert(
        fc.property(
          happenings,
          fc.infiniteStream(fc.nat(1_000_000)),
          fc.integer({ min: 1, max: 9 }),
          (script, random, batch) => {
            const next = () => random.next().value as number; // an infinite stream never ends
            const chosen = play(script).filter(() => next() % 10 !== 0);
            const shuffled = chosen
              .map((event) => [next(), event] as const)
              .sort((a, b) => a[0] - b[0])
              .map(([, event]) => event);
            let fold = createFold();
            for (let i = 0; i < shuffled.length; ) {
              const size = 1 + (next() % batch);
              fold = foldEvents(fold, shuffled.slice(i, i + size));
              i += size;
            }
            const scratch = foldFromScratch(chosen);
            expect(fold.state).toEqual(scratch);
            expect(openAnomalies(fold.state)).toEqual(openAnomalies(scratch));
          },
        ),
        runs,
      );
    },
  );

  it('[M2] events that are already in change nothing, not even the identity of the state', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const events = play(script);
        const fold = foldEvents(createFold(), events);
        const again = foldEvents(fold, events.toReversed());
        expect(again.site.state).toBe(fold.site.state);
        for (const [room, track] of Object.entries(fold.rooms))
          expect(again.rooms[room as RoomNo]?.state).toBe(track.state);
      }),
      runs,
    );
  });

  it('[M1] checkpoints: a late event among thousands refolds to the same state', () => {
    const station = createReadyRoom(40);
    for (let i = 0; i < 400; i += 1)
      station.record('MilestoneConfirmed', { milestone: `theory:rules-reading@${i}` }, at('08:01') + i * 1000);
    const late = createSimStation(stationId(2));
    late.record(
      'CandidateCheckedIn',
      {
        candidate: candidateId(3),
        seat: 3,
        found: 'seat',
        checks: { ticket: 'ok', idDocument: 'ok', face: 'match' },
        said: { entry: 'on-time', lateMinutes: 0 },
      },
      at('08:02'),
      { paper: 'theory' },
    );
    const events = [...station.events, ...late.events];
    expect(foldEvents(foldEvents(createFold(), station.events), late.events).state).toEqual(foldFromScratch(events));
  });
});

describe('what a merge brings to light', () => {
  it('[M3] presence beats refusal, and both stations show the contradiction', () => {
    const a = createReadyRoom(3);
    const b = createSimStation(stationId(2));
    b.take(a.events, at('08:00'));
    b.record('StationBound', { binding: { kind: 'room', room: ROOM } }, at('08:00'), { room: null });
    a.act(checkIn(1), at('08:10'));
    b.act(refuseEntry(1, 'identity'), at('08:11'));
    a.take(b.events, at('08:12'));
    b.take(a.events, at('08:12'));
    for (const station of [a, b]) {
      const room = station.state.rooms[ROOM];
      expect(room && countRoom(room, 'theory').present).toBe(1);
      expect(openAnomalies(station.state).map((anomaly) => anomaly.kind)).toEqual(['refused-and-present']);
    }
    expect(a.state).toEqual(b.state);
  });

  it('[M3] who was taken off the list by a station that had not heard of the entry shows, and stays in the room', () => {
    const room = createReadyRoom(2);
    const office = createSimStation(stationId(2));
    office.take(room.events, at('08:00'));
    const binding = { kind: 'office' } as const;
    office.act({ ...rosterOf(1), binding }, at('08:20'), { actor: CHIEF });
    room.act(checkIn(2), at('08:10'));
    room.take(office.events, at('08:21'));
    office.take(room.events, at('08:21'));
    for (const station of [room, office]) {
      const state = station.state.rooms[ROOM];
      expect(state?.candidates[candidateId(2)]?.standing).toBe('withdrawn');
      expect(state && countRoom(state, 'theory')).toMatchObject({ expected: 1, present: 0, unlisted: 1 });
      expect(openAnomalies(station.state)).toMatchObject([{ kind: 'unknown-candidate', candidate: candidateId(2) }]);
    }
  });

  it('[M3] two enrolments that differ in paper or level are told, as those that differ in seat', () => {
    const room = createReadyRoom(1);
    const [first] = rosterOf(1).entries;
    if (first === undefined) throw new Error('nobody listed');
    const { room: roomNo, seat, ...enrolment } = first;
    const data = { ...enrolment, papers: ['theory'], at: { room: roomNo, seat } };
    const other = createSimStation(stationId(2));
    other.record('CandidateEnrolled', data, at('07:30'));
    room.take(other.events, at('08:00'));
    expect(openAnomalies(room.state).map((anomaly) => anomaly.kind)).toEqual(['enrolled-twice']);
  });

  it('[M5] a station whose clock ran far ahead is one anomaly, however many rooms its site events touch', () => {
    const ahead = createReadyRoom(2);
    ahead.record('RoomListed', { room: SECOND_ROOM, place: '', expected: 0 }, at('09:30'), { room: SECOND_ROOM });
    const behind = createSimStation(stationId(2));
    behind.take(ahead.events, at('08:00'));
    behind.record('SignalGiven', { signal: 'prepare' }, at('08:00'), { room: null, paper: 'theory' });
    behind.record('SignalGiven', { signal: 'prepare' }, at('08:01'), { room: SECOND_ROOM, paper: 'practical' });
    expect(openAnomalies(behind.state)).toMatchObject([
      { kind: 'clock-far-ahead', room: null, event: { station: behind.id, seq: 1 } },
    ]);
  });

  it('[M4] a refusal for lateness that the merged timeline does not bear out is a wrongful refusal and comes first', () => {
    const a = createReadyRoom(3);
    a.record(
      'CandidateCheckedIn',
      {
        candidate: candidateId(2),
        seat: 2,
        found: 'seat',
        checks: { ticket: 'ok', idDocument: 'ok', face: 'match' },
        said: { entry: 'late', lateMinutes: 5 },
      },
      at('08:20'),
      { paper: 'theory' },
    );
    a.record(
      'EntryRefused',
      {
        candidate: candidateId(1),
        ticket: null,
        reason: 'late',
        said: { entry: 'closed', lateMinutes: 31 },
        note: null,
      },
      at('08:59'),
      { paper: 'theory' },
    );
    expect(openAnomalies(a.state).map((anomaly) => anomaly.kind)).toEqual(['wrongful-refusal', 'verdict-changed']);
  });
});
