import type { PrintableRecoverySheet, RecoverySheetView } from '../../../shared/documents/recovery-sheet.ts';
import { drawCodeDigits } from './draw-code-digits.ts';
import type { TextStyle } from './draw-text.ts';
import { drawWatermark } from './draw-watermark.ts';
import { type Canvas, drawRule, INK, INK_QUIET, LABEL, LEFT, LINE, mm, RIGHT, VALUE } from './page.ts';
import { createWrap } from './wrap-lines.ts';

const TITLE: TextStyle = { size: 22, weight: 'bold', color: INK };
const SHEET_NO: TextStyle = { size: 13, weight: 'bold', color: INK };
const HEADING: TextStyle = { size: 12, weight: 'bold', color: INK };
const TEXT: TextStyle = { size: 10.5, weight: 'regular', color: INK };
const TEXT_BOLD: TextStyle = { size: 10.5, weight: 'bold', color: INK };
const QUIET: TextStyle = { size: 9, weight: 'regular', color: INK_QUIET };

const LEADING = mm(6);
const COLUMNS = 4;
const ROW_HEIGHT = mm(25);

/** Draws 恢复单, always one page. */
export function drawRecoverySheet(canvas: Canvas, { view }: PrintableRecoverySheet): number {
  canvas.document.addPage();
  drawWatermark(canvas, view.watermark);
  drawTop(canvas, view);
  let y = paragraph(canvas, view.opensText, mm(50));
  y = drawCode(canvas, view, y + mm(7));
  y = drawAdvice(canvas, view, y + mm(11));
  drawKeeping(canvas, view, y + mm(10));
  drawHand(canvas, view, mm(263));
  canvas.pen.line(view.sealText, LABEL, { x: LEFT, baseline: mm(281.5), maxWidth: RIGHT - LEFT, minSize: 5 });
  canvas.pen.line(view.footText, LABEL, { x: LEFT, baseline: mm(286), maxWidth: RIGHT - LEFT, minSize: 5 });
  return 1;
}

function drawTop(canvas: Canvas, view: RecoverySheetView): void {
  const { pen } = canvas;
  pen.line(view.exam, VALUE, { x: LEFT, baseline: mm(17), maxWidth: mm(140), minSize: 7 });
  pen.line(view.date, VALUE, { x: RIGHT, baseline: mm(17), align: 'right', maxWidth: mm(60), minSize: 7 });
  const width = pen.line(view.title, TITLE, { x: LEFT, baseline: mm(29) });
  pen.line(view.rehearsalNote, SHEET_NO, { x: LEFT + width + mm(5), baseline: mm(29) });
  pen.line(view.sheetText, SHEET_NO, { x: RIGHT, baseline: mm(29), align: 'right' });
  drawRule(canvas, { y: mm(33), width: 1.2, color: INK });
  pen.line(view.site, TEXT_BOLD, { x: LEFT, baseline: mm(41), maxWidth: RIGHT - LEFT, minSize: 7 });
}

/** Two rows of four, each group in its own frame. */
function drawCode(canvas: Canvas, view: RecoverySheetView, top: number): number {
  const { pen, document } = canvas;
  pen.line(view.codeLabel, HEADING, { x: LEFT, baseline: top + mm(3) });
  const y = top + mm(7);
  const width = (RIGHT - LEFT) / COLUMNS;
  const height = ROW_HEIGHT * Math.ceil(view.groups.length / COLUMNS);
  document
    .lineWidth(1)
    .rect(LEFT, y, RIGHT - LEFT, height)
    .stroke(INK);
  for (const [at, group] of view.groups.entries()) {
    const x = LEFT + (at % COLUMNS) * width;
    const rowTop = y + Math.floor(at / COLUMNS) * ROW_HEIGHT;
    if (at % COLUMNS > 0)
      document
        .lineWidth(0.4)
        .moveTo(x, rowTop)
        .lineTo(x, rowTop + ROW_HEIGHT)
        .stroke(LINE);
    pen.line(group.label, LABEL, { x: x + mm(3), baseline: rowTop + mm(5) });
    drawCodeDigits(canvas, group.digits, { centre: x + width / 2, baseline: rowTop + mm(18) });
  }
  drawRule(canvas, { y: y + ROW_HEIGHT, width: 0.4, color: LINE });
  pen.line(view.codeNote, QUIET, { x: LEFT, baseline: y + height + mm(5) });
  return y + height + mm(5);
}

function drawAdvice(canvas: Canvas, view: RecoverySheetView, top: number): number {
  canvas.pen.line(view.adviceTitle, HEADING, { x: LEFT, baseline: top });
  let y = top + mm(2);
  for (const { title, text } of view.advice) {
    canvas.pen.line(title, TEXT_BOLD, { x: LEFT, baseline: y + LEADING });
    y = paragraph(canvas, text, y + LEADING * 2) + mm(1.6);
  }
  return y;
}

function drawKeeping(canvas: Canvas, view: RecoverySheetView, top: number): void {
  canvas.pen.line(view.keepTitle, HEADING, { x: LEFT, baseline: top });
  let y = top + mm(2);
  for (const [at, text] of view.keep.entries()) {
    canvas.pen.line(`${at + 1}.`, TEXT, { x: LEFT, baseline: y + LEADING });
    y = paragraph(canvas, text, y + LEADING, LEFT + mm(6));
  }
}

function drawHand({ pen, document }: Canvas, view: RecoverySheetView, y: number): void {
  const width = (RIGHT - LEFT) / view.handLabels.length;
  for (const [at, label] of view.handLabels.entries()) {
    const x = LEFT + at * width;
    pen.line(label, LABEL, { x, baseline: y });
    document
      .lineWidth(0.6)
      .moveTo(x, y + mm(12))
      .lineTo(x + width - mm(8), y + mm(12))
      .stroke(INK_QUIET);
  }
}

/** Lines from `baseline` on; answers the last line's. */
function paragraph({ pen }: Canvas, text: string, baseline: number, x = LEFT): number {
  const lines = createWrap(pen, TEXT)(text, RIGHT - x);
  for (const [at, line] of lines.entries()) pen.line(line, TEXT, { x, baseline: baseline + at * LEADING });
  return baseline + (lines.length - 1) * LEADING;
}
