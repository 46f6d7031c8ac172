import type {
  PrintableSignInSheet,
  SheetFact,
  SheetPage,
  SignInSheetView,
} from '../../../shared/documents/sign-in-sheet-view.ts';
import { drawQr } from './draw-qr.ts';
import { drawSheetTable } from './draw-sheet-table.ts';
import { createPen, type TextStyle } from './draw-text.ts';
import type { FontChain } from './font-chain.ts';
import { type Canvas, centredBaseline, drawRule, INK, INK_QUIET, LEFT, LINE, mm, RIGHT, WATERMARK } from './page.ts';

const ABOVE_TITLE = mm(14.5);
const TITLE_BASELINE = mm(24);
const RULE_Y = mm(28.5);
const FACTS_Y = [mm(30), mm(39.5)] as const;
const TABLE_Y = mm(49.5);
const SIGN_Y = mm(271);
const FOOT_BOTTOM = mm(286);
const QR_SIZE = mm(23);

const TITLE: TextStyle = { size: 21, weight: 'bold', color: INK };
const ROOM: TextStyle = { size: 27, weight: 'bold', color: INK };
const STRONG: TextStyle = { size: 12, weight: 'bold', color: INK };
const VALUE: TextStyle = { size: 9.5, weight: 'regular', color: INK };
const LABEL: TextStyle = { size: 7, weight: 'regular', color: INK_QUIET };
const FOOT: TextStyle = { size: 7, weight: 'bold', color: INK };

/** Draws all pages of a sheet on an empty document; the caller has made sure that the fonts have every character. */
export function drawSignInSheet(document: PDFKit.PDFDocument, sheet: PrintableSignInSheet, fonts: FontChain): void {
  const canvas = { document, pen: createPen(document, fonts) };
  for (const [index, page] of sheet.view.pages.entries()) {
    document.addPage();
    drawWatermark(canvas, sheet.view.watermark);
    drawHead(canvas, sheet.view);
    drawSheetTable(canvas, { columns: sheet.view.columns, page, top: TABLE_Y });
    drawFoot(canvas, { sheet, page, qrText: sheet.qrTexts[index] ?? '' });
  }
}

function drawWatermark({ document, pen }: Canvas, text: string): void {
  if (text === '') return;
  // Three times down the page, so that a copy of any part of it still says what it is; beside the names and numbers.
  const x = mm(150);
  for (const y of [mm(88), mm(154), mm(220)]) {
    document.save();
    document.rotate(-24, { origin: [x, y] });
    pen.line(
      text,
      { size: 100, weight: 'bold', color: WATERMARK },
      { x, baseline: centredBaseline(y, 100), align: 'center' },
    );
    document.restore();
  }
}

function drawHead(canvas: Canvas, view: SignInSheetView): void {
  const { pen } = canvas;
  pen.line(view.exam, VALUE, { x: LEFT, baseline: ABOVE_TITLE, maxWidth: mm(140), minSize: 7 });
  pen.line(view.place, VALUE, { x: RIGHT, baseline: ABOVE_TITLE, align: 'right', maxWidth: mm(42), minSize: 7 });
  const titleWidth = pen.line(view.title, TITLE, { x: LEFT, baseline: TITLE_BASELINE });
  drawTags(canvas, view, LEFT + titleWidth + mm(4));
  const roomWidth = pen.line(view.room, ROOM, {
    x: RIGHT,
    baseline: TITLE_BASELINE,
    align: 'right',
    maxWidth: mm(36),
    minSize: 6,
  });
  const labelX = RIGHT - roomWidth - mm(2);
  const labelWidth = pen.line(view.roomLabel, LABEL, { x: labelX, baseline: TITLE_BASELINE, align: 'right' });
  pen.line(view.paper, STRONG, { x: labelX - labelWidth - mm(6), baseline: TITLE_BASELINE, align: 'right' });
  drawRule(canvas, { y: RULE_Y, width: 1.2, color: INK });
  drawFacts(canvas, view);
}

