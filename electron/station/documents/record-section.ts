import { RECORD_PERSON_COLUMNS, type RecordSection } from '../../../shared/documents/room-record-view.ts';
import { continuedText } from '../../../shared/documents/words.ts';
import type { Pen, TextStyle } from './draw-text.ts';
import { centredBaseline, drawRule, INK, INK_QUIET, LEFT, LINE, mm, RIGHT } from './page.ts';
import type { Piece } from './page-pieces.ts';
import { type RecordLine, rowPiece } from './record-row.ts';
import { createWrap, type Wrap } from './wrap-lines.ts';

const TITLE: TextStyle = { size: 9.5, weight: 'bold', color: INK };
const HEADING: TextStyle = { size: 7, weight: 'regular', color: INK_QUIET };
const CELL: TextStyle = { size: 8.5, weight: 'regular', color: INK };
const SEAT: TextStyle = { size: 9.5, weight: 'bold', color: INK };

const GAP = mm(3);
const WIDEST = mm(32);
/** A long text leaves its column and runs beneath its row, across the page: less paper, and read as prose. */
const FLAT_LINES = 4;
const FLAT_LEAST = mm(45);

const PERSON_COLUMNS = RECORD_PERSON_COLUMNS.length;
const HEADING_HEIGHT = mm(7.2);
const EMPTY_HEIGHT = mm(5.9);
/** Titles stand over seat and name, which need no headings: the third column begins beyond the longest title. */
const TITLE_WIDTH = mm(35);

/** Lays the lists out one under the other. Columns of one heading are equally wide in all of them. */
export function recordPieces(sections: readonly RecordSection[], pen: Pen): readonly Piece[] {
  const wrap = createWrap(pen, CELL);
  const widths = columnWidths(sections, pen);
  const textX = RECORD_PERSON_COLUMNS.reduce((x, heading) => x + (widths.get(heading) ?? 0) + GAP, LEFT);
  return sections.flatMap((section) =>
    section.rows.length === 0 ? [emptyPiece(section, textX)] : tablePieces(section, { widths, wrap }),
  );
}

/** Points by heading, for all columns but the wide ones. */
type Widths = ReadonlyMap<string, number>;

function columnWidths(sections: readonly RecordSection[], pen: Pen): Widths {
  const widths = new Map<string, number>();
  const [seat, name] = RECORD_PERSON_COLUMNS;
  for (const { columns, rows, wideColumn } of sections) {
    if (rows.length === 0) continue;
    for (const [index, heading] of columns.entries()) {
      if (index === wideColumn) continue;
      const style = index === 0 ? SEAT : CELL;
      const cells = rows.map((row) => pen.width(row[index] ?? '', style));
      const natural = Math.max(widths.get(heading) ?? 0, pen.width(heading, HEADING), ...cells);
      widths.set(heading, Math.min(WIDEST, natural));
    }
  }
  const titles = TITLE_WIDTH - 2 * GAP - (widths.get(seat) ?? 0);
  widths.set(name, Math.max(widths.get(name) ?? 0, titles));
  return widths;
}

/** Nothing to list: one line that says so, under the other lists' third column. */
function emptyPiece({ title, emptyText }: RecordSection, textX: number): Piece {
  return {
    height: EMPTY_HEIGHT,
    least: EMPTY_HEIGHT,
    staysWithNext: false,
    opening: null,
    split: () => null,
    draw(canvas, y) {
      const middle = y + EMPTY_HEIGHT / 2;
      canvas.pen.line(title, TITLE, { x: LEFT, baseline: centredBaseline(middle, TITLE.size) });
      canvas.pen.line(emptyText, CELL, { x: textX, baseline: centredBaseline(middle, CELL.size) });
      drawRule(canvas, { y: y + EMPTY_HEIGHT, width: 0.4, color: LINE });
    },
  };
}

interface PlacedColumn {
  readonly index: number;
  readonly heading: string;
  readonly x: number;
  readonly width: number;
}

function tablePieces(section: RecordSection, { widths, wrap }: { widths: Widths; wrap: Wrap }): readonly Piece[] {
  const { title, rows, wideColumn } = section;
  const flatWidth = wideWidth(section, widths);
  const isFlat =
    flatWidth >= FLAT_LEAST && rows.every((row) => wrap(row[wideColumn] ?? '', flatWidth).length <= FLAT_LINES);
  const columns = placeColumns(section, { widths, flatWidth: isFlat ? flatWidth : null });
  const opening = headingPiece(continuedText(title), columns);
  const beneath = columns[1]?.x ?? LEFT;
  const pieces = rows.map((row, index) => {
    const lines = cellLines(row, columns, wrap);
    const text = isFlat ? [] : wrap(row[wideColumn] ?? '', RIGHT - beneath);
    return rowPiece({
      lines: [...lines, ...text.map((line): RecordLine => [{ text: line, x: beneath, style: CELL }])],
      seat: { text: row[0] ?? '', x: LEFT, style: { ...SEAT, color: INK_QUIET } },
      opening,
      isLast: index === rows.length - 1,
    });
  });
  return [headingPiece(title, columns), ...pieces];
}

function wideWidth({ columns, wideColumn }: RecordSection, widths: Widths): number {
  const others = columns.filter((_, index) => index !== wideColumn);
  return RIGHT - LEFT - others.reduce((sum, heading) => sum + (widths.get(heading) ?? 0) + GAP, 0);
}

/** From the left; without the wide column where its texts stand beneath (`flatWidth` null). */
function placeColumns(
  { columns, wideColumn }: RecordSection,
  { widths, flatWidth }: { widths: Widths; flatWidth: number | null },
): readonly PlacedColumn[] {
  let x = LEFT;
  return columns.flatMap((heading, index) => {
    const width = index === wideColumn ? flatWidth : (widths.get(heading) ?? 0);
    if (width === null) return [];
    const placed = { index, heading, x, width };
    x += width + GAP;
    return [placed];
  });
}

/** The row's cells line by line, side by side. */
function cellLines(row: readonly string[], columns: readonly PlacedColumn[], wrap: Wrap): readonly RecordLine[] {
  const cells = columns.map((column) => ({ ...column, lines: wrap(row[column.index] ?? '', column.width) }));
  const count = Math.max(1, ...cells.map(({ lines }) => lines.length));
  return Array.from({ length: count }, (_, line) =>
    cells.flatMap(({ index, x, lines }) => {
      const text = lines[line];
      return text === undefined ? [] : [{ text, x, style: index === 0 ? SEAT : CELL }];
    }),
  );
}

/** Title and headings on one line. */
function headingPiece(title: string, columns: readonly PlacedColumn[]): Piece {
  return {
    height: HEADING_HEIGHT,
    least: HEADING_HEIGHT,
    staysWithNext: true,
    opening: null,
    split: () => null,
    draw(canvas, y) {
      const baseline = y + HEADING_HEIGHT - mm(1.5);
      canvas.pen.line(title, TITLE, { x: LEFT, baseline, maxWidth: TITLE_WIDTH - mm(1), minSize: 7 });
      for (const { heading, x } of columns.slice(PERSON_COLUMNS)) canvas.pen.line(heading, HEADING, { x, baseline });
      drawRule(canvas, { y: y + HEADING_HEIGHT, width: 0.6, color: INK_QUIET });
    },
  };
}
