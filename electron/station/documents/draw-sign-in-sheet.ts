import type {
  PrintableSignInSheet,
  SheetFact,
  SheetPage,
  SignInSheetView,
} from '../../../shared/documents/sign-in-sheet-view.ts';
import { drawFoot, FOOT_RIGHT } from './draw-foot.ts';
import { drawFacts, drawHead, FACTS_Y } from './draw-head.ts';
import { drawRegistrationMarks } from './draw-registration-marks.ts';
import { drawSheetTable } from './draw-sheet-table.ts';
import { drawWatermark } from './draw-watermark.ts';
import { type Canvas, drawRule, INK, LABEL, LEFT, mm, VALUE } from './page.ts';
import { TABLE_TOP } from './sheet-columns.ts';

/** The third is wide enough for a start that was put off, with the one before. */
const FACT_EDGES = [0, 66, 106, 149] as const;
const SIGN_Y = mm(271);

/**
 * Draws all pages of a sheet and returns their number; `onFirstPage` is called as soon as there is a page. The caller has
 * made sure that the fonts have every character.
 */
export function drawSignInSheet(canvas: Canvas, sheet: PrintableSignInSheet, onFirstPage?: () => void): number {
  const { view, digestText, qrTexts, photos } = sheet;
  for (const [index, page] of view.pages.entries()) {
    canvas.document.addPage();
    if (index === 0) onFirstPage?.();
    drawWatermark(canvas, view.watermark);
    if (view.columns.signature !== '') drawRegistrationMarks(canvas);
    drawHead(canvas, {
      ...view,
      tags: [
        { text: view.standing.text, isFilled: false },
        { text: view.reprint, isFilled: true },
        { text: view.rehearsalNote, isFilled: true },
      ],
    });
    const { site, date, time, edition, tickets, levels, expected, signedIn } = view.facts;
    drawFacts(canvas, [site, date, time, edition], { y: FACTS_Y[0], edges: FACT_EDGES });
    drawFacts(canvas, [tickets, levels, expected, signedIn], { y: FACTS_Y[1], edges: FACT_EDGES });
    drawSheetTable(canvas, { columns: view.columns, page, photos, top: TABLE_TOP });
    drawSignOff(canvas, view, page);
    drawFoot(canvas, {
      footText: view.footText,
      pageText: page.pageText,
      codes: [view.headsText, digestText, view.documentText],
      qrText: qrTexts[index] ?? '',
    });
  }
  return view.pages.length;
}

function drawSignOff(canvas: Canvas, view: SignInSheetView, page: SheetPage): void {
  const y = SIGN_Y;
  let x = LEFT;
  for (const count of page.counts) x = drawBlank(canvas, count, { x, y, blank: mm(9) }) + mm(3);
  if (page.countsNote !== '') canvas.pen.line(page.countsNote, LABEL, { x: LEFT, baseline: y });
  const signaturesLeft = LEFT + mm(74);
  const each = (FOOT_RIGHT - signaturesLeft) / view.signatures.length;
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
