import { describe, expect, it } from 'vitest';
import { signInSheetFileName } from '../../../../shared/documents/file-name.ts';
import { sheetEntry, sheetRemark } from '../../../../shared/documents/sheet-candidate.ts';
import { attendanceOf } from '../../../../shared/domain/attendance.ts';
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

  it('a saved copy says in its name what it is and that it is personal', () => {
    expect(signInSheetFileName(ROOM, { paper: 'theory', copy: 1 })).toBe('考生签到表_考场001_理论考试_含个人信息.pdf');
    expect(signInSheetFileName(ROOM, { paper: 'practical', copy: 2 })).toBe(
      '考生签到表_考场001_实操考试_第2份_含个人信息.pdf',
    );
  });
});
