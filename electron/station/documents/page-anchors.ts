import { LEFT, mm, RIGHT } from './page.ts';

const CODE_SIZE = mm(23);

/** Where the code of every page stands; lengths in points. */
export const PAGE_CODE = { x: RIGHT - CODE_SIZE, y: mm(286) - CODE_SIZE, size: CODE_SIZE } as const;

/** Its corners, its own upper left first, then clockwise. */
export const CODE_CORNERS = [
  { x: PAGE_CODE.x, y: PAGE_CODE.y },
  { x: PAGE_CODE.x + CODE_SIZE, y: PAGE_CODE.y },
  { x: PAGE_CODE.x + CODE_SIZE, y: PAGE_CODE.y + CODE_SIZE },
  { x: PAGE_CODE.x, y: PAGE_CODE.y + CODE_SIZE },
] as const;

/**
 * 定位标: their middles, clockwise from the upper left. Clear of what a printer cannot reach, of the table and of the
 * code's quiet zone.
 */
export const MARK_CENTRES = [
  { x: LEFT - mm(6), y: mm(8) },
  { x: RIGHT + mm(4.2), y: mm(8) },
  { x: RIGHT + mm(4.2), y: mm(290) },
  { x: LEFT - mm(6), y: mm(290) },
] as const;

export const MARK_RADIUS = mm(1.9);
