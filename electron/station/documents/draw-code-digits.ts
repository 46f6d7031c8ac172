import type { TextStyle } from './draw-text.ts';
import { type Canvas, INK, mm } from './page.ts';

/** Read at arm's length and typed digit by digit. */
const DIGITS: TextStyle = { size: 23, weight: 'bold', color: INK };
const DIGIT_STEP = mm(5.1);
const HALF_GAP = mm(1.6);

/** One group of a code, in two threes: what is read in threes is typed without losing the place. */
export function drawCodeDigits(
  { pen }: Canvas,
  digits: string,
  { centre, baseline }: { readonly centre: number; readonly baseline: number },
): void {
  const half = digits.length / 2;
  for (const [at, digit] of [...digits].entries()) {
    const x = centre + (at - half + 0.5) * DIGIT_STEP + (at < half ? -HALF_GAP : HALF_GAP);
    pen.line(digit, DIGITS, { x, baseline, align: 'center' });
  }
}
