import type {
  PrintableSignInSheet,
  SheetPage,
  SheetRow,
  SignInSheetView,
} from '../../../shared/documents/sign-in-sheet-view.ts';
import { drawBlocks, fitBlock, type Setting } from './draw-block.ts';
import { drawMark } from './draw-mark.ts';
import { drawPhoto } from './draw-photo.ts';
import type { TextStyle } from './draw-text.ts';
import { type Canvas, centredBaseline, drawRule, INK, INK_QUIET, LEFT, LINE, mm, RIGHT } from './page.ts';
import {
  HEADING_HEIGHT,
  layoutOf,
  SIGNATURE_PADDING,
  type SheetColumnName,
  type SheetLayout,
} from './sheet-columns.ts';

const PHOTO_GAP = mm(0.9);
/** 照片 is three wide and four high. */
const PHOTO_RATIO = 3 / 4;

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

/** One page's part of the table. */
interface TableContent {
  readonly columns: SignInSheetView['columns'];
  readonly page: SheetPage;
  readonly photos: PrintableSignInSheet['photos'];
  readonly top: number;
}

/** Draws the headings and a page's rows from `top` downwards. */
export function drawSheetTable(canvas: Canvas, { columns, page, photos, top }: TableContent): void {
  const hasPhotos = columns.photo !== '';
  const isSigned = columns.signature !== '';
  const layout = layoutOf(columns);
  const { rowHeight } = layout;
  drawHeadings(canvas, { columns, layout, top });
  const firstRow = top + HEADING_HEIGHT;
  canvas.pen.line(page.emptyText, PLAIN, { x: (LEFT + RIGHT) / 2, baseline: firstRow + mm(20), align: 'center' });
  for (const [index, row] of page.rows.entries()) {
    const y = firstRow + index * rowHeight;
    drawRow(canvas, isSigned ? row : { ...row, isSignatureBarred: false }, { layout, y });
    if (hasPhotos) drawRowPhoto(canvas, row.photoDigest === null ? undefined : photos[row.photoDigest], { layout, y });
    // Every fifth line is stronger: the eye keeps its row across the page.
    const isStrong = (index + 1) % 5 === 0 || index === page.rows.length - 1;
    drawRule(canvas, { y: y + rowHeight, width: isStrong ? 0.8 : 0.4, color: isStrong ? INK_QUIET : LINE });
  }
  if (isSigned) drawSignatureBorders(canvas, { layout, top: firstRow, rowCount: page.rows.length });
}

interface HeadingsPlace {
  readonly columns: SignInSheetView['columns'];
  readonly layout: SheetLayout;
  readonly top: number;
}

function drawHeadings(canvas: Canvas, { columns, layout, top }: HeadingsPlace): void {
  const baseline = centredBaseline(top + HEADING_HEIGHT / 2, HEADING.size);
  drawRule(canvas, { y: top, width: 0.8, color: INK });
  // The columns of the view and of the layout are the same ones.
  for (const [column, text] of Object.entries(columns) as [SheetColumnName, string][])
    canvas.pen.line(text, HEADING, { x: layout.columns[column].x, baseline });
  drawRule(canvas, { y: top + HEADING_HEIGHT, width: 0.8, color: INK });
}

/** A row's table and its upper edge. */
interface RowPlace {
  readonly layout: SheetLayout;
  readonly y: number;
}

function drawRow(canvas: Canvas, row: SheetRow, place: RowPlace): void {
  const { pen } = canvas;
  const middle = place.y + place.layout.rowHeight / 2;
  const { index, seat, name, numbers, level, remark } = place.layout.columns;
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
  drawEntry(canvas, row, place);
  if (row.remark !== '')
    drawBlocks(pen, [fitBlock(row.remark, REMARK_SETTINGS, remark.maxWidth, pen)], { ...remark, middle });
}

function drawRowPhoto(canvas: Canvas, jpeg: Uint8Array | undefined, { layout, y }: RowPlace): void {
  const height = layout.rowHeight - 2 * PHOTO_GAP;
  drawPhoto(canvas, jpeg, { x: layout.columns.photo.x, y: y + PHOTO_GAP, width: height * PHOTO_RATIO, height });
}

function drawEntry(canvas: Canvas, row: SheetRow, { layout, y }: RowPlace): void {
  const { pen } = canvas;
  const { entry, signature } = layout.columns;
  const middle = y + layout.rowHeight / 2;
  const isPair = row.time !== '' && row.entryText !== '';
  const timeMiddle = isPair ? middle - mm(1.5) : middle;
  const textX = entry.x + mm(4);
  drawMark(canvas.document, row.mark, { x: entry.x + mm(1.3), y: timeMiddle, size: mm(2.5), color: INK });
  pen.line(row.time, PLAIN, { x: textX, baseline: centredBaseline(timeMiddle, PLAIN.size) });
  const textBaseline = isPair ? middle + mm(3) : centredBaseline(middle, NOTE.size);
  pen.line(row.entryText, NOTE, { x: textX, baseline: textBaseline, maxWidth: entry.maxWidth - mm(4), minSize: 5.5 });
  if (!row.isSignatureBarred) return;
  drawRule(canvas, { y: middle, width: 0.8, color: INK, from: signature.x, to: signature.x + signature.maxWidth });
}

interface BordersPlace {
  readonly layout: SheetLayout;
  readonly top: number;
  readonly rowCount: number;
}

/** The only uprights of the table stand where somebody writes. */
function drawSignatureBorders({ document }: Canvas, { layout, top, rowCount }: BordersPlace): void {
  if (rowCount === 0) return;
  const { columns, rowHeight } = layout;
  for (const x of [columns.signature.x - SIGNATURE_PADDING, columns.remark.x - SIGNATURE_PADDING]) {
    document
      .lineWidth(0.4)
      .moveTo(x, top)
      .lineTo(x, top + rowCount * rowHeight)
      .stroke(LINE);
  }
}
