import type { EntryMark } from '../../../shared/documents/sign-in-sheet-view.ts';
import { assertNever } from '../../../shared/result.ts';

/** A state mark around its centre, in one ink: told apart by shape alone, on any copier. `size` is its height in points. */
export function drawMark(
  document: PDFKit.PDFDocument,
  mark: EntryMark,
  { x, y, size, color }: { x: number; y: number; size: number; color: string },
): void {
  const half = size / 2;
  switch (mark) {
    case 'none':
      return;
    case 'circle':
      document.circle(x, y, half).fill(color);
      return;
    case 'triangle':
      document.polygon([x, y - half], [x + half * 1.12, y + half], [x - half * 1.12, y + half]).fill(color);
      return;
    case 'cross':
      document
        .lineWidth(size * 0.24)
        .lineCap('butt')
        .strokeColor(color);
      document.moveTo(x - half, y - half).lineTo(x + half, y + half);
      document
        .moveTo(x - half, y + half)
        .lineTo(x + half, y - half)
        .stroke();
      return;
    case 'barred':
      document.lineWidth(size * 0.18).strokeColor(color);
      document.circle(x, y, half * 0.9).stroke();
      document
        .moveTo(x - half * 0.5, y)
        .lineTo(x + half * 0.5, y)
        .stroke();
      return;
    default:
      assertNever(mark);
  }
}
