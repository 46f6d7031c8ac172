import type { SheetPage, SheetRow, SignInSheetView } from '../../../shared/documents/sign-in-sheet-view.ts';
import { drawBlocks, fitBlock, type Setting } from './draw-block.ts';
import { drawMark } from './draw-mark.ts';
import type { TextStyle } from './draw-text.ts';
import { type Canvas, centredBaseline, drawRule, INK, INK_QUIET, LEFT, LINE, mm, RIGHT } from './page.ts';

const HEADING_HEIGHT = mm(6.5);
const ROW_HEIGHT = mm(9.9);
const SIGNATURE_PADDING = mm(2);

/** Columns from the left, in millimetres. The name and the signature can each give 4 mm to a photo. */
const COLUMN_WIDTHS = {
  index: 9,
  seat: 12,
  name: 36,
  numbers: 36,
  level: 11,
  entry: 19,
  signature: 38,
  remark: 23,
} as const;
type Column = keyof typeof COLUMN_WIDTHS;
const COLUMNS = placeColumns();

const HEADING: TextStyle = { size: 8, weight: 'bold', color: INK_QUIET };
const SEAT: TextStyle = { size: 14, weight: 'bold', color: INK };
const PLAIN: TextStyle = { size: 9.5, weight: 'regular', color: INK };
const QUIET: TextStyle = { size: 7.5, weight: 'regular', color: INK_QUIET };
const NOTE: TextStyle = { size: 7.5, weight: 'regular', color: INK };

/** A name is cut only where three small lines cannot hold it: 25 Han characters, the longest lawful one, always fit. */
const NAME_SETTINGS: readonly [Setting, ...Setting[]] = [
  { style: { ...PLAIN, size: 12 }, maxLines: 1 },
  { style: { ...PLAIN, size: 11 }, maxLines: 1 },
  { style: { ...PLAIN, size: 10 }, maxLines: 1 },
  { style: { ...PLAIN, size: 9.5 }, maxLines: 2 },
  { style: { ...PLAIN, size: 7.5 }, maxLines: 3 },
];
const TICKET_SETTINGS: readonly [Setting, ...Setting[]] = [
  { style: PLAIN, maxLines: 1 },
  { style: { ...PLAIN, size: 7 }, maxLines: 1 },
];
const ID_SETTINGS: readonly [Setting, ...Setting[]] = [
  { style: QUIET, maxLines: 1 },
  { style: { ...QUIET, size: 6.5 }, maxLines: 2 },
];
const REMARK_SETTINGS: readonly [Setting, ...Setting[]] = [
  { style: NOTE, maxLines: 2 },
  { style: { ...NOTE, size: 6.5 }, maxLines: 3 },
];

/** Draws the headings and a page's rows from `top` downwards. */
export function drawSheetTable(
  canvas: Canvas,
  { columns, page, top }: { columns: SignInSheetView['columns']; page: SheetPage; top: number },
): void {
  drawHeadings(canvas, columns, top);
  const firstRow = top + HEADING_HEIGHT;
  canvas.pen.line(page.emptyText, PLAIN, { x: (LEFT + RIGHT) / 2, baseline: firstRow + mm(20), align: 'center' });
  for (const [index, row] of page.rows.entries()) {
    const y = firstRow + index * ROW_HEIGHT;
    drawRow(canvas, row, y);
    // Every fifth line is stronger: the eye keeps its row across the page.
    const isStrong = (index + 1) % 5 === 0 || index === page.rows.length - 1;
    drawRule(canvas, { y: y + ROW_HEIGHT, width: isStrong ? 0.8 : 0.4, color: isStrong ? INK_QUIET : LINE });
  }
  drawSignatureBorders(canvas, firstRow, page.rows.length);
}

