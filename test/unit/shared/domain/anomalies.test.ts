import { describe, expect, it } from 'vitest';
import { openAnomalies } from '../../../../shared/domain/anomalies.ts';
import { backfilled, leave, markAbsent, refTo, submit, undo, violate } from '../../../support/paper-acts.ts';
import {
  at,
  candidateId,
  checkIn,
  createReadyRoom,
  createSimStation,
  INVIGILATOR_1,
  INVIGILATOR_2,
  must,
  ROOM,
  type SimStation,
  stationId,
} from '../../../support/sim-station.ts';

/** Two stations of one room, neither of which hears of the other's acts before they meet. */
function createPair(size = 2): readonly [SimStation, SimStation] {
  const a = createReadyRoom(size);
  const b = createSimStation(stationId(2));
  b.take(a.events, at('08:00'));
  b.record('StationBound', { binding: { kind: 'room', room: ROOM } }, at('08:00'), { room: null });
  return [a, b];
}

function meet([a, b]: readonly [SimStation, SimStation], clock: string) {
  const [ofA, ofB] = [a.events, b.events];
  a.take(ofB, at(clock));
  b.take(ofA, at(clock));
  expect(a.state).toEqual(b.state);
  return openAnomalies(a.state);
}

describe('what contradicts in a paper', () => {
  it('[D21] an absence marked by a station that had not heard of the entry shows; the person is in', () => {
    const pair = createPair();
    must(pair[0].act(checkIn(1), at('08:10')));
    const [absence] = must(pair[1].act(markAbsent(1), at('09:00')));
    expect(meet(pair, '09:01')).toMatchObject([
      { kind: 'absent-and-present', event: refTo(absence), candidate: candidateId(1), paper: 'theory' },
    ]);
    must(pair[1].act(undo(absence), at('09:01:10')));
    expect(openAnomalies(pair[1].state)).toEqual([]);
  });

  it('[D21] a submission or a leave of somebody who never was in the room shows, once', () => {
    const pair = createPair();
    const [entry] = must(pair[0].act(checkIn(1), at('08:10')));
    pair[1].take(pair[0].events, at('08:11'));
    must(pair[0].act(undo(entry), at('08:12')));
    const [submission] = must(pair[1].act(submit(1), at('08:40')));
    must(pair[1].act(leave(1), at('09:00')));
    expect(meet(pair, '09:01')).toMatchObject([{ kind: 'submitted-unseen', event: refTo(submission) }]);
  });

  it('[D21] a leave without a submission shows', () => {
    const pair = createPair();
    must(pair[0].act(checkIn(1), at('08:10')));
    const [submission] = must(pair[0].act(submit(1), at('08:40')));
    pair[1].take(pair[0].events, at('08:41'));
    must(pair[0].act(undo(submission), at('08:42')));
    const [left] = must(pair[1].act(leave(1), at('09:00')));
    expect(meet(pair, '09:01')).toMatchObject([{ kind: 'left-unsubmitted', event: refTo(left) }]);
    // Entered again with its own time, which is before the leave.
    expect(pair[0].act(submit(1), at('09:02'))).toMatchObject({ error: { code: 'already-left' } });
    must(pair[0].act(submit(1), at('09:02'), backfilled('08:40')));
    expect(openAnomalies(pair[0].state)).toEqual([]);
  });

  it('[D21] a violation of somebody taken off the list by a station that had not heard of it shows', () => {
    const pair = createPair();
    const [violation] = must(pair[0].act(violate(1), at('08:30'), { second: INVIGILATOR_2 }));
    pair[1].record('CandidateWithdrawn', { candidate: candidateId(1) }, at('08:31'), { actor: INVIGILATOR_1 });
    expect(meet(pair, '09:01')).toMatchObject([{ kind: 'unknown-candidate', event: refTo(violation) }]);
  });
});
