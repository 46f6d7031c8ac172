import { describe, expect, it } from 'vitest';
import { sheetEntry, sheetRemark } from '../../../../shared/documents/sheet-candidate.ts';
import { attendanceOf } from '../../../../shared/domain/attendance.ts';
import { markAbsent } from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  candidateId,
  checkIn,
  createReadyRoom,
  INVIGILATOR_2,
  must,
  refuseEntry,
  ROOM,
  type SimStation,
} from '../../../support/sim-station.ts';

function onSheet(station: SimStation, n: number) {
  const candidate = station.state.rooms[ROOM]?.candidates[candidateId(n)];
  if (candidate === undefined) throw new Error(`candidate ${n} is not there`);
  const attendance = attendanceOf(candidate, 'theory');
  return { entry: sheetEntry(attendance), remark: sheetRemark(candidate, attendance) };
}

describe('a candidate on the sign-in sheet', () => {
  it('stands there as he came in', () => {
    const station = createReadyRoom(5);
    must(station.act(checkIn(1), at('08:10')));
    must(station.act(checkIn(2, { checks: { ticket: 'ok', idDocument: 'ok', face: 'doubt' } }), at('08:42')));
    must(station.act(refuseEntry(3, 'late'), at('09:00')));
    must(station.act(checkIn(4), at('09:01'), { occurredAt: at('08:20'), reason: BOX, second: INVIGILATOR_2 }));
    expect([1, 2, 3, 4, 5].map((n) => onSheet(station, n))).toEqual([
      { entry: { status: 'present', at: at('08:10') }, remark: '' },
      { entry: { status: 'late', at: at('08:42'), lateMinutes: 12 }, remark: '身份存疑' },
      { entry: { status: 'refused', at: at('09:00') }, remark: '' },
      { entry: { status: 'present', at: at('08:20') }, remark: '补录' },
      { entry: { status: 'expected' }, remark: '' },
    ]);
  });

  it('[R35] who was marked absent stands there as absent, and as come in once that is recorded later', () => {
    const station = createReadyRoom(3);
    must(station.act(refuseEntry(3, 'late'), at('09:00')));
    must(station.act(markAbsent(1, 2, 3), at('09:02')));
    must(station.act(checkIn(2), at('09:04'), { occurredAt: at('08:20'), reason: BOX, second: INVIGILATOR_2 }));
    expect([1, 2, 3].map((n) => onSheet(station, n))).toEqual([
      { entry: { status: 'absent' }, remark: '' },
      { entry: { status: 'present', at: at('08:20') }, remark: '补录' },
      { entry: { status: 'absent' }, remark: '09:00 拒绝入场' },
    ]);
  });
});
