import type { IncidentReportContent } from '../../../shared/documents/incident-report-view.ts';
import { drawFacts, FACTS_Y } from './draw-head.ts';
import type { Pen, TextStyle } from './draw-text.ts';
import { factPieces } from './flow-pieces.ts';
import { type Canvas, drawRule, INK, LABEL, LEFT, mm, RIGHT } from './page.ts';
import { recordPieces } from './record-section.ts';
import type { SignedPaperBody } from './signed-paper-body.ts';

const FACT_EDGES = [0, 44, 80, 112, 166] as const;
const COUNTS_TOP = mm(40);
const COUNTS_HEIGHT = mm(15);
const FIRST_TOP = COUNTS_TOP + COUNTS_HEIGHT + mm(1);
const COUNT: TextStyle = { size: 20, weight: 'bold', color: INK };

/** 突发事件报告 between head and signatures: figures, what happened, then its lists. */
export function incidentReportBody(content: IncidentReportContent, pen: Pen): SignedPaperBody {
  return {
    firstTop: FIRST_TOP,
    drawOverview: (canvas) => drawOverview(canvas, content),
    pieces: [...factPieces(content.statements, pen), ...recordPieces(content.sections, pen)],
  };
}

function drawOverview(canvas: Canvas, { facts, counts }: IncidentReportContent): void {
  drawFacts(canvas, facts, { y: FACTS_Y[0], edges: FACT_EDGES });
  drawRule(canvas, { y: COUNTS_TOP, width: 0.8, color: INK });
  const each = (RIGHT - LEFT) / counts.length;
  for (const [index, { label, value }] of counts.entries()) {
    const x = LEFT + index * each;
    canvas.pen.line(label, LABEL, { x, baseline: COUNTS_TOP + mm(4.2) });
    canvas.pen.line(value, COUNT, { x, baseline: COUNTS_TOP + mm(12), maxWidth: each - mm(3), minSize: 10 });
  }
  drawRule(canvas, { y: COUNTS_TOP + COUNTS_HEIGHT, width: 0.8, color: INK });
}
