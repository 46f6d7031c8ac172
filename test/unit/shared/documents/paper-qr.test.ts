import { expect, it } from 'vitest';
import { encodePaperQr, type PaperQr, parsePaperQr } from '../../../../shared/documents/paper-qr.ts';
import { err, ok } from '../../../../shared/result.ts';

const QR: PaperQr = {
  document: 'sheet',
  documentId: '4f2a9c1e',
  room: '001',
  paper: 'theory',
  kind: 'real',
  page: 1,
  pages: 2,
  heads: [{ label: 'A', epoch: 1, seq: 233, hash: 'a1'.repeat(8) }],
  digest: 'd2'.repeat(8),
};
const TEXT = 'PS1|sheet|4f2a9c1e|001|theory|real|1/2|A#1.233:a1a1a1a1a1a1a1a1|d2d2d2d2d2d2d2d2';

it('[LO2] says lots and checks without a paper and a number, and nothing else so', () => {
  const ofSite: PaperQr = { ...QR, document: 'lots', documentId: '', room: '', paper: null };
  expect(parsePaperQr(encodePaperQr(ofSite))).toEqual(ok(ofSite));
  expect(parsePaperQr(encodePaperQr({ ...ofSite, document: 'checks', room: '001' }))).toMatchObject({ ok: true });
  expect(parsePaperQr(encodePaperQr({ ...QR, paper: null }))).toEqual(err('malformed'));
  expect(parsePaperQr(encodePaperQr({ ...ofSite, paper: 'theory' }))).toEqual(err('malformed'));
});

it('writes the compact text', () => {
  expect(encodePaperQr(QR)).toBe(TEXT);
  expect(parsePaperQr(TEXT)).toEqual(ok(QR));
});

it('keeps fields apart whatever stands in a room number', () => {
  const room = '机房|一;#%';
  expect(parsePaperQr(encodePaperQr({ ...QR, room }))).toEqual(ok({ ...QR, room }));
});

it.each(['', '221137010010107', 'https://example.org/', 'PS|sheet', 'PS1'])('takes %j for no paper of ours', (text) => {
  expect(parsePaperQr(text)).toEqual(err('not-a-paper'));
});

it('tells a later version apart from a damaged code', () => {
  expect(parsePaperQr(TEXT.replace('PS1', 'PS2'))).toEqual(err('unknown-version'));
});

it.each([
  ['unknown document', TEXT.replace('sheet', 'poem')],
  ['unknown paper', TEXT.replace('theory', 'oral')],
  ['unknown kind', TEXT.replace('real', 'unreal')],
  ['page beyond the last', TEXT.replace('1/2', '3/2')],
  ['page 0', TEXT.replace('1/2', '0/2')],
  ['no page count', TEXT.replace('1/2', '1')],
  ['three page numbers', TEXT.replace('1/2', '1/2/2')],
  ['leading zero', TEXT.replace('1.233', '1.0233')],
  ['number beyond safety', TEXT.replace('233', '9'.repeat(16))],
  ['damaged head', TEXT.replace('#1.233', '1.233')],
  ['short head hash', TEXT.replace('a1a1|', '|')],
  ['upper-case hash', TEXT.replace('a1a1', 'A1A1')],
  ['short digest', TEXT.slice(0, -1)],
  ['missing field', TEXT.slice(0, TEXT.lastIndexOf('|'))],
  ['further field', `${TEXT}|more`],
  ['escape that is none', TEXT.replace('001', '%zz')],
  ['escape in a label that is none', TEXT.replace('A#', '%#')],
  ['needless escape', TEXT.replace('001', '%3001')],
])('refuses a code with %s', (_, text) => {
  expect(text).not.toBe(TEXT);
  expect(parsePaperQr(text)).toEqual(err('malformed'));
});

it('reads a code without heads', () => {
  const qr = { ...QR, heads: [] };
  expect(parsePaperQr(encodePaperQr(qr))).toEqual(ok(qr));
});
