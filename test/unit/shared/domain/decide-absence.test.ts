import { describe, expect, it } from 'vitest';
import { openAnomalies } from '../../../../shared/domain/anomalies.ts';
import { attendanceOf, countRoom } from '../../../../shared/domain/attendance.ts';
import { dutiesAt } from '../../../../shared/domain/duties.ts';
import {
  admit,
  backfilled,
  createRoomUnder,
  markAbsent,
  personOf,
  roomOf,
  statusOf,
} from '../../../support/paper-acts.ts';
import {
  at,
  candidateId,
  checkIn,
  createReadyRoom,
  MAKE_DAY_2021,
  must,
  refuseEntry,
  rosterEntry,
  rosterOf,
  CHIEF,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';

function codeOf(station: SimStation, ...args: Parameters<SimStation['act']>): string {
  const result = station.act(...args);
  return result.ok ? 'accepted' : result.error.code;
}

describe('marking as absent', () => {
  it.each([
    ['R2022', createReadyRoom(3), '08:59:59.999', '09:00:00.000'],
    ['R2021', createReadyRoom(3, stationId(1), MAKE_DAY_2021), '09:29:59.999', '09:30:00.000'],
    ['an inclusive cut-off', createRoomUnder({ isLateCutoffInclusive: true }), '09:00:00.000', '09:00:00.001'],
  ])('[R35] %s: nobody is absent before the cut-off, from its instant on', (_, station, before, from) => {
    expect(station.act(markAbsent(1), at(before))).toEqual({
      ok: false,
      error: { code: 'absence-not-open', rule: 'R35', figures: { closesAt: at(from) } },
    });
    must(station.act(markAbsent(1), at(from)));
    expect(statusOf(station, 1)).toBe('absent');
  });

  it('[R35] an absence entered later is judged by when it was found', () => {
    const station = createReadyRoom(3);
    expect(codeOf(station, markAbsent(1), at('09:10'), backfilled('08:59:59.999'))).toBe('absence-not-open');
    must(station.act(markAbsent(1), at('09:10'), backfilled('09:00')));
    expect(attendanceOf(personOf(station, 1), 'theory').occurredAt).toBe(at('09:00'));
  });

  it('[D11] everybody who is named gets an event of his own, once, by seat', () => {
    const station = createReadyRoom(5);
    const events = must(station.act(markAbsent(4, 2, 4, 5), at('09:00')));
    expect(events).toMatchObject(
      [2, 4, 5].map((n) => ({
        type: 'CandidateMarkedAbsent',
        room: '001',
        paper: 'theory',
        data: { candidate: candidateId(n) },
      })),
    );
    expect(codeOf(station, markAbsent(), at('09:01'))).toBe('nobody-named');
  });

  it('[D11] who is in, is marked already, left the list or does not sit the paper is not marked, nor anybody with him', () => {
    const station = createReadyRoom(5);
    must(
      station.act(
        { ...rosterOf(3), entries: [1, 2, 3].map((n) => rosterEntry(n, n === 3 ? { papers: ['practical'] } : {})) },
        at('07:30'),
        { actor: CHIEF },
      ),
    );
    admit(station, 1);
    must(station.act(markAbsent(2), at('09:00')));
    expect([1, 2, 3, 4, 99].map((n) => codeOf(station, markAbsent(n), at('09:01')))).toEqual([
      'already-checked-in',
      'already-absent',
      'paper-not-taken',
      'candidate-withdrawn',
      'candidate-unknown',
    ]);
    const other = createReadyRoom(3);
    admit(other, 1);
    expect(codeOf(other, markAbsent(2, 1), at('09:00'))).toBe('already-checked-in');
    expect(statusOf(other, 2)).toBe('expected');
  });

  it('[D11] who was turned away is marked too, and the refusal is kept; so is one of somebody marked before', () => {
    const station = createReadyRoom(3);
    must(station.act(refuseEntry(1, 'late'), at('09:00')));
    must(station.act(markAbsent(1, 2, 3), at('09:00:30')));
    must(station.act(refuseEntry(2, 'late'), at('09:10')));
    expect(codeOf(station, refuseEntry(1, 'late'), at('09:11'))).toBe('already-refused');
    expect([1, 2, 3].map((n) => attendanceOf(personOf(station, n), 'theory'))).toMatchObject([
      { status: 'absent', refusal: { refusal: 'late', occurredAt: at('09:00') } },
      { status: 'absent', refusal: { refusal: 'late', occurredAt: at('09:10') } },
      { status: 'absent', refusal: null },
    ]);
    expect(countRoom(roomOf(station), 'theory')).toMatchObject({ expected: 3, present: 0, absent: 3, notYet: 0 });
  });

  it('[D11] an entry that happened in time cancels the absence, by two and with a reason', () => {
    const station = createReadyRoom(2);
    must(station.act(markAbsent(1, 2), at('09:00')));
    expect(codeOf(station, checkIn(1), at('09:05'))).toBe('entry-closed');
    must(station.act(checkIn(1), at('09:05'), backfilled('08:59:59.999')));
    expect(attendanceOf(personOf(station, 1), 'theory')).toMatchObject({ status: 'late', lateMinutes: 29 });
    expect(countRoom(roomOf(station), 'theory')).toMatchObject({ expected: 2, present: 1, late: 1, absent: 1 });
    expect(openAnomalies(station.state)).toEqual([]);
  });

  it('[D11] an absence belongs to one paper', () => {
    const station = createReadyRoom(1);
    must(station.act(markAbsent(1), at('09:00')));
    expect(attendanceOf(personOf(station, 1), 'practical').status).toBe('expected');
    expect(codeOf(station, { ...markAbsent(1), paper: 'practical' }, at('10:39:59.999'))).toBe('absence-not-open');
    must(station.act({ ...markAbsent(1), paper: 'practical' }, at('10:40')));
  });

  it('[D11] from the cut-off on the room owes the marking of everybody who is not in', () => {
    const station = createReadyRoom(3);
    admit(station, 2);
    const owed = (clock: string) => {
      const timeline = roomOf(station).timeline?.papers.theory;
      if (timeline === undefined) throw new Error('no timeline');
      return dutiesAt(roomOf(station), timeline, at(clock)).map((duty) =>
        duty.kind === 'absences' ? duty.people.map(({ seat }) => seat) : duty.kind,
      );
    };
    expect(owed('08:59:59.999')).toEqual([]);
    expect(owed('09:00')).toEqual([[1, 3]]);
    must(station.act(markAbsent(1, 3), at('09:00')));
    expect(owed('09:01')).toEqual(['registration']);
  });
});
