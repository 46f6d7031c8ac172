import { drawQr } from './draw-qr.ts';
import type { TextStyle } from './draw-text.ts';
import { type Canvas, drawRule, INK, LABEL, LEFT, LINE, mm } from './page.ts';
import { PAGE_CODE } from './page-anchors.ts';

const FOOT_BOTTOM = PAGE_CODE.y + PAGE_CODE.size;
const FOOT: TextStyle = { size: 7, weight: 'bold', color: INK };

/** Above it the page is free from edge to edge; below it only as far as `FOOT_RIGHT`, because of the code. */
export const FOOT_TOP = PAGE_CODE.y;
export const FOOT_RIGHT = PAGE_CODE.x - mm(6);

export interface FootContent {
  /** "考场 001 实训楼201机房 · 理论考试". */
  readonly footText: string;
  /** "第 1 页 共 2 页". */
  readonly pageText: string;
  /** Heads, digest, document id. */
  readonly codes: readonly string[];
  readonly qrText: string;
}

/** What binds a page to its paper: room, page, heads, digest, and the code that says all of it. */
export function drawFoot(canvas: Canvas, { footText, pageText, codes, qrText }: FootContent): void {
  const { pen, document } = canvas;
  drawQr(document, qrText, PAGE_CODE);
  drawRule(canvas, { y: FOOT_BOTTOM - mm(9.5), width: 0.4, color: LINE, to: FOOT_RIGHT });
  pen.line(pageText, FOOT, { x: FOOT_RIGHT, baseline: FOOT_BOTTOM - mm(5), align: 'right' });
  pen.line(footText, FOOT, { x: LEFT, baseline: FOOT_BOTTOM - mm(5), maxWidth: mm(120), minSize: 5 });
  const maxWidth = FOOT_RIGHT - LEFT;
  pen.line(codes.join('    '), LABEL, { x: LEFT, baseline: FOOT_BOTTOM - mm(0.6), maxWidth, minSize: 5 });
}
