import { describe, expect, it } from 'vitest';
import { historyOf } from '../../../../renderer/screens/acts/history.ts';
import { actTitle } from '../../../../renderer/text/acts.ts';
import {
  backfilled,
  leave,
  personOf,
  refTo,
  register,
  roomOf,
  submit,
  undo,
  violate,
} from '../../../support/paper-acts.ts';
import { at, checkIn, createReadyRoom, INVIGILATOR_2, must, type SimStation } from '../../../support/sim-station.ts';

function linesOf(station: SimStation) {
  return historyOf(personOf(station, 1), roomOf(station), 'theory').map(({ act, isLate, canUndo }) => ({
    title: actTitle(act),
    isLate,
    canUndo,
  }));
}

describe('the history of a person', () => {
  it('stands newest first; only the last step can be taken back', () => {
    const station = createReadyRoom(1);
    must(station.act(checkIn(1), at('08:10')));
    must(station.act(submit(1), at('09:10')));
    must(station.act(leave(1), at('09:11')));
    expect(linesOf(station)).toEqual([
      { title: '离场', isLate: false, canUndo: true },
      { title: '交卷', isLate: false, canUndo: false },
      { title: '签到入场', isLate: false, canUndo: false },
    ]);
  });

  it('says what was entered late, in order of when it happened', () => {
    const station = createReadyRoom(1);
    must(station.act(checkIn(1), at('08:10')));
    must(station.act(violate(1), at('09:20'), { second: INVIGILATOR_2 }));
    must(station.act(submit(1), at('09:30'), backfilled('09:15')));
    expect(linesOf(station).map(({ title, isLate }) => [title, isLate])).toEqual([
      ['违纪登记 54', false],
      ['交卷', true],
      ['签到入场', false],
    ]);
  });

  it('keeps what was taken back in view, and frees the step before it', () => {
    const station = createReadyRoom(1);
    must(station.act(checkIn(1), at('08:10')));
    const [submission] = must(station.act(submit(1), at('09:10')));
    must(station.act(undo(submission), at('09:10:05')));
    const lines = historyOf(personOf(station, 1), roomOf(station), 'theory');
    expect(lines.map(({ act, canUndo }) => [act.kind, act.isUndone, canUndo])).toEqual([
      ['submitted', true, false],
      ['checked-in', false, true],
    ]);
  });

  it('[D16] does not offer to take back a violation that stands in the exam system', () => {
    const station = createReadyRoom(1);
    must(station.act(checkIn(1), at('08:10')));
    const [violation] = must(station.act(violate(1), at('09:05'), { second: INVIGILATOR_2 }));
    expect(linesOf(station)[0]).toMatchObject({ title: '违纪登记 54', canUndo: true });
    expect(linesOf(station)[1]).toMatchObject({ title: '签到入场', canUndo: false });
    must(station.act(register(refTo(violation)), at('09:10')));
    expect(linesOf(station)[0]).toMatchObject({ canUndo: false });
  });
});
