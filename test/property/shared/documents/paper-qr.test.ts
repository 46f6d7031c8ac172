import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodePaperQr, type PaperQr, parsePaperQr, QR_DOCUMENTS } from '../../../../shared/documents/paper-qr.ts';
import { PAPER_IDS } from '../../../../shared/ids.ts';
import { ok } from '../../../../shared/result.ts';

const shortHash = fc.stringMatching(/^[0-9a-f]{16}$/);
const count = fc.integer({ min: 1, max: 999_999_999_999_999 });
const name = fc.string({ unit: 'grapheme', maxLength: 20 });

const paperQr: fc.Arbitrary<PaperQr> = fc
  .record({
    document: fc.constantFrom(...QR_DOCUMENTS),
    documentId: name,
    room: name,
    paper: fc.constantFrom(...PAPER_IDS),
    kind: fc.constantFrom('real' as const, 'rehearsal' as const),
    page: count,
    pages: count,
    heads: fc.array(fc.record({ label: name, epoch: count, seq: count, hash: shortHash }), { maxLength: 4 }),
    digest: shortHash,
  })
  .map((qr) => ({
    ...qr,
    // Lots and checks are of no paper.
    paper: qr.document === 'lots' || qr.document === 'checks' ? null : qr.paper,
    page: Math.min(qr.page, qr.pages),
    pages: Math.max(qr.page, qr.pages),
  }));

it('reads back exactly what it wrote', () => {
  fc.assert(
    fc.property(paperQr, (qr) => {
      expect(parsePaperQr(encodePaperQr(qr))).toEqual(ok(qr));
    }),
  );
});

it('takes a damaged text for nothing else than what that text says', () => {
  fc.assert(
    fc.property(paperQr, fc.nat(), fc.string({ maxLength: 3 }), (qr, at, inserted) => {
      const text = encodePaperQr(qr);
      const place = at % text.length;
      const damaged = text.slice(0, place) + inserted + text.slice(place + 1);
      const parsed = parsePaperQr(damaged);
      if (parsed.ok) expect(encodePaperQr(parsed.value)).toBe(damaged);
    }),
  );
});
