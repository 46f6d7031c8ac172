import { describe, expect, it } from 'vitest';
import { cancellationOf } from '../../../../shared/domain/eligibility.ts';
import { seatStateOf } from '../../../../shared/domain/seat-state.ts';
import { leave, markAbsent, personOf, refTo, roomOf, submit, violate } from '../../../support/paper-acts.ts';
import {
  at,
  BOX,
  candidateId,
  CHIEF,
  checkIn,
  createReadyRoom,
  INVIGILATOR_2,
  must,
  refuseEntry,
  ROOM,
  type SimStation,
} from '../../../support/sim-station.ts';

function seats(station: SimStation) {
  return [1, 2, 3, 4].map((n) => seatStateOf(personOf(station, n), 'theory').look);
}

describe('how a seat looks', () => {
  it('[D5] from the entry to the leave', () => {
    const station = createReadyRoom(4);
    expect(seats(station)).toEqual(['expected', 'expected', 'expected', 'expected']);
    must(station.act(checkIn(1), at('08:10')));
    must(station.act(checkIn(2, { checks: { ticket: 'ok', idDocument: 'ok', face: 'doubt' } }), at('08:10')));
    must(station.act(checkIn(3), at('08:42')));
    must(station.act(refuseEntry(4, 'documents'), at('08:43')));
    expect(seats(station)).toEqual(['present', 'doubtful', 'late', 'refused']);
    expect(seatStateOf(personOf(station, 3), 'theory').lateMinutes).toBe(12);
    must(station.act(submit(1), at('08:50')));
    // A doubt must still be looked at when the person has submitted.
    must(station.act(submit(2), at('08:50')));
    must(station.act(submit(3, { how: 'full-screen-left' }), at('08:50')));
    must(station.act(markAbsent(4), at('09:00')));
    expect(seats(station)).toEqual(['submitted', 'doubtful', 'forced', 'absent']);
    for (const n of [1, 3, 4]) must(station.act(violate(n), at('09:01'), { second: INVIGILATOR_2 }));
    expect(seats(station)).toEqual(['violation', 'doubtful', 'violation', 'violation']);
    for (const n of [1, 2, 3]) must(station.act(leave(n), at('09:02')));
    expect(seats(station)).toEqual(['left', 'left', 'left', 'violation']);
    expect(seatStateOf(personOf(station, 1), 'theory')).toMatchObject({
      violations: 1,
      isSubmitted: true,
      hasLeft: true,
    });
  });

  it('[C22] a cancelled eligibility shows until the person is gone, and at every later door', () => {
    const station = createReadyRoom(3);
    for (const n of [1, 2, 3]) must(station.act(checkIn(n), at('08:10')));
    const cancel = (n: number, clock: string) => {
      const violation = refTo(must(station.act(violate(n), at(clock), { second: INVIGILATOR_2 }))[0]);
      const approval = { approver: CHIEF, how: 'present' } as const;
      const base = { type: 'cancelEligibility', room: ROOM, paper: 'theory', why: BOX } as const;
      must(station.act({ ...base, candidate: candidateId(n), violation, approval }, at(clock)));
    };
    cancel(1, '09:02');
    cancel(2, '09:03');
    const stateIn = (n: number, paper: 'theory' | 'practical') =>
      seatStateOf(personOf(station, n), paper, cancellationOf(roomOf(station), candidateId(n)));
    expect(stateIn(1, 'theory')).toMatchObject({ look: 'cancelled', violations: 1, isCancelled: true });
    expect(stateIn(1, 'practical').look).toBe('cancelled');
    expect(stateIn(3, 'theory')).toMatchObject({ look: 'present', isCancelled: false });
    must(station.act(submit(1), at('09:04')));
    must(station.act(leave(1), at('09:04')));
    expect(stateIn(1, 'theory')).toMatchObject({ look: 'left', isCancelled: true });
    // The chief lets one in all the same, the other does not come.
    const admitted = { despite: ['eligibility-cancelled'], approval: { approver: CHIEF, how: 'present' } } as const;
    must(station.act(checkIn(2, { paper: 'practical', ...admitted }), at('10:02')));
    must(station.act({ ...markAbsent(1), paper: 'practical' }, at('10:41')));
    expect(stateIn(2, 'practical')).toMatchObject({ look: 'present', isCancelled: true });
    expect(stateIn(1, 'practical')).toMatchObject({ look: 'absent', isCancelled: true });
  });
});
