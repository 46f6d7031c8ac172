import { describe, expect, it } from 'vitest';
import { seatStateOf } from '../../../../shared/domain/seat-state.ts';
import { leave, markAbsent, personOf, submit, violate } from '../../../support/paper-acts.ts';
import {
  at,
  checkIn,
  createReadyRoom,
  INVIGILATOR_2,
  must,
  refuseEntry,
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
});
