import { describe, expect, it } from 'vitest';
import { attendanceOf, countRoom } from '../../../../shared/domain/attendance.ts';
import { openAnomalies } from '../../../../shared/domain/anomalies.ts';
import type { RoomState } from '../../../../shared/domain/state.ts';
import { as, type RoomNo, type StaffId } from '../../../../shared/ids.ts';
import {
  at,
  BOX,
  candidateId,
  CHIEF,
  checkIn,
  createReadyRoom,
  createSimStation,
  INVIGILATOR_1,
  INVIGILATOR_2,
  must,
  refuseEntry,
  ROOM,
  rosterOf,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';

function roomOf(station: SimStation): RoomState {
  const room = station.state.rooms[ROOM];
  if (room === undefined) throw new Error('the room is not there');
  return room;
}

function attendance(station: SimStation, n: number, paper: 'theory' | 'practical' = 'theory') {
  const candidate = roomOf(station).candidates[candidateId(n)];
  if (candidate === undefined) throw new Error(`candidate ${n} is not there`);
  return attendanceOf(candidate, paper);
}

describe('check-in by the clock', () => {
  it('[R21] one millisecond before T−30 entry is not open, at T−30 it is', () => {
    const station = createReadyRoom();
    const early = station.act(checkIn(1), at('07:59:59.999'));
    expect(early).toEqual({
      ok: false,
      error: { code: 'entry-not-open', rule: 'R21', figures: { opensAt: at('08:00') } },
    });
    must(station.act(checkIn(1), at('08:00:00.000')));
    expect(attendance(station, 1)).toMatchObject({ status: 'present', lateMinutes: 0, occurredAt: at('08:00') });
  });

  it('[R27] from T on a latecomer is admitted with his whole minutes, cut off', () => {
    const station = createReadyRoom();
    must(station.act(checkIn(1), at('08:29:59.999')));
    must(station.act(checkIn(2), at('08:30:00.000')));
    must(station.act(checkIn(3), at('08:42:00.000')));
    must(station.act(checkIn(4), at('08:59:59.999')));
    expect([1, 2, 3, 4].map((n) => [attendance(station, n).status, attendance(station, n).lateMinutes])).toEqual([
      ['present', 0],
      ['late', 0],
      ['late', 12],
      ['late', 29],
    ]);
  });

  it('[R28] at exactly T+30:00.000 nobody is admitted, and the person turned away is a fact', () => {
    const station = createReadyRoom();
    expect(station.act(checkIn(1), at('09:00:00.000'))).toEqual({
      ok: false,
      error: { code: 'entry-closed', rule: 'R28', figures: { closedAt: at('09:00'), lateMinutes: 30 } },
    });
    must(station.act(refuseEntry(1, 'late'), at('09:00:00.000')));
    expect(attendance(station, 1)).toMatchObject({ status: 'refused', lateMinutes: 30 });
    expect(station.act(refuseEntry(1, 'late'), at('09:01'))).toMatchObject({
      ok: false,
      error: { code: 'already-refused' },
    });
  });

  it('[R27] nobody can be turned away for being late before the cut-off', () => {
    const station = createReadyRoom();
    expect(station.act(refuseEntry(1, 'late'), at('08:59:59.999'))).toMatchObject({
      ok: false,
      error: { code: 'entry-not-refusable', rule: 'R27' },
    });
  });

  it('[R21] without ticket or ID document nobody is admitted', () => {
    const station = createReadyRoom();
    const checks = { ticket: 'ok', idDocument: 'missing', face: 'match' } as const;
    expect(station.act(checkIn(1, { checks }), at('08:10'))).toMatchObject({
      ok: false,
      error: { code: 'documents-missing', rule: 'R21' },
    });
    must(station.act(refuseEntry(1, 'documents'), at('08:10')));
    must(station.act(checkIn(1), at('08:20')));
    expect(attendance(station, 1).status).toBe('present');
  });

  it('[C04] in R2022 the practical is entered from 09:40 while theory still runs', () => {
    const station = createReadyRoom();
    must(station.act(checkIn(1), at('08:05')));
    expect(station.act(checkIn(1, { paper: 'practical' }), at('09:39:59.999'))).toMatchObject({
      ok: false,
      error: { code: 'entry-not-open' },
    });
    must(station.act(checkIn(1, { paper: 'practical' }), at('09:40')));
    expect(attendance(station, 1, 'practical').status).toBe('present');
    expect(attendance(station, 1, 'theory').status).toBe('present');
  });

  it('[D5] a person is checked in once', () => {
    const station = createReadyRoom();
    must(station.act(checkIn(1), at('08:10')));
    expect(station.act(checkIn(1), at('08:11'))).toMatchObject({
      ok: false,
      error: { code: 'already-checked-in', figures: { at: at('08:10'), seat: 1 } },
    });
  });

  it('a doubt about the face admits and flags', () => {
    const station = createReadyRoom();
    must(station.act(checkIn(1, { checks: { ticket: 'ok', idDocument: 'ok', face: 'doubt' } }), at('08:10')));
    expect(attendance(station, 1)).toMatchObject({ status: 'present', hasDoubt: true });
  });

  it('the counts add up: expected = present + not yet, late within present, refused within not yet', () => {
    const station = createReadyRoom(40);
    for (let n = 1; n <= 35; n += 1) must(station.act(checkIn(n), at('08:10')));
    must(station.act(checkIn(36), at('08:42')));
    must(station.act(checkIn(37), at('08:59:59.999')));
    must(station.act(refuseEntry(38, 'late'), at('09:00')));
    expect(countRoom(roomOf(station), 'theory')).toEqual({
      expected: 40,
      present: 37,
      late: 2,
      absent: 0,
      notYet: 3,
      refused: 1,
      doubtful: 0,
      unlisted: 0,
    });
    expect(openAnomalies(station.state)).toEqual([]);
  });
});

describe('who and where', () => {
  it('[D1][D6] only somebody of the staff acts, in a role that may, in his own room', () => {
    const station = createReadyRoom();
    expect(station.act(checkIn(1), at('08:10'), { actor: null })).toMatchObject({ error: { code: 'actor-unknown' } });
    expect(station.act(checkIn(1, { room: as<RoomNo>('002') }), at('08:10'))).toMatchObject({
      error: { code: 'room-not-here' },
    });
    const enlist = {
      type: 'enlistStaff',
      staff: INVIGILATOR_1,
      role: 'technician',
      room: ROOM,
      person: BOX,
      pin: BOX,
    } as const;
    expect(station.act(enlist, at('07:10'), { actor: INVIGILATOR_1 })).toMatchObject({
      error: { code: 'role-not-allowed' },
    });
  });

  it('[R02] a room has two invigilators, not three', () => {
    const station = createReadyRoom();
    const third = {
      type: 'enlistStaff',
      staff: 'staff-3' as typeof CHIEF,
      role: 'invigilator',
      room: ROOM,
      person: BOX,
      pin: BOX,
    } as const;
    expect(station.act(third, at('07:10'), { actor: CHIEF })).toMatchObject({
      error: { code: 'invigilators-complete', rule: 'R02' },
    });
  });

  it('somebody who is on no list can be turned away, and is kept', () => {
    const station = createReadyRoom();
    must(station.act(refuseEntry(null, 'not-listed'), at('08:20')));
    expect(roomOf(station).strangers).toHaveLength(1);
    expect(station.act(checkIn(999), at('08:20'))).toMatchObject({ error: { code: 'candidate-unknown' } });
  });
});

describe('补录 and 撤销', () => {
  const late = { occurredAt: at('08:20'), reason: BOX, second: INVIGILATOR_2 };

  it('[D2] what happened earlier is judged by when it happened, with a reason and a second person', () => {
    const station = createReadyRoom();
    const now = at('09:10');
    expect(station.act(checkIn(1), now, { occurredAt: late.occurredAt })).toMatchObject({
      error: { code: 'reason-missing' },
    });
    expect(station.act(checkIn(1), now, { ...late, second: null })).toMatchObject({
      error: { code: 'second-person-missing' },
    });
    expect(station.act(checkIn(1), now, { ...late, second: INVIGILATOR_1 })).toMatchObject({
      error: { code: 'second-person-same' },
    });
    expect(station.act(checkIn(1), now, { ...late, occurredAt: now + 1 })).toMatchObject({
      error: { code: 'occurred-in-future' },
    });
    const [event] = must(station.act(checkIn(1), now, late));
    expect(event).toMatchObject({ at: now, occurredAt: at('08:20'), second: INVIGILATOR_2, reason: BOX });
    expect(attendance(station, 1)).toMatchObject({ status: 'present', occurredAt: at('08:20') });
  });

  it('[D2] an entry after the cut-off is not made good by 补录', () => {
    const station = createReadyRoom();
    expect(station.act(checkIn(1), at('09:20'), { ...late, occurredAt: at('09:00') })).toMatchObject({
      error: { code: 'entry-closed' },
    });
  });

  it('[D9] one takes back the own act alone for thirty seconds of real time', () => {
    const station = createReadyRoom();
    const [event] = must(station.act(checkIn(1), at('08:10')));
    if (event === undefined) throw new Error('no event');
    const undo = { type: 'undo', target: { station: event.station, epoch: event.epoch, seq: event.seq } } as const;
    expect(station.act(undo, at('08:10:05'), { actor: INVIGILATOR_2 })).toMatchObject({
      error: { code: 'undo-not-own-act' },
    });
    expect(station.act(undo, at('08:10:05'), { undoAgeMs: 30_001 })).toMatchObject({
      error: { code: 'undo-too-late' },
    });
    expect(station.act(undo, at('08:10:05'), { undoAgeMs: null })).toMatchObject({ error: { code: 'undo-too-late' } });
    must(station.act(undo, at('08:10:05'), { undoAgeMs: 30_000 }));
    expect(attendance(station, 1).status).toBe('expected');
    expect(station.act(undo, at('08:10:06'))).toMatchObject({ error: { code: 'undo-already-done' } });
  });

  it('[D9] later it takes a reason and a second person; the corrected check-in keeps its own time', () => {
    const station = createReadyRoom();
    const [event] = must(station.act(checkIn(1), at('08:10')));
    if (event === undefined) throw new Error('no event');
    const undo = { type: 'undo', target: { station: event.station, epoch: event.epoch, seq: event.seq } } as const;
    must(station.act(undo, at('08:40'), { actor: INVIGILATOR_2, second: INVIGILATOR_1, reason: BOX, undoAgeMs: null }));
    must(station.act(checkIn(2), at('08:41'), { occurredAt: at('08:10'), reason: BOX, second: INVIGILATOR_2 }));
    expect(attendance(station, 1).status).toBe('expected');
    expect(attendance(station, 2)).toMatchObject({ status: 'present', occurredAt: at('08:10') });
  });

  it('[D2] nobody is recorded as the second person who is not one', () => {
    const station = createReadyRoom();
    const acting = (second: string) => station.act(checkIn(1), at('08:10'), { second: as<StaffId>(second) });
    expect(acting('staff-unheard-of')).toMatchObject({ error: { code: 'second-person-not-in-room', rule: 'D2' } });
    expect(acting(INVIGILATOR_1)).toMatchObject({ error: { code: 'second-person-same', rule: 'D2' } });
    expect(must(acting(INVIGILATOR_2))[0]?.second).toBe(INVIGILATOR_2);
  });

  it('[D6] an act of another room is not taken back here, not even by two', () => {
    const here = createReadyRoom(2);
    const elsewhere = as<RoomNo>('002');
    const there = createSimStation(stationId(2));
    there.take(here.events, at('08:00'));
    must(there.act(rosterOf(1, elsewhere, 11), at('08:00'), { actor: CHIEF }));
    const [event] = must(there.act(checkIn(11, { room: elsewhere }), at('08:10'), { actor: CHIEF }));
    if (event === undefined) throw new Error('no event');
    here.take(there.events, at('08:11'));
    const undo = { type: 'undo', target: { station: event.station, epoch: event.epoch, seq: event.seq } } as const;
    expect(here.act(undo, at('08:12'), { second: INVIGILATOR_2, reason: BOX })).toMatchObject({
      error: { code: 'room-not-here', rule: 'D6' },
    });
  });

  it('[D9] taking back a signal or a step of the rail bears the paper of what it takes back', () => {
    const station = createReadyRoom(2);
    const [signal] = must(station.act({ type: 'giveSignal', signal: 'prepare', paper: 'practical' }, at('09:45')));
    const [step] = must(station.act({ type: 'confirmMilestone', milestone: 'theory:rules-reading' }, at('09:46')));
    const papers = [signal, step].map((event) => {
      if (event === undefined) throw new Error('no event');
      const target = { station: event.station, epoch: event.epoch, seq: event.seq };
      return must(station.act({ type: 'undo', target }, at('09:47')))[0]?.paper;
    });
    expect(papers).toEqual(['practical', 'theory']);
  });

  it('[D9] an act that a later one rests on is not taken back', () => {
    const station = createReadyRoom();
    const [refused] = must(station.act(refuseEntry(1, 'documents'), at('08:10')));
    must(station.act(checkIn(1), at('08:11')));
    if (refused === undefined) throw new Error('no event');
    const undo = {
      type: 'undo',
      target: { station: refused.station, epoch: refused.epoch, seq: refused.seq },
    } as const;
    expect(station.act(undo, at('08:11:05'))).toMatchObject({
      error: { code: 'undo-has-dependants', figures: { count: 1 } },
    });
  });
});
