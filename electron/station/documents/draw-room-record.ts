import { encodePaperQr } from '../../../shared/documents/paper-qr.ts';
import type { PrintableRoomRecord, RoomRecordContent } from '../../../shared/documents/room-record-view.ts';
import { pageText } from '../../../shared/documents/words.ts';
import { fitBlock, drawBlocks, type Setting } from './draw-block.ts';
import { drawFoot, FOOT_TOP } from './draw-foot.ts';
import { drawFacts, drawHead, FACTS_Y } from './draw-head.ts';
import { drawSignatures, signatureBandTop } from './draw-signatures.ts';
import type { TextStyle } from './draw-text.ts';
import { drawWatermark } from './draw-watermark.ts';
import { type Canvas, drawRule, INK, LABEL, LEFT, mm, RIGHT } from './page.ts';
import { flowPieces } from './page-pieces.ts';
import { recordPieces } from './record-section.ts';

const FACT_EDGES = [0, 48, 92, 120, 158] as const;
const COUNTS_TOP = mm(49.5);
const COUNTS_HEIGHT = mm(15);
const SUM_WIDTH = mm(58);
/** Sections begin here on the first page, and below the head's rule on the others. */
const FIRST_TOP = COUNTS_TOP + COUNTS_HEIGHT + mm(1);
const LATER_TOP = mm(30);
const AIR = mm(3);

const COUNT: TextStyle = { size: 20, weight: 'bold', color: INK };
const SUM_SETTINGS: readonly [Setting, ...Setting[]] = [
  { style: { size: 9, weight: 'regular', color: INK }, maxLines: 1 },
  { style: { size: 7.5, weight: 'regular', color: INK }, maxLines: 2 },
];

/**
 * Draws a record and returns its pages. Laid out first, then drawn: every page's code says how many there are. The caller
 * has made sure that the fonts have every character.
 */
export function drawRoomRecord(canvas: Canvas, record: PrintableRoomRecord): number {
  const { view, digestText, qr } = record;
  const { content } = view;
  const pages = flowPieces(recordPieces(content.sections, canvas.pen), {
    firstTop: FIRST_TOP,
    top: LATER_TOP,
    bottom: FOOT_TOP - AIR,
    lastBottom: signatureBandTop(view) - AIR,
  });
  for (const [index, pieces] of pages.entries()) {
    const page = index + 1;
    canvas.document.addPage();
    drawWatermark(canvas, view.watermark);
    drawHead(canvas, {
      ...content,
      tags: [
        { text: view.reprint, isFilled: true },
        { text: view.rehearsalNote, isFilled: true },
      ],
    });
    if (page === 1) drawOverview(canvas, content);
    for (const { piece, y } of pieces) piece.draw(canvas, y);
    if (page === pages.length) drawSignatures(canvas, view);
    drawFoot(canvas, {
      footText: view.footText,
      pageText: pageText(page, pages.length),
      codes: [view.headsText, digestText, view.documentText],
      qrText: encodePaperQr({ ...qr, page, pages: pages.length }),
    });
  }
  return pages.length;
}

function drawOverview(canvas: Canvas, { facts, counts, sumLines }: RoomRecordContent): void {
  const perRow = FACT_EDGES.length;
  for (const [row, y] of FACTS_Y.entries())
    drawFacts(canvas, facts.slice(row * perRow, (row + 1) * perRow), { y, edges: FACT_EDGES });
  drawRule(canvas, { y: COUNTS_TOP, width: 0.8, color: INK });
  const each = (RIGHT - LEFT - SUM_WIDTH) / counts.length;
  for (const [index, { label, value }] of counts.entries()) {
    const x = LEFT + index * each;
    canvas.pen.line(label, LABEL, { x, baseline: COUNTS_TOP + mm(4.2), maxWidth: each - mm(1), minSize: 5.5 });
    canvas.pen.line(value, COUNT, { x, baseline: COUNTS_TOP + mm(12) });
  }
  const sum = sumLines.map((line) => fitBlock(line, SUM_SETTINGS, SUM_WIDTH, canvas.pen));
  const middle = COUNTS_TOP + COUNTS_HEIGHT / 2;
  drawBlocks(canvas.pen, sum, { x: RIGHT - SUM_WIDTH, middle, maxWidth: SUM_WIDTH });
  drawRule(canvas, { y: COUNTS_TOP + COUNTS_HEIGHT, width: 0.8, color: INK });
}
