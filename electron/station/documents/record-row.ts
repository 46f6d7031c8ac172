import type { TextStyle } from './draw-text.ts';
import { drawRule, INK_QUIET, LINE, mm } from './page.ts';
import type { Piece } from './page-pieces.ts';

/** Texts that stand on one line of a row. */
export type RecordLine = readonly { readonly text: string; readonly x: number; readonly style: TextStyle }[];

/** A row of a list, already broken into lines. */
export interface RowContent {
  readonly lines: readonly RecordLine[];
  /** Said again where the row goes on on another page. */
  readonly seat: RecordLine[number];
  readonly opening: Piece;
  /** The last row of its list. */
  readonly isLast: boolean;
}

const LINE_HEIGHT = mm(3.9);
const PADDING = mm(0.9);
/** No single line of a row on a page of its own. */
const LEAST_LINES = 2;

/** A row that can be cut between two of its lines. */
export function rowPiece(row: RowContent): Piece {
  const { lines, opening, isLast } = row;
  const height = heightOf(lines.length);
  return {
    height,
    least: lines.length < 2 * LEAST_LINES ? height : heightOf(LEAST_LINES),
    staysWithNext: false,
    opening,
    split: (atMost) => splitRow(row, atMost),
    draw(canvas, y) {
      for (const [index, line] of lines.entries()) {
        const baseline = y + PADDING + (index + 1) * LINE_HEIGHT - mm(1);
        for (const { text, x, style } of line) canvas.pen.line(text, style, { x, baseline });
      }
      drawRule(canvas, { y: y + height, width: isLast ? 0.6 : 0.4, color: isLast ? INK_QUIET : LINE });
    },
  };
}

function splitRow(row: RowContent, atMost: number): readonly [Piece, Piece] | null {
  const { lines, seat } = row;
  const fits = Math.floor((atMost - 2 * PADDING) / LINE_HEIGHT);
  const at = Math.min(fits, lines.length - LEAST_LINES);
  if (at < LEAST_LINES) return null;
  const [first = [], ...rest] = lines.slice(at);
  return [
    rowPiece({ ...row, lines: lines.slice(0, at), isLast: false }),
    rowPiece({ ...row, lines: [[seat, ...first], ...rest] }),
  ];
}

function heightOf(lines: number): number {
  return lines * LINE_HEIGHT + 2 * PADDING;
}
