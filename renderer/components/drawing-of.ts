import { type Drawing, MAX_DRAWING_POINTS } from '../../shared/domain/drawing.ts';

/** Points of strokes as the pad keeps them, in CSS pixels of its field. */
export interface DrawnStroke {
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const MAX_STROKES = 200;
const MAX_POINTS = 2000;
const MARGIN = 200;

/**
 * The strokes in thousandths of the field's width, what goes beyond the most points a drawing may have left out; null while
 * nothing is drawn or the field has no size.
 */
export function drawingOf(strokes: readonly DrawnStroke[], width: number, height: number): Drawing | null {
  if (width <= 0 || height <= 0) return null;
  let left = MAX_DRAWING_POINTS;
  const drawn: number[][] = [];
  for (const { points } of strokes.slice(0, MAX_STROKES)) {
    const stroke = flatten(points.slice(0, left), width);
    left -= stroke.length / 2;
    if (stroke.length > 0) drawn.push(stroke);
  }
  if (drawn.length === 0) return null;
  return { aspect: Math.min(10, Math.max(1, Math.round((width / height) * 1000) / 1000)), strokes: drawn };
}

function flatten(points: DrawnStroke['points'], width: number): number[] {
  const flat: number[] = [];
  for (const { x, y } of points.slice(0, MAX_POINTS)) {
    const [px, py] = [thousandths(x, width), thousandths(y, width)];
    // Two readings of a hand that rests say nothing.
    if (flat.at(-2) !== px || flat.at(-1) !== py) flat.push(px, py);
  }
  return flat;
}

/** A stroke may run a little over the edge, not into the next field. */
function thousandths(value: number, width: number): number {
  return Math.min(1000 + MARGIN, Math.max(-MARGIN, Math.round((value / width) * 1000)));
}
