import { type Canvas, INK, mm } from './page.ts';
import { MARK_CENTRES, MARK_RADIUS } from './page-anchors.ts';

const RING_WIDTH = mm(0.42);
const DOT_RADIUS = mm(0.7);

/**
 * 定位标 in the corners of a page that is signed by hand: a ring around a dot, which nothing else on a paper is, so that a
 * photo taken aslant can be laid over the page again.
 */
export function drawRegistrationMarks({ document }: Canvas): void {
  for (const { x, y } of MARK_CENTRES) {
    document
      .lineWidth(RING_WIDTH)
      .circle(x, y, MARK_RADIUS - RING_WIDTH / 2)
      .stroke(INK);
    document.circle(x, y, DOT_RADIUS).fill(INK);
  }
}
