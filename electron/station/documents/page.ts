import type {} from 'pdfkit'; // the namespace PDFKit is known wherever this file is
import type { Pen, TextStyle } from './draw-text.ts';

/** What every part of a paper draws on. */
export interface Canvas {
  readonly document: PDFKit.PDFDocument;
  readonly pen: Pen;
}

/** Points of a length in millimetres. */
export function mm(length: number): number {
  return (length * 72) / 25.4;
}

/** Edges of the printed area on A4 upright; the left margin is wider, because papers are filed. */
export const LEFT = mm(15);
export const RIGHT = mm(199);

/** One ink in three strengths: papers are copied in black and white, so nothing rests on colour. */
export const INK = '#17202b';
export const INK_QUIET = '#465261';
export const LINE = '#b9c1cc';
export const WATERMARK = '#e7ebf0';

/** What a thing is called, and what it is: the two small sizes of every paper. */
export const LABEL: TextStyle = { size: 7, weight: 'regular', color: INK_QUIET };
export const VALUE: TextStyle = { size: 9.5, weight: 'regular', color: INK };

/** The baseline on which Han characters and figures of this size look centred on `middle`. */
export function centredBaseline(middle: number, size: number): number {
  return middle + size * 0.37;
}

/** A level line; from edge to edge unless it says otherwise. Lengths in points. */
export interface Rule {
  readonly y: number;
  readonly width: number;
  readonly color: string;
  readonly from?: number;
  readonly to?: number;
}

export function drawRule({ document }: Canvas, { y, width, color, from = LEFT, to = RIGHT }: Rule): void {
  document.lineWidth(width).moveTo(from, y).lineTo(to, y).stroke(color);
}
