import { type Canvas, centredBaseline, mm, WATERMARK } from './page.ts';

const SIZE = 100;

/** Across the page, under everything else; nothing for ''. */
export function drawWatermark({ document, pen }: Canvas, text: string): void {
  if (text === '') return;
  // Three times down the page, so that a copy of any part of it still says what it is; beside the names and numbers.
  const x = mm(150);
  for (const y of [mm(88), mm(154), mm(220)]) {
    document.save();
    document.rotate(-24, { origin: [x, y] });
    const style = { size: SIZE, weight: 'bold', color: WATERMARK } as const;
    pen.line(text, style, { x, baseline: centredBaseline(y, SIZE), align: 'center' });
    document.restore();
  }
}
