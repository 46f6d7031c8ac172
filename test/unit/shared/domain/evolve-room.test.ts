import { describe, expect, it } from 'vitest';
import { openAnomalies } from '../../../../shared/domain/anomalies.ts';
import { attendanceOf } from '../../../../shared/domain/attendance.ts';
import { createRoomUnder, DIGEST, note, personOf, refTo, roomOf } from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  candidateId,
  checkIn,
  createReadyRoom,
  createSimStation,
  must,
  ROOM,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';
import type { EventType } from '../../../../shared/domain/events.ts';

const person = { candidate: candidateId(1) };
const signature = { kind: 'room-record', contentDigest: DIGEST, as: 'chief', drawing: BOX };
const counts = { expected: 1, present: 1, late: 0, absent: 0, unregistered: 0, notSubmitted: [] };
const violation = { ...person, code: '54', discovery: 'on-site', facts: BOX, held: null, isTicketHeld: false };

/** Every event of a paper that an undo can take back, and what of the room still stands of it. */
const TAKEN_BACK: readonly (readonly [EventType, unknown, (station: SimStation) => number])[] = [
  ['CandidateMarkedAbsent', person, standingActs],
  ['PaperSubmitted', { ...person, how: 'by-candidate' }, standingActs],
  ['CandidateLeft', { ...person, confirmedBy: 'invigilator', technician: null }, standingActs],
  ['ViolationRecorded', { ...violation, measure: 'recorded' }, standingActs],
  ['NoteTaken', { ...person, kind: 'other', text: BOX }, (station) => standing(roomOf(station).notes)],
  [
    'RegisteredInExamSystem',
    { target: { station: stationId(1), epoch: 1, seq: 99 } },
    (station) => Object.keys(roomOf(station).registered).length,
  ],
  [
    'PaperCollected',
    { ...counts, isConfirmedByTechnician: true },
    (station) => standing(roomOf(station).collections.theory),
  ],
  ['PaperApproved', signature, (station) => standing(roomOf(station).approvals)],
  [
    'CorrectionOpened',
    { corrects: { station: stationId(1), epoch: 1, seq: 99 }, why: BOX },
    (station) => standing(roomOf(station).corrections),
  ],
  ['SheetHandedOut', { kind: 'sign-in-sheet' }, (station) => Object.keys(roomOf(station).handedOut).length],
];

function standing(acts: readonly { readonly isUndone: boolean }[]): number {
  return acts.filter((act) => !act.isUndone).length;
}

function standingActs(station: SimStation): number {
  return standing(personOf(station, 1).acts.theory);
}

describe('folding the acts of a paper', () => {
  it.each(TAKEN_BACK)(
    '[D9] %s is taken back by an undo after it, and by one that stands before it',
    (type, data, count) => {
      const ahead = createReadyRoom(1);
      const event = ahead.record(type, data, at('09:10'), { paper: 'theory' });
      expect(count(ahead)).toBe(1);
      // The other station's clock is an hour behind: its undo of the act stands before the act in merged order.
      const behind = createSimStation(stationId(2));
      behind.record('ActUndone', { target: refTo(event) }, at('08:10'), { paper: 'theory' });
      ahead.take(behind.events, at('09:11'));
      expect(count(ahead)).toBe(0);

      const other = createReadyRoom(1);
      const second = other.record(type, data, at('09:10'), { paper: 'theory' });
      other.record('ActUndone', { target: refTo(second) }, at('09:11'), { paper: 'theory' });
      expect(count(other)).toBe(0);
      const orphans = [ahead, other].flatMap((station) => openAnomalies(station.state));
      expect(orphans.filter(({ kind }) => kind === 'undo-without-target')).toEqual([]);
    },
  );

  it.each(TAKEN_BACK)('[D5] %s without a paper is told of no paper and changes nothing', (type, data, count) => {
    const station = createReadyRoom(1);
    station.record(type, data, at('09:10'), { paper: null });
    expect(count(station)).toBe(0);
  });

  it('[D5] an act for somebody not enrolled is kept, shown, and found again under his enrolment', () => {
    const first = createSimStation(stationId(2));
    const event = first.record('ViolationRecorded', { ...violation, measure: 'recorded' }, at('06:00'), {
      paper: 'theory',
    });
    expect(first.state.rooms[ROOM]?.candidates[candidateId(1)]).toMatchObject({ standing: 'unknown', photo: null });
    expect(openAnomalies(first.state)).toMatchObject([{ kind: 'unknown-candidate', event: refTo(event) }]);
    const station = createReadyRoom(1);
    station.take(first.events, at('07:30'));
    expect(personOf(station, 1)).toMatchObject({ standing: 'enrolled', acts: { theory: [{ kind: 'violation' }] } });
    expect(openAnomalies(station.state)).toEqual([]);
  });

  it('[D16] of two ticks for one act the first in merged order stands', () => {
    const station = createReadyRoom(1);
    const target = { station: stationId(1), epoch: 1, seq: 99 };
    const first = station.record('RegisteredInExamSystem', { target }, at('09:10'), { paper: 'theory' });
    station.record('RegisteredInExamSystem', { target }, at('09:11'), { paper: 'theory' });
    expect(Object.values(roomOf(station).registered)).toMatchObject([{ event: refTo(first), at: at('09:10') }]);
  });

  it('[D3] a day whose rules are not whole has no timeline: acts are kept, nothing is judged or decided', () => {
    const station = createRoomUnder({ lateCutoffOffsetMin: Number.NaN });
    expect(roomOf(station).timeline).toBeNull();
    station.record(
      'CandidateCheckedIn',
      {
        candidate: candidateId(1),
        seat: 1,
        found: 'seat',
        checks: { ticket: 'ok', idDocument: 'ok', face: 'match' },
        said: { entry: 'on-time', lateMinutes: 0 },
      },
      at('08:10'),
      { paper: 'theory' },
    );
    expect(attendanceOf(personOf(station, 1), 'theory')).toMatchObject({ status: 'present', act: { verdict: null } });
    expect(station.act(checkIn(2), at('08:10'))).toMatchObject({ error: { code: 'room-not-here' } });
    expect(station.act(note(1), at('08:10'))).toMatchObject({ error: { code: 'room-not-here' } });
    expect(must(createReadyRoom(1).act(note(1), at('08:10')))).toHaveLength(1);
  });
});
