import type {
  PackageCodeRow,
  PackageCodesView,
  PackageSlip,
  PrintablePackageCodes,
} from '../../../shared/documents/package-codes.ts';
import { drawCodeDigits } from './draw-code-digits.ts';
import type { TextStyle } from './draw-text.ts';
import { drawWatermark } from './draw-watermark.ts';
import { type Canvas, centredBaseline, drawRule, INK, INK_QUIET, LABEL, LEFT, LINE, mm, RIGHT, VALUE } from './page.ts';
import { createWrap } from './wrap-lines.ts';

const TITLE: TextStyle = { size: 22, weight: 'bold', color: INK };
const NUMBER: TextStyle = { size: 12, weight: 'bold', color: INK };
const ROOM: TextStyle = { size: 24, weight: 'bold', color: INK };
const TEXT: TextStyle = { size: 10.5, weight: 'regular', color: INK };
const TEXT_BOLD: TextStyle = { size: 10.5, weight: 'bold', color: INK };
const CODE: TextStyle = { size: 11, weight: 'bold', color: INK };
const QUIET: TextStyle = { size: 9, weight: 'regular', color: INK_QUIET };

const LEADING = mm(6);
const ROW = mm(8.6);
/** Left edges of the list's columns, and what a text in each may take. */
const COLUMNS = [0, 20, 56, 72, 140, 164].map((from) => LEFT + mm(from));
const PAGE_WIDTH = mm(210);
const SLIP_HEIGHT = mm(297 / 4);
const GROUPS_IN_SLIP = 4;

/** Draws 考场口令单: the chief's list, then the slips; answers the pages. */
export function drawPackageCodes(canvas: Canvas, { view }: PrintablePackageCodes): number {
  for (const page of view.listPages) drawList(canvas, view, page);
  for (const slips of view.slipPages) drawSlips(canvas, view, slips);
  return view.listPages.length + view.slipPages.length;
}

function drawList(canvas: Canvas, view: PackageCodesView, page: PackageCodesView['listPages'][number]): void {
  canvas.document.addPage();
  drawWatermark(canvas, view.watermark);
  const { pen } = canvas;
  pen.line(view.exam, VALUE, { x: LEFT, baseline: mm(17), maxWidth: mm(140), minSize: 7 });
  pen.line(view.date, VALUE, { x: RIGHT, baseline: mm(17), align: 'right', maxWidth: mm(60), minSize: 7 });
  const width = pen.line(view.title, TITLE, { x: LEFT, baseline: mm(29) });
  pen.line(view.rehearsalNote, NUMBER, { x: LEFT + width + mm(5), baseline: mm(29) });
  pen.line(view.packageText, NUMBER, { x: RIGHT, baseline: mm(29), align: 'right' });
  drawRule(canvas, { y: mm(33), width: 1.2, color: INK });
  pen.line(view.warning, TEXT_BOLD, { x: LEFT, baseline: mm(41), maxWidth: RIGHT - LEFT, minSize: 7 });
  let y = mm(47);
  for (const [at, label] of view.columns.entries())
    pen.line(label, QUIET, { x: COLUMNS[at] ?? LEFT, baseline: y + mm(4) });
  y += mm(6);
  drawRule(canvas, { y, width: 0.8, color: INK });
  for (const row of page.rows) {
    drawRow(canvas, row, y);
    y += ROW;
    drawRule(canvas, { y, width: 0.4, color: LINE });
  }
  y += mm(4);
  for (const [at, text] of view.listNotes.entries()) {
    pen.line(`${at + 1}.`, TEXT, { x: LEFT, baseline: y + LEADING });
    y = paragraph(canvas, text, { baseline: y + LEADING, x: LEFT + mm(6), right: RIGHT });
  }
  pen.line(view.footText, LABEL, { x: LEFT, baseline: mm(286), maxWidth: mm(140), minSize: 5 });
  pen.line(page.pageText, LABEL, { x: RIGHT, baseline: mm(286), align: 'right' });
}

