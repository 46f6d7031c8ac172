import type { SheetFact } from '../../../shared/documents/sign-in-sheet-view.ts';
import type { PrintCodes, PrintFrame } from '../../../shared/documents/paper-print.ts';
import { encodePaperQr } from '../../../shared/documents/paper-qr.ts';
import { pageText } from '../../../shared/documents/words.ts';
import { drawFoot, FOOT_TOP } from './draw-foot.ts';
import { drawFacts, drawHead, FACTS_Y, type HeadContent } from './draw-head.ts';
import { drawWatermark } from './draw-watermark.ts';
import { type Canvas, drawRule, INK, LABEL, LEFT, mm, RIGHT } from './page.ts';
import { flowPieces, type Piece } from './page-pieces.ts';

/** A paper of pieces that flow: head and foot on each page, facts on the first, lines to sign on on the last. */
export interface FlowPaper {
  readonly frame: PrintFrame;
  readonly codes: PrintCodes;
  readonly head: HeadContent;
  readonly facts: readonly SheetFact[];
  /** The facts' left edges in millimetres from the page's own. */
  readonly edges: readonly number[];
  readonly pieces: readonly Piece[];
  readonly signatures: readonly string[];
}

const LATER_TOP = mm(31);
const FACTS_HEIGHT = mm(10);
const AIR = mm(3);
const SIGN_TOP = FOOT_TOP - mm(16);

/** Draws it and returns its pages; laid out first, because each page's code says how many there are. */
export function drawFlowPaper(canvas: Canvas, paper: FlowPaper): number {
  const { frame, codes, facts, edges } = paper;
  const factRows = Math.ceil(facts.length / edges.length);
  const pages = flowPieces(paper.pieces, {
    firstTop: FACTS_Y[0] + factRows * FACTS_HEIGHT,
    top: LATER_TOP,
    bottom: FOOT_TOP - AIR,
    lastBottom: SIGN_TOP - AIR,
  });
  for (const [index, pieces] of pages.entries()) {
    const page = index + 1;
    canvas.document.addPage();
    drawWatermark(canvas, frame.watermark);
    drawHead(canvas, paper.head);
    if (page === 1) {
      for (let row = 0; row < factRows; row += 1) {
        const inRow = facts.slice(row * edges.length, (row + 1) * edges.length);
        drawFacts(canvas, inRow, { y: FACTS_Y[0] + row * FACTS_HEIGHT, edges });
      }
    }
    for (const { piece, y } of pieces) piece.draw(canvas, y);
    if (page === pages.length) drawSignatureLines(canvas, paper.signatures);
    drawFoot(canvas, {
      footText: frame.footText,
      pageText: pageText(page, pages.length),
      codes: [frame.headsText, codes.digestText],
      qrText: encodePaperQr({ ...codes.qr, page, pages: pages.length }),
    });
  }
  return pages.length;
}

function drawSignatureLines(canvas: Canvas, labels: readonly string[]): void {
  const each = (RIGHT - LEFT) / labels.length;
  for (const [index, label] of labels.entries()) {
    const x = LEFT + index * each;
    canvas.pen.line(label, LABEL, { x, baseline: SIGN_TOP + mm(3), maxWidth: each - mm(4), minSize: 5 });
    drawRule(canvas, { y: SIGN_TOP + mm(13), width: 0.6, color: INK, from: x, to: x + each - mm(4) });
  }
}
