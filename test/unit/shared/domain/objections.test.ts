import { describe, expect, it } from 'vitest';
import { objectionsTo } from '../../../../shared/domain/objections.ts';
import { admit, backfilled, markAbsent, personOf, refTo, roomOf, violate } from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  candidateId,
  CHIEF,
  checkIn,
  createReadyRoom,
  INVIGILATOR_2,
  must,
  ROOM,
  type SimStation,
} from '../../../support/sim-station.ts';

function asked(station: SimStation, n: number, paper: 'theory' | 'practical') {
  return objectionsTo(roomOf(station), personOf(station, n), paper);
}

describe('what stands against an entry', () => {
  it('[D30] is nothing for who took the earlier paper, and nothing at the earlier paper’s own door', () => {
    const station = createReadyRoom(2);
    admit(station, 1);
    must(station.act(markAbsent(2), at('09:05')));
    expect(asked(station, 1, 'practical')).toEqual([]);
    expect(asked(station, 2, 'theory')).toEqual([]);
    expect(asked(station, 2, 'practical')).toEqual([{ despite: 'absent-before', at: at('09:05') }]);
  });

  it('[D30] an absence that a 补录 takes away is asked about no more', () => {
    const station = createReadyRoom(1);
    must(station.act(markAbsent(1), at('09:05')));
    must(station.act(checkIn(1), at('09:30'), backfilled('08:20')));
    expect(asked(station, 1, 'practical')).toEqual([]);
  });

  it('[C22] a cancelled eligibility counts in every paper, and stands before an absence', () => {
    const station = createReadyRoom(1);
    must(station.act(violate(1), at('08:50'), { second: INVIGILATOR_2 }));
    const violation = refTo(station.events.findLast(({ event }) => event.type === 'ViolationRecorded')?.event);
    must(station.act(markAbsent(1), at('09:05')));
    const approval = { approver: CHIEF, how: 'present' } as const;
    const cancel = { type: 'cancelEligibility', room: ROOM, paper: 'theory', candidate: candidateId(1) } as const;
    must(station.act({ ...cancel, violation, why: BOX, approval }, at('09:10')));
    expect(asked(station, 1, 'theory')).toEqual([{ despite: 'eligibility-cancelled', at: at('09:10') }]);
    expect(asked(station, 1, 'practical').map(({ despite }) => despite)).toEqual([
      'eligibility-cancelled',
      'absent-before',
    ]);
  });
});
