import type { Pen, TextStyle } from './draw-text.ts';
import { drawRule, INK, INK_QUIET, LEFT, LINE, mm, RIGHT, VALUE } from './page.ts';
import type { Piece } from './page-pieces.ts';
import { createWrap, type Wrap } from './wrap-lines.ts';

const TITLE: TextStyle = { size: 10.5, weight: 'bold', color: INK };
const HEADING: TextStyle = { size: 7.5, weight: 'regular', color: INK_QUIET };
const LEADING = 1.42;

const TITLE_HEIGHT = mm(9);

/** A piece that is never cut. */
function wholePiece(height: number, draw: Piece['draw']): Piece {
  return { height, least: height, staysWithNext: false, opening: null, split: () => null, draw };
}

/** A list's title with its columns' headings; goes with the first row. Rows that name it as their opening say it again on the next page. */
export function titlePiece(
  title: string,
  headings: readonly { readonly text: string; readonly x: number }[] = [],
): Piece {
  return {
    ...wholePiece(TITLE_HEIGHT, (canvas, y) => {
      const baseline = y + TITLE_HEIGHT - mm(1.8);
      canvas.pen.line(title, TITLE, { x: LEFT, baseline });
      for (const { text, x } of headings) canvas.pen.line(text, HEADING, { x, baseline });
      drawRule(canvas, { y: y + TITLE_HEIGHT, width: 0.8, color: INK });
    }),
    staysWithNext: true,
  };
}

/** A text set in a cell: its lines, and how high they stand. */
export interface Cell {
  readonly lines: readonly string[];
  readonly style: TextStyle;
  readonly x: number;
  /** How far below the row's top it begins; 0 where it says nothing. */
  readonly below?: number;
}

/** In points, from the row's top. */
export function cellHeight({ lines, style, below = 0 }: Omit<Cell, 'x'>): number {
  return below + lines.length * style.size * LEADING;
}

/** A row of cells side by side, all from the same top; `extra` draws what is no text. */
export function rowOfCells(
  cells: readonly Cell[],
  { padding, isLast, extra }: { readonly padding: number; readonly isLast: boolean; readonly extra?: Piece['draw'] },
): Piece {
  const height = Math.max(...cells.map(cellHeight)) + 2 * padding;
  return wholePiece(height, (canvas, y) => {
    extra?.(canvas, y);
    const largest = Math.max(...cells.filter(({ below = 0 }) => below === 0).map(({ style }) => style.size));
    for (const { lines, style, x, below = 0 } of cells) {
      for (const [at, line] of lines.entries()) {
        // The first lines stand on one level, whatever their size.
        const first = below === 0 ? largest : style.size;
        const baseline = y + padding + below + first * 1.05 + at * style.size * LEADING;
        canvas.pen.line(line, style, { x, baseline });
      }
    }
    drawRule(canvas, { y: y + height, width: isLast ? 0.6 : 0.4, color: isLast ? INK_QUIET : LINE });
  });
}

const FACT_LABEL: TextStyle = { size: 9, weight: 'bold', color: INK };
const FACT_LEFT = LEFT + mm(24);

/** A text of so many lines goes on in a piece of its own, which another page may take. */
const LINES_TOGETHER = 12;

/** A label and its text beside it, as many lines as it needs. */
export function factPieces(
  facts: readonly { readonly label: string; readonly value: string }[],
  pen: Pen,
): readonly Piece[] {
  const wrap = createWrap(pen, VALUE);
  const wrapLabel = createWrap(pen, FACT_LABEL);
  return facts.flatMap(({ label, value }, at) => {
    const lines = wrap(value, RIGHT - FACT_LEFT);
    const parts = Math.max(1, Math.ceil(lines.length / LINES_TOGETHER));
    return Array.from({ length: parts }, (_, part) => {
      const ofPart = lines.slice(part * LINES_TOGETHER, (part + 1) * LINES_TOGETHER);
      const labelLines = part === 0 ? wrapLabel(label, FACT_LEFT - LEFT - mm(2)) : [];
      return rowOfCells(
        [
          { lines: labelLines, style: FACT_LABEL, x: LEFT },
          { lines: ofPart, style: VALUE, x: FACT_LEFT },
        ],
        { padding: mm(1.1), isLast: at === facts.length - 1 && part === parts - 1 },
      );
    });
  });
}

/** Plain lines across the page. */
export function textPieces(texts: readonly string[], wrap: Wrap, style: TextStyle): readonly Piece[] {
  return texts.map((text, at) =>
    rowOfCells([{ lines: wrap(text, RIGHT - LEFT), style, x: LEFT }], {
      padding: mm(1.1),
      isLast: at === texts.length - 1,
    }),
  );
}
