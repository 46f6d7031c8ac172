import { describe, expect, it } from 'vitest';
import { checkInPaper } from '../../../../renderer/screens/check-in/check-in-paper.ts';
import { parseClockEntry } from '../../../../renderer/screens/check-in/clock-entry.ts';
import { paceOf } from '../../../../renderer/screens/check-in/pace.ts';
import { undoSecondsLeft } from '../../../../renderer/stores/undo-window.ts';
import type { PaperTimeline, Timeline } from '../../../../shared/domain/timeline-types.ts';

const at = (time: string) => Date.parse(`2022-11-19T${time}+08:00`);

describe('undo window', () => {
  it('counts real seconds down from 30 and is over at exactly 30', () => {
    expect(undoSecondsLeft(1000, 1000)).toBe(30);
    expect(undoSecondsLeft(1000, 1000 + 29_001)).toBe(1);
    expect(undoSecondsLeft(1000, 1000 + 30_000)).toBe(0);
  });

  it('is closed for an act that this page did not see', () => {
    expect(undoSecondsLeft(null, 5)).toBe(0);
  });
});

describe('pace of the admission', () => {
  const startsAt = at('08:30:00');
  const entries = [at('08:10:00'), at('08:10:20'), at('08:10:40')];

  it('says how many people will still be outside at the start', () => {
    expect(paceOf(entries, 30, startsAt, at('08:20:00'))).toEqual({ secondsEach: 20, leftAtStart: 0 });
    expect(paceOf(entries, 31, startsAt, at('08:20:00'))).toEqual({ secondsEach: 20, leftAtStart: 1 });
  });

  it('says nothing of two people, of people recorded at one instant, or after the start', () => {
    expect(paceOf(entries.slice(1), 30, startsAt, at('08:20:00'))).toBeNull();
    expect(paceOf([startsAt, startsAt, startsAt], 30, startsAt, at('08:20:00'))).toBeNull();
    expect(paceOf(entries, 30, startsAt, startsAt)).toBeNull();
  });
});

describe('the paper at the door', () => {
  // Only the instants that the choice rests on.
  const paper = (name: 'theory' | 'practical', opens: string, starts: string) =>
    ({ paper: name, entryOpensAt: at(opens), startsAt: at(starts) }) as PaperTimeline;
  const timeline = {
    papers: { theory: paper('theory', '08:00:00', '08:30:00'), practical: paper('practical', '09:40:00', '10:10:00') },
  } as unknown as Timeline;

  it('[R28] stays the first one after its cut-off, so that a latecomer is too late for it', () => {
    expect(checkInPaper(timeline, at('09:00:00'))).toBe('theory');
    expect(checkInPaper(timeline, at('09:39:59.999'))).toBe('theory');
  });

  it('[C04] becomes the second one when that admits, though the first still runs', () => {
    expect(checkInPaper(timeline, at('09:40:00'))).toBe('practical');
  });
});

describe('a time typed for 补录', () => {
  it('lies on the exam day of now, in Beijing time', () => {
    expect(parseClockEntry('8:05', at('09:00:00'))).toBe(at('08:05:00'));
    expect(parseClockEntry('0805', at('00:30:00'))).toBe(at('08:05:00'));
    expect(parseClockEntry('08：05：30', at('23:59:00'))).toBe(at('08:05:30'));
  });

  it('is refused when it is no time of day', () => {
    for (const text of ['', '8', '24:00', '8:60', '8:5', 'abc'])
      expect(parseClockEntry(text, at('09:00:00'))).toBeNull();
  });
});