function drawRow({ pen }: Canvas, { room, place, people, groups }: PackageCodeRow, y: number): void {
  const baseline = centredBaseline(y + ROW / 2, 10.5);
  const [roomX = 0, placeX = 0, peopleX = 0, codeX = 0] = COLUMNS;
  pen.line(room, TEXT_BOLD, { x: roomX, baseline, maxWidth: mm(18), minSize: 6 });
  pen.line(place, TEXT, { x: placeX, baseline, maxWidth: mm(34), minSize: 6 });
  pen.line(people, TEXT, { x: peopleX, baseline, maxWidth: mm(15), minSize: 6 });
  for (const [at, group] of groups.entries())
    pen.line(group, CODE, { x: codeX + at * mm(16.6), baseline: centredBaseline(y + ROW / 2, 11) });
}

function drawSlips(canvas: Canvas, view: PackageCodesView, slips: readonly PackageSlip[]): void {
  canvas.document.addPage();
  drawWatermark(canvas, view.watermark);
  for (const [at, slip] of slips.entries()) {
    if (at > 0) drawCut(canvas, at * SLIP_HEIGHT);
    drawSlip(canvas, view, { slip, top: at * SLIP_HEIGHT });
  }
  if (slips.length < 4) drawCut(canvas, slips.length * SLIP_HEIGHT);
}

/** From edge to edge: where scissors go, there is no margin. */
function drawCut({ document }: Canvas, y: number): void {
  document.lineWidth(0.7).dash(4, { space: 3 }).moveTo(0, y).lineTo(PAGE_WIDTH, y).stroke(INK_QUIET).undash();
}

function drawSlip(
  canvas: Canvas,
  view: PackageCodesView,
  { slip, top }: { readonly slip: PackageSlip; readonly top: number },
): void {
  const { pen, document } = canvas;
  const room = pen.line(slip.roomText, ROOM, { x: LEFT, baseline: top + mm(15) });
  pen.line(slip.place, TEXT, { x: LEFT + room + mm(4), baseline: top + mm(15), maxWidth: mm(60), minSize: 7 });
  const title = `${view.slipTitle}${view.rehearsalNote === '' ? '' : `（${view.rehearsalNote}）`}`;
  pen.line(title, NUMBER, { x: RIGHT, baseline: top + mm(11), align: 'right' });
  pen.line(`${slip.packageText} · ${view.date}`, QUIET, { x: RIGHT, baseline: top + mm(16), align: 'right' });
  const y = top + mm(20);
  const height = mm(22);
  const width = (RIGHT - LEFT) / GROUPS_IN_SLIP;
  document
    .lineWidth(1)
    .rect(LEFT, y, RIGHT - LEFT, height)
    .stroke(INK);
  for (const [at, { label, digits }] of slip.groups.entries()) {
    const x = LEFT + at * width;
    if (at > 0)
      document
        .lineWidth(0.4)
        .moveTo(x, y)
        .lineTo(x, y + height)
        .stroke(LINE);
    pen.line(label, LABEL, { x: x + mm(3), baseline: y + mm(5) });
    drawCodeDigits(canvas, digits, { centre: x + width / 2, baseline: y + mm(16) });
  }
  pen.line(slip.once, TEXT_BOLD, { x: LEFT, baseline: y + height + mm(7) });
  paragraph(canvas, slip.steps, { baseline: y + height + mm(13), x: LEFT, right: RIGHT });
  pen.line(view.exam, LABEL, { x: LEFT, baseline: top + SLIP_HEIGHT - mm(5), maxWidth: RIGHT - LEFT, minSize: 5 });
}

/** Lines from `baseline` on; answers the last line's. */
function paragraph(
  { pen }: Canvas,
  text: string,
  { baseline, x, right }: { readonly baseline: number; readonly x: number; readonly right: number },
): number {
  const lines = createWrap(pen, TEXT)(text, right - x);
  for (const [at, line] of lines.entries()) pen.line(line, TEXT, { x, baseline: baseline + at * LEADING });
  return baseline + (lines.length - 1) * LEADING;
}
