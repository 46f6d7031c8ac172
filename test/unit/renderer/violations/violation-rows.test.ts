import { describe, expect, it } from 'vitest';
import { openViolations, violationRows } from '../../../../renderer/screens/violations/violation-rows.ts';
import { backfilled, refTo, register, roomOf, undo, violate } from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  candidateId,
  CHIEF,
  createReadyRoom,
  INVIGILATOR_2,
  must,
  ROOM,
} from '../../../support/sim-station.ts';

const byTwo = { second: INVIGILATOR_2 };

describe('the list of violations', () => {
  it('[R35] counts what must still be entered in the exam system: no warnings, nothing undone or entered', () => {
    const station = createReadyRoom(4);
    expect(openViolations(roomOf(station))).toBe(0);
    must(station.act(violate(1, { measure: 'warned' }), at('09:00')));
    const [entered] = must(station.act(violate(2), at('09:01'), byTwo));
    const [undone] = must(station.act(violate(3), at('09:02'), byTwo));
    must(station.act(violate(4, { paper: 'practical' }), at('10:20'), byTwo));
    expect(openViolations(roomOf(station))).toBe(3);
    must(station.act(undo(undone), at('10:21'), { reason: backfilled('09:00').reason, ...byTwo }));
    must(station.act(register(refTo(entered)), at('10:22')));
    expect(openViolations(roomOf(station))).toBe(1);
    expect(openViolations(null)).toBe(0);
  });

  it('holds both papers, the newest by when it happened first, undone ones among them', () => {
    const station = createReadyRoom(3);
    const [first] = must(station.act(violate(1), at('09:10'), byTwo));
    must(station.act(violate(2), at('09:20'), backfilled('09:05')));
    must(station.act(violate(3, { paper: 'practical' }), at('10:20'), byTwo));
    must(station.act(undo(first), at('10:21'), { reason: backfilled('09:00').reason, ...byTwo }));
    const rows = violationRows(roomOf(station));
    expect(rows.map(({ act, candidate }) => [candidate?.seat, act.paper, act.isUndone])).toEqual([
      [3, 'practical', false],
      [1, 'theory', true],
      [2, 'theory', false],
    ]);
  });

  it('[D28] says on which violation a cancelled eligibility rests, and on the person’s others that it stands', () => {
    const station = createReadyRoom(2);
    const [ground] = must(station.act(violate(1), at('09:10'), byTwo));
    must(station.act(violate(1, { code: '64' }), at('09:20'), byTwo));
    must(station.act(violate(2), at('09:21'), byTwo));
    const approval = { approver: CHIEF, how: 'present' } as const;
    const base = { type: 'cancelEligibility', room: ROOM, paper: 'theory', candidate: candidateId(1) } as const;
    must(station.act({ ...base, violation: refTo(ground), why: BOX, approval }, at('09:25')));
    const rows = violationRows(roomOf(station));
    expect(rows.map(({ isGround, cancellation }) => [isGround, cancellation?.occurredAt ?? null])).toEqual([
      [false, null],
      [false, at('09:25')],
      [true, at('09:25')],
    ]);
  });
});
