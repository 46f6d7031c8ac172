import type { RoomRecordContent } from '../../../shared/documents/room-record-view.ts';
import { fitBlock, drawBlocks, type Setting } from './draw-block.ts';
import { drawFacts, FACTS_Y } from './draw-head.ts';
import type { Pen, TextStyle } from './draw-text.ts';
import { type Canvas, drawRule, INK, LABEL, LEFT, mm, RIGHT } from './page.ts';
import { recordPieces } from './record-section.ts';
import type { SignedPaperBody } from './signed-paper-body.ts';

const FACT_EDGES = [0, 48, 92, 120, 158] as const;
const COUNTS_TOP = mm(49.5);
const COUNTS_HEIGHT = mm(15);
const SUM_WIDTH = mm(58);
/** Sections begin here on the first page. */
const FIRST_TOP = COUNTS_TOP + COUNTS_HEIGHT + mm(1);

const COUNT: TextStyle = { size: 20, weight: 'bold', color: INK };
const SUM_SETTINGS: readonly [Setting, ...Setting[]] = [
  { style: { size: 9, weight: 'regular', color: INK }, maxLines: 1 },
  { style: { size: 7.5, weight: 'regular', color: INK }, maxLines: 2 },
];

/** 考场情况记录单 between head and signatures: facts and counts, then its lists. */
export function roomRecordBody(content: RoomRecordContent, pen: Pen): SignedPaperBody {
  return {
    firstTop: FIRST_TOP,
    drawOverview: (canvas) => drawOverview(canvas, content),
    pieces: recordPieces(content.sections, pen),
  };
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
