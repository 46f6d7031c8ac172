import { describe, expect, it } from 'vitest';
import { recordNumber } from '../../../../renderer/screens/acts/record-number.ts';
import { SEAT_LOOKS, SEAT_SHAPES } from '../../../../renderer/screens/acts/seat-look.ts';
import { articleText, seatNotes, seatWord, tileWord } from '../../../../renderer/text/acts.ts';
import { leaveClosedText, submitClosedText } from '../../../../renderer/text/seats.ts';
import type { SeatState } from '../../../../shared/domain/seat-state.ts';
import { as, type StationId } from '../../../../shared/ids.ts';
import { at } from '../../../support/sim-station.ts';

const present: SeatState = {
  look: 'present',
  lateMinutes: 0,
  violations: 0,
  warnings: 0,
  isSubmitted: false,
  hasLeft: false,
  hasDoubt: false,
  isCancelled: false,
};

describe('the words of a seat', () => {
  it('says of who has submitted that he is still in the room', () => {
    expect(seatWord({ ...present, look: 'submitted', isSubmitted: true })).toBe('已交卷·在场');
    expect(seatWord({ ...present, look: 'forced', isSubmitted: true })).toBe('已交卷·在场');
    expect(seatWord({ ...present, look: 'late', lateMinutes: 12 })).toBe('迟到 12 分');
    expect(seatWord({ ...present, look: 'violation', violations: 2 })).toBe('违纪 2');
  });

  it('tells of a warning on the seat itself, in as few letters as fit', () => {
    expect(tileWord({ ...present, warnings: 1 })).toBe('在场·警告');
    expect(tileWord({ ...present, look: 'late', lateMinutes: 29, warnings: 2 })).toBe('迟到·警告');
    expect(tileWord({ ...present, look: 'violation', violations: 1, warnings: 1 })).toBe('违纪 1');
    expect(tileWord(present)).toBe('在场');
  });

  it('does not hide behind the gravest matter what else there is', () => {
    const grave: SeatState = { ...present, look: 'violation', violations: 1, isSubmitted: true, hasDoubt: true };
    expect(seatNotes({ ...grave, warnings: 1 })).toEqual(['已交卷', '身份存疑', '口头警告 1']);
    expect(seatNotes({ ...grave, look: 'left', hasLeft: true, hasDoubt: false })).toEqual(['违纪 1']);
    expect(seatNotes({ ...present, look: 'submitted', isSubmitted: true })).toEqual([]);
  });

  it('[C22] says of a cancelled eligibility wherever the person is seen', () => {
    const cancelled: SeatState = { ...present, look: 'cancelled', violations: 1, isSubmitted: true, isCancelled: true };
    expect(tileWord(cancelled)).toBe('取消资格');
    expect(seatNotes(cancelled)).toEqual(['已交卷', '违纪 1']);
    expect(seatNotes({ ...cancelled, look: 'left', hasLeft: true })).toEqual(['违纪 1', '已取消考试资格']);
    expect(seatNotes({ ...present, isCancelled: true })).toEqual(['已取消考试资格']);
  });

  it('gives each state a shape of its own', () => {
    expect(new Set(SEAT_LOOKS).size).toBe(Object.keys(SEAT_SHAPES).length);
    expect(new Set(Object.values(SEAT_SHAPES)).size).toBe(SEAT_LOOKS.length);
  });

  it('[R27] says from when on leaving is allowed', () => {
    const closed = { why: 'not-now', opensAt: at('09:00'), rule: 'R27' } as const;
    expect(leaveClosedText(closed)).toBe('09:00:00 起可离场，R27');
    expect(submitClosedText({ ...closed, opensAt: at('08:30'), rule: 'R25' })).toBe('08:30:00 起可交卷，R25');
  });
});

describe('a record on paper', () => {
  it('is named by its station and number', () => {
    const station = as<StationId>('0123456789abcdef');
    const info = { station, label: 'A', publicKey: '', epoch: 1, binding: null };
    expect(recordNumber({ [station]: info }, { station, epoch: 1, seq: 233 })).toBe('A#233');
  });

  it('quotes its article', () => {
    expect(articleText('6(四)')).toBe('33 号令第 6 条第（四）项');
    expect(articleText('')).toBe('');
  });
});
