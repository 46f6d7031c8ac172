import { describe, expect, it } from 'vitest';
import { readRecordNumber, recordNumberOf } from '../../../../shared/domain/record-number.ts';

describe('a record number', () => {
  it.each([
    ['A', 1, 41, 'A#41'],
    ['A', 2, 1, 'A2#1'],
    ['AB', 12, 305, 'AB12#305'],
  ] as const)('of %s, epoch %i, seq %i is %s, and is read again', (label, epoch, seq, text) => {
    expect(recordNumberOf(label, { epoch, seq })).toBe(text);
    expect(readRecordNumber(text)).toEqual({ label, epoch, seq });
  });

  it('is understood as an input method types it', () => {
    expect(readRecordNumber(' ａ２＃５７ ')).toEqual({ label: 'A', epoch: 2, seq: 57 });
  });

  it.each(['', 'A', 'A#', '#5', 'A#0', 'A0#5', 'A1#5', 'A#05', 'A57', 'ABCD#1', 'A#5x', '甲#5'])(
    'is not: %s',
    (typed) => {
      expect(readRecordNumber(typed)).toBeNull();
    },
  );
});
