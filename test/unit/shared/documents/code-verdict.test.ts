import { expect, it } from 'vitest';
import { type CodeFrame, judgeCode } from '../../../../shared/documents/code-verdict.ts';
import type { PaperQr } from '../../../../shared/documents/paper-qr.ts';
import { at, createReadyRoom, ROOM } from '../../../support/sim-station.ts';

const HASH = 'a'.repeat(64);

function aFrame(): CodeFrame {
  const station = createReadyRoom(2);
  const paper = { kind: 'sign-in-sheet', room: ROOM, pages: 2, viewDigest: 'd'.repeat(64), heads: [] };
  station.record('PaperIssued', { ...paper, document: 'sheet-1', copy: 1 }, at('07:40'), { paper: 'theory' });
  station.record('PaperIssued', { ...paper, document: 'sheet-2', copy: 2 }, at('07:45'), { paper: 'theory' });
  return {
    state: station.state,
    labelOf: () => 'A',
    hashesAt: ({ label, seq }) => (label === 'A' && seq <= 5 ? [HASH] : []),
  };
}

const CODE: PaperQr = {
  document: 'sheet',
  documentId: 'sheet-2',
  room: ROOM,
  paper: 'theory',
  kind: 'real',
  page: 1,
  pages: 2,
  heads: [{ label: 'A', epoch: 1, seq: 5, hash: HASH.slice(0, 16) }],
  digest: 'd'.repeat(16),
};

function judged(changes: Partial<PaperQr>) {
  const { outcome, findings } = judgeCode({ ...CODE, ...changes }, aFrame());
  return [outcome, ...findings.map(({ code, details }) => [code, ...Object.values(details)].join(' '))];
}

it('[VF5] a code agrees with its print and with the records that it bears', () => {
  expect(judged({})).toEqual(['sound', 'print-agrees', 'heads-agree A#5']);
  expect(judged({ documentId: 'sheet-1' })).toEqual(['sound', 'print-agrees', 'newer-copy 2', 'heads-agree A#5']);
});

it('[VF5] a code that says something else is wrong, each thing by its name', () => {
  const other = { document: 'record', paper: 'practical', pages: 3, digest: 'e'.repeat(16), heads: [] } as const;
  expect(judged(other)).toEqual([
    'wrong',
    'code-differs kind',
    'code-differs place',
    'code-differs pages',
    'code-differs digest',
  ]);
  const heads = [{ label: 'A', epoch: 1, seq: 4, hash: 'b'.repeat(16) }];
  expect(judged({ heads })).toEqual(['wrong', 'print-agrees', 'head-differs A#4']);
});

it('[VF5] what this journal does not hold is open, neither wrong nor sound', () => {
  expect(judged({ documentId: 'sheet-9' })).toEqual(['open', 'print-unknown', 'heads-agree A#5']);
  const heads = [{ label: 'B', epoch: 1, seq: 5, hash: 'b'.repeat(16) }];
  expect(judged({ heads })).toEqual(['open', 'print-agrees', 'head-not-here B#5']);
  expect(judged({ document: 'lots', documentId: '', room: '', paper: null })).toEqual(['sound', 'heads-agree A#5']);
});
