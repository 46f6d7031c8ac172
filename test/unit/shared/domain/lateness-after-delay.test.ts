import { describe, expect, it } from 'vitest';
import { openAnomalies } from '../../../../shared/domain/anomalies.ts';
import { attendanceOf } from '../../../../shared/domain/attendance.ts';
import type { Command } from '../../../../shared/domain/commands.ts';
import { personOf, refTo } from '../../../support/paper-acts.ts';
import { at, BOX, CHIEF, checkIn, createReadyRoom, must, refuseEntry, ROOM } from '../../../support/sim-station.ts';

const APPROVAL = { approver: CHIEF, how: 'present' } as const;
const THEORY = { room: ROOM, paper: 'theory', why: BOX, approval: APPROVAL, next: { kind: 'keep' } } as const;

function delayTo(clock: string): Command {
  return { type: 'delayPaper', ...THEORY, startsAt: at(clock) };
}

describe('lateness in a paper that was delayed', () => {
  it('[D23] who came after the planned start and before the real one is not late, and nothing contradicts', () => {
    const station = createReadyRoom(3);
    must(station.act(checkIn(1), at('08:34')));
    expect(attendanceOf(personOf(station, 1), 'theory')).toMatchObject({ status: 'late', lateMinutes: 4 });
    must(station.act(delayTo('08:36'), at('08:35')));
    expect(attendanceOf(personOf(station, 1), 'theory')).toMatchObject({ status: 'present', lateMinutes: 0 });
    must(station.act(checkIn(2), at('08:40')));
    expect(attendanceOf(personOf(station, 2), 'theory')).toMatchObject({ status: 'late', lateMinutes: 4 });
    expect(openAnomalies(station.state)).toEqual([]);
  });

  it('[D27] withdrawn, it is what it was before', () => {
    const station = createReadyRoom(3);
    must(station.act(checkIn(1), at('08:20')));
    must(station.act(delayTo('08:36'), at('08:25')));
    const target = refTo(station.events.findLast(({ event }) => event.type === 'PaperDelayed')?.event);
    must(station.act({ type: 'withdrawAdjustment', ...THEORY, target, endsAt: null }, at('08:26')));
    must(station.act(checkIn(2), at('08:34')));
    expect(attendanceOf(personOf(station, 2), 'theory')).toMatchObject({ status: 'late', lateMinutes: 4 });
    expect(attendanceOf(personOf(station, 1), 'theory')).toMatchObject({ status: 'present' });
  });

  it('[R28] who was turned away at the old cut-off stays so without contradiction, and may come again', () => {
    const station = createReadyRoom(3);
    must(station.act({ type: 'giveSignal', signal: 'start', paper: 'theory' }, at('08:58')));
    must(station.act(refuseEntry(1, 'late'), at('09:00')));
    must(station.act(delayTo('08:58'), at('09:01')));
    expect(attendanceOf(personOf(station, 1), 'theory').status).toBe('refused');
    expect(openAnomalies(station.state)).toEqual([]);
    must(station.act(checkIn(1), at('09:05')));
    expect(attendanceOf(personOf(station, 1), 'theory')).toMatchObject({ status: 'late', lateMinutes: 7 });
  });
});
