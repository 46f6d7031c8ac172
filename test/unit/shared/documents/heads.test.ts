import { expect, it } from 'vitest';
import { headsLine } from '../../../../shared/documents/heads.ts';
import { SHEET_ISSUED_AT } from '../../../support/sign-in-sheet.ts';

function head(label: string, seq: number, epoch = 1) {
  return { label, station: '0123456789abcdef', epoch, seq, hash: '0'.repeat(64) };
}

it('names each chain and its number, in order of label, with the minute in Asia/Shanghai', () => {
  expect(headsLine([head('B', 118), head('A', 233)], SHEET_ISSUED_AT)).toBe('A#233 · B#118 08:59');
});

it('puts an earlier epoch of one label first', () => {
  expect(headsLine([head('A', 3, 2), head('A', 90, 1), head('B', 1)], SHEET_ISSUED_AT)).toBe('A#90 · A2#3 · B#1 08:59');
});

it('says so when there is no head yet', () => {
  expect(headsLine([], SHEET_ISSUED_AT)).toBe('尚无记录 08:59');
});