/** Standing, reprint and rehearsal beside the title: outlined when it is a note, filled when it is a warning. */
function drawTags({ document, pen }: Canvas, view: SignInSheetView, left: number): void {
  const tags = [
    { text: view.standing.text, isFilled: false },
    { text: view.reprint, isFilled: true },
    { text: view.rehearsalNote, isFilled: true },
  ].filter(({ text }) => text !== '');
  const height = mm(5.2);
  let x = left;
  for (const { text, isFilled } of tags) {
    const style: TextStyle = { size: 8, weight: 'bold', color: isFilled ? '#ffffff' : INK };
    const width = pen.width(text, style) + mm(4);
    document.lineWidth(0.7).roundedRect(x, TITLE_BASELINE - mm(4.6), width, height, 2);
    if (isFilled) document.fill(INK);
    else document.stroke(INK);
    pen.line(text, style, {
      x: x + mm(2),
      baseline: centredBaseline(TITLE_BASELINE - mm(4.6) + height / 2, style.size),
    });
    x += width + mm(2);
  }
}

function drawFacts(canvas: Canvas, { facts }: SignInSheetView): void {
  const rows: readonly (readonly (SheetFact | null)[])[] = [
    [facts.site, facts.date, facts.time, facts.edition],
    [facts.tickets, facts.levels, facts.expected, facts.signedIn],
  ];
  const edges = [0, 74, 118, 149, 184].map((edge) => LEFT + mm(edge));
  for (const [index, row] of rows.entries()) {
    const y = FACTS_Y[index] ?? 0;
    for (const [column, fact] of row.entries()) {
      const x = edges[column] ?? LEFT;
      if (fact !== null) drawFact(canvas, fact, { x, y, width: (edges[column + 1] ?? RIGHT) - x - mm(3) });
    }
  }
}

function drawFact({ pen }: Canvas, fact: SheetFact, { x, y, width }: { x: number; y: number; width: number }): void {
  pen.line(fact.label, LABEL, { x, baseline: y + mm(3), maxWidth: width, minSize: 5.5 });
  pen.line(fact.value, VALUE, { x, baseline: y + mm(7), maxWidth: width, minSize: 6.5 });
}

interface FootContent {
  readonly sheet: PrintableSignInSheet;
  readonly page: SheetPage;
  readonly qrText: string;
}

function drawFoot(canvas: Canvas, { sheet, page, qrText }: FootContent): void {
  const { pen, document } = canvas;
  const { view } = sheet;
  drawQr(document, qrText, { x: RIGHT - QR_SIZE, y: FOOT_BOTTOM - QR_SIZE, size: QR_SIZE });
  const right = RIGHT - QR_SIZE - mm(6);
  drawSignOff(canvas, view, page, right);
  drawRule(canvas, { y: FOOT_BOTTOM - mm(9.5), width: 0.4, color: LINE, to: right });
  pen.line(page.pageText, FOOT, { x: right, baseline: FOOT_BOTTOM - mm(5), align: 'right' });
  pen.line(view.footText, FOOT, { x: LEFT, baseline: FOOT_BOTTOM - mm(5), maxWidth: mm(120), minSize: 5 });
  const codes = [view.headsText, sheet.digestText, view.documentText].join('    ');
  pen.line(codes, LABEL, { x: LEFT, baseline: FOOT_BOTTOM - mm(0.6), maxWidth: right - LEFT, minSize: 5 });
}

function drawSignOff(canvas: Canvas, view: SignInSheetView, page: SheetPage, right: number): void {
  const y = SIGN_Y;
  let x = LEFT;
  for (const count of page.counts) x = drawBlank(canvas, count, { x, y, blank: mm(9) }) + mm(3);
  if (page.countsNote !== '') canvas.pen.line(page.countsNote, LABEL, { x: LEFT, baseline: y });
  const signaturesLeft = LEFT + mm(74);
  const each = (right - signaturesLeft) / view.signatures.length;
  for (const [index, label] of view.signatures.entries()) {
    drawSignature(canvas, label, { x: signaturesLeft + index * each, y, width: each - mm(4) });
  }
}

/** "应到 ____ 人"; returns where it ends. */
function drawBlank(canvas: Canvas, count: SheetFact, { x, y, blank }: { x: number; y: number; blank: number }): number {
  const from = x + canvas.pen.line(count.label, VALUE, { x, baseline: y }) + mm(1);
  drawRule(canvas, { y: y + mm(0.8), width: 0.6, color: INK, from, to: from + blank });
  return from + blank + mm(1) + canvas.pen.line(count.value, VALUE, { x: from + blank + mm(1), baseline: y });
}

function drawSignature(canvas: Canvas, label: string, { x, y, width }: { x: number; y: number; width: number }): void {
  canvas.pen.line(label, LABEL, { x, baseline: y - mm(9), maxWidth: width, minSize: 5 });
  drawRule(canvas, { y: y + mm(0.8), width: 0.6, color: INK, from: x, to: x + width });
}
