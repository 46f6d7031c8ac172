import { describe, expect, it } from 'vitest';
import { parsePaperQr, encodePaperQr } from '../../../../shared/documents/paper-qr.ts';
import { buildRoomRecordContent } from '../../../../shared/documents/room-record.ts';
import {
  buildSignedPaperView,
  printSignedPaper,
  signedPaperDigestInput,
} from '../../../../shared/documents/signed-paper.ts';
import type { RoomRecordInput } from '../../../../shared/documents/room-record-input.ts';
import { A_DRAWING, aRecordInput, aRecordPrint, aSigner, shanghai } from '../../../support/room-record.ts';

const CONTENT_DIGEST = '0123456789abcdef'.repeat(4);

function viewOf(print: Parameters<typeof aRecordPrint>[0], input: Partial<RoomRecordInput> = {}) {
  const content = buildRoomRecordContent(aRecordInput(input));
  return buildSignedPaperView(content, { ...aRecordPrint(print), contentDigest: CONTENT_DIGEST });
}

describe('the record as it is printed', () => {
  it('[PP4] says of whoever signed without his PIN that he did, and of nobody else', () => {
    const byName = aSigner({ signed: { at: shanghai(10, 32), by: 'name', drawing: A_DRAWING } });
    const { signatures } = viewOf({ signers: [byName, aSigner()] });
    expect(signatures.map(({ note }) => note)).toEqual([
      '手写签名图样，签于本机 10:32（未核 PIN）',
      '手写签名图样，签于本机 10:32',
    ]);
  });

  it('adds signatures, copy, heads and number to the content', () => {
    const view = viewOf({});

    expect(view).toEqual({
      content: buildRoomRecordContent(aRecordInput()),
      contentDigest: CONTENT_DIGEST,
      signatures: [
        {
          label: '监考员 1（李监考）',
          note: '手写签名图样，签于本机 10:32',
          drawing: A_DRAWING,
          role: 'invigilator',
          staff: 'staff-1',
        },
        {
          label: '监考员 2（周巡）',
          note: '手写签名图样，签于本机 10:33',
          drawing: A_DRAWING,
          role: 'invigilator',
          staff: 'staff-1',
        },
        { label: '技术支持（王技术）', note: '', drawing: null, role: 'technician', staff: 'staff-1' },
        { label: '主考（陈主考）', note: '', drawing: null, role: 'chief', staff: 'staff-1' },
      ],
      signedText: '签署内容摘要 0123 4567 89ab cdef',
      reprint: '',
      watermark: '',
      rehearsalNote: '',
      footText: '考场 001 实训楼201机房 · 理论考试',
      headsText: '记录 A#233 · B2#118 10:34',
      documentText: '编号 7be1-001-record',
      source: {
        documentId: '7be1-001-record',
        roomNo: '001',
        paper: 'theory',
        kind: 'real',
        issuedAt: shanghai(10, 34),
        heads: aRecordPrint().heads,
      },
    });
  });

  it('[R37] has a line for each signer, numbered where there are several of a kind, named where somebody is known', () => {
    const labels = (signers: ReturnType<typeof aSigner>[]) => viewOf({ signers }).signatures.map(({ label }) => label);

    expect(
      labels([
        aSigner({ name: '甲' }),
        aSigner({ name: '乙' }),
        aSigner({ name: '' }),
        aSigner({ role: 'technician', name: '' }),
        aSigner({ role: 'chief', name: '陈' }),
      ]),
    ).toEqual(['监考员 1（甲）', '监考员 2（乙）', '监考员 3', '技术支持', '主考（陈）']);
  });

  it('marks a reprint, and a rehearsal in words and in the code', () => {
    const view = viewOf({ copy: 2 }, { kind: 'rehearsal' });

    expect([view.reprint, view.watermark, view.rehearsalNote]).toEqual(['重印 · 第 2 份', '演练', '演练']);
    const text = encodePaperQr({ ...printSignedPaper(view, 'c'.repeat(64)).qr, page: 1, pages: 1 });
    expect(parsePaperQr(text)).toMatchObject({ ok: true, value: { kind: 'rehearsal', document: 'record' } });
  });

  it('bears the short digest of the whole view and a code that any page completes', () => {
    const { kind, digestText, qr } = printSignedPaper(viewOf({}), 'fedcba9876543210'.repeat(4));

    expect([kind, digestText]).toEqual(['signed-paper', '摘要 fedc ba98 7654 3210']);
    expect(encodePaperQr({ ...qr, page: 2, pages: 3 })).toBe(
      'PS1|record|7be1-001-record|001|theory|real|2/3|A#1.233:a1a1a1a1a1a1a1a1;B#2.118:b2b2b2b2b2b2b2b2|fedcba9876543210',
    );
  });

  it('has another digest for another copy or signature, though the content is the same', () => {
    const digestInputs = [viewOf({}), viewOf({ copy: 2 }), viewOf({ signers: [] })].map(signedPaperDigestInput);

    expect(new Set(digestInputs).size).toBe(3);
  });
});
