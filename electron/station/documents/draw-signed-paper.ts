import { encodePaperQr } from '../../../shared/documents/paper-qr.ts';
import type { PrintableSignedPaper, SignedPaperView } from '../../../shared/documents/signed-paper-view.ts';
import { pageText } from '../../../shared/documents/words.ts';
import type { DrawnPaper } from './document-problem.ts';
import { drawFoot, FOOT_TOP } from './draw-foot.ts';
import { drawHead } from './draw-head.ts';
import { drawSignatures, type SignatureBand, signatureBandTop, signatureFields } from './draw-signatures.ts';
import { drawWatermark } from './draw-watermark.ts';
import { type Canvas, mm } from './page.ts';
import { flowPieces } from './page-pieces.ts';
import { partsOf, type SignedPaperPart } from './signed-paper-body.ts';

/** Below the head's rule, on every page but the first. */
const LATER_TOP = mm(30);
const AIR = mm(3);

/**
 * Draws a paper that people sign, part after part. Laid out first, then drawn: every page's code says how many there are.
 * The caller has made sure that the fonts have every character.
 */
export function drawSignedPaper(canvas: Canvas, paper: PrintableSignedPaper): DrawnPaper {
  const { view, digestText, qr } = paper;
  const [first, ...others] = partsOf(view.content, canvas.pen);
  const firstLaid = layOut(first, view);
  const parts = [firstLaid, ...others.map((part) => layOut(part, view))];
  const count = parts.reduce((sum, { pages }) => sum + pages.length, 0);
  const qrOf = (page: number) => encodePaperQr({ ...qr, page, pages: count });
  let page = 0;
  for (const { part, band, pages } of parts) {
    for (const [index, pieces] of pages.entries()) {
      page += 1;
      canvas.document.addPage();
      drawWatermark(canvas, view.watermark);
      drawHead(canvas, {
        ...view.content,
        tags: [
          { text: part.tag, isFilled: false },
          { text: view.reprint, isFilled: true },
          { text: view.rehearsalNote, isFilled: true },
        ],
      });
      if (index === 0) part.drawOverview(canvas);
      for (const { piece, y } of pieces) piece.draw(canvas, y);
      if (index === pages.length - 1) drawSignatures(canvas, band);
      drawFoot(canvas, {
        footText: view.footText,
        pageText: pageText(page, count),
        codes: [view.headsText, digestText, view.documentText],
        qrText: qrOf(page),
      });
    }
  }
  const { band, pages } = firstLaid;
  return { pages: count, keywords: qrOf(1), signatureFields: signatureFields(band, pages.length) };
}

function layOut(part: SignedPaperPart, { signedText, signatures }: SignedPaperView) {
  const band: SignatureBand = { signedText, signatures: signatures.filter(({ role }) => part.signedBy(role)) };
  const pages = flowPieces(part.pieces, {
    firstTop: part.firstTop,
    top: LATER_TOP,
    bottom: FOOT_TOP - AIR,
    lastBottom: signatureBandTop(band) - AIR,
  });
  return { part, band, pages };
}
