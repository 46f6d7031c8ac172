import type { NoticeBlank, NoticeBox } from '../../../shared/documents/violation-notice-view.ts';
import type { Pen, TextStyle } from './draw-text.ts';
import { type Canvas, centredBaseline, drawRule, INK, INK_QUIET, LABEL, LEFT, LINE, mm, RIGHT } from './page.ts';
import type { Piece } from './page-pieces.ts';

const TEXT: TextStyle = { size: 9.5, weight: 'regular', color: INK };
const STRONG: TextStyle = { size: 9, weight: 'bold', color: INK };
/** High enough to be written on with a pen. */
const WRITTEN = mm(8.5);
const BOX = mm(3.4);

/** A line to write on behind its label, or several beneath it. */
export function blankPiece({ label, lines }: NoticeBlank, pen: Pen): Piece {
  const isInline = lines === 1;
  return wholePiece(WRITTEN * (isInline ? 1 : lines + 1), (canvas, y) => {
    const first = y + WRITTEN;
    canvas.pen.line(label, STRONG, { x: LEFT, baseline: first - mm(1.4) });
    if (isInline) {
      drawRule(canvas, { y: first, width: 0.6, color: INK_QUIET, from: LEFT + pen.width(label, STRONG) + mm(3) });
      return;
    }
    for (let line = 1; line <= lines; line += 1)
      drawRule(canvas, { y: first + line * WRITTEN, width: 0.4, color: LINE });
  });
}

/** Boxes side by side behind what they are boxes of ('' for nothing); `aside` stands at the right edge. */
export function boxesPiece(
  boxes: readonly NoticeBox[],
  { label = '', aside = '' }: { readonly label?: string; readonly aside?: string } = {},
): Piece {
  const height = mm(7);
  return wholePiece(height, (canvas, y) => {
    const middle = y + height / 2;
    const labelWidth = canvas.pen.line(label, STRONG, { x: LEFT, baseline: centredBaseline(middle, STRONG.size) });
    let x = LEFT + (label === '' ? 0 : labelWidth + mm(3));
    for (const box of boxes) {
      drawBox(canvas, box, { x, y: middle - BOX / 2 });
      x += BOX + mm(1.5);
      x += canvas.pen.line(box.text, TEXT, { x, baseline: centredBaseline(middle, TEXT.size) }) + mm(5);
    }
    canvas.pen.line(aside, LABEL, { x: RIGHT, baseline: centredBaseline(middle, LABEL.size), align: 'right' });
  });
}

/** Drawn as a shape: told apart on any copier, and empty it is for the pen. */
function drawBox({ document }: Canvas, { isTicked }: NoticeBox, { x, y }: { x: number; y: number }): void {
  document.lineWidth(0.9).rect(x, y, BOX, BOX).stroke(INK);
  if (!isTicked) return;
  document
    .lineWidth(1.4)
    .moveTo(x + BOX * 0.18, y + BOX * 0.52)
    .lineTo(x + BOX * 0.42, y + BOX * 0.78)
    .lineTo(x + BOX * 0.84, y + BOX * 0.2)
    .stroke(INK);
}

function wholePiece(height: number, draw: Piece['draw']): Piece {
  return { height, least: height, staysWithNext: false, opening: null, split: () => null, draw };
}