function drawHeadings(canvas: Canvas, columns: SignInSheetView['columns'], top: number): void {
  const baseline = centredBaseline(top + HEADING_HEIGHT / 2, HEADING.size);
  const headings: readonly (readonly [Column, string])[] = [
    ['index', columns.index],
    ['seat', columns.seat],
    ['name', columns.name],
    ['numbers', columns.numbers],
    ['level', columns.level],
    ['entry', columns.entry],
    ['signature', columns.signature],
    ['remark', columns.remark],
  ];
  drawRule(canvas, { y: top, width: 0.8, color: INK });
  for (const [column, text] of headings) canvas.pen.line(text, HEADING, { x: COLUMNS[column].x, baseline });
  drawRule(canvas, { y: top + HEADING_HEIGHT, width: 0.8, color: INK });
}

function drawRow(canvas: Canvas, row: SheetRow, y: number): void {
  const { pen } = canvas;
  const middle = y + ROW_HEIGHT / 2;
  const { index, seat, name, numbers, level, remark } = COLUMNS;
  pen.line(row.index, QUIET, { x: index.x, baseline: centredBaseline(middle, QUIET.size) });
  pen.line(row.seat, SEAT, {
    x: seat.x,
    baseline: centredBaseline(middle, SEAT.size),
    maxWidth: seat.maxWidth,
    minSize: 8,
  });
  drawBlocks(pen, [fitBlock(row.name, NAME_SETTINGS, name.maxWidth, pen)], { ...name, middle });
  const ticket = fitBlock(row.ticket, TICKET_SETTINGS, numbers.maxWidth, pen);
  const id = fitBlock(row.idText, ID_SETTINGS, numbers.maxWidth, pen);
  drawBlocks(pen, [ticket, id], { ...numbers, middle });
  pen.line(row.level, PLAIN, { x: level.x, baseline: centredBaseline(middle, PLAIN.size) });
  drawEntry(canvas, row, y);
  if (row.remark !== '')
    drawBlocks(pen, [fitBlock(row.remark, REMARK_SETTINGS, remark.maxWidth, pen)], { ...remark, middle });
}

function drawEntry({ document, pen }: Canvas, row: SheetRow, y: number): void {
  const { entry, signature } = COLUMNS;
  const middle = y + ROW_HEIGHT / 2;
  const timeMiddle = row.entryText === '' ? middle : y + mm(3.5);
  const textX = entry.x + mm(4);
  drawMark(document, row.mark, { x: entry.x + mm(1.3), y: timeMiddle, size: mm(2.5), color: INK });
  pen.line(row.time, PLAIN, { x: textX, baseline: centredBaseline(timeMiddle, PLAIN.size) });
  pen.line(row.entryText, NOTE, { x: textX, baseline: y + mm(8), maxWidth: entry.maxWidth - mm(4), minSize: 5.5 });
  if (!row.isSignatureBarred) return;
  drawRule(
    { document, pen },
    { y: middle, width: 0.8, color: INK, from: signature.x, to: signature.x + signature.maxWidth },
  );
}

/** The only uprights of the table stand where somebody writes. */
function drawSignatureBorders({ document }: Canvas, top: number, rowCount: number): void {
  if (rowCount === 0) return;
  for (const x of [COLUMNS.signature.x - SIGNATURE_PADDING, COLUMNS.remark.x - SIGNATURE_PADDING]) {
    document
      .lineWidth(0.4)
      .moveTo(x, top)
      .lineTo(x, top + rowCount * ROW_HEIGHT)
      .stroke(LINE);
  }
}

interface PlacedColumn {
  readonly x: number;
  readonly maxWidth: number;
}

function placeColumns(): Readonly<Record<Column, PlacedColumn>> {
  let left = LEFT;
  const placed = Object.entries(COLUMN_WIDTHS).map(([column, width]) => {
    const x = column === 'signature' || column === 'remark' ? left + SIGNATURE_PADDING : left;
    left += mm(width);
    return [column, { x, maxWidth: left - x - (left < RIGHT - 1 ? mm(2) : 0) }] as const;
  });
  return Object.fromEntries(placed) as Record<Column, PlacedColumn>; // the keys are those of COLUMN_WIDTHS
}
