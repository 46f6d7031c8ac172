import { darkShapes, type DarkShape } from './dark-shapes.ts';
import type { GreyPicture } from './decode-picture.ts';
import { type Homography, type Point, project } from './homography.ts';
import { type Corners, layOver, type PageAnchors, scaleAt } from './lay-over.ts';

/** A rectangle of a page, in points from its upper left. */
export interface PageCell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where on a page to look. */
export interface InkPlan {
  /** The text of the page's code. */
  readonly code: string;
  readonly anchors: PageAnchors;
  readonly cells: readonly PageCell[];
}

/** What is in one cell, in square millimetres of the page. */
export interface InkMeasure {
  /** Written in it. */
  readonly ownMm2: number;
  /** Reaching in from above or below. */
  readonly foreignMm2: number;
  /** So pale that it may be nothing. */
  readonly paleMm2: number;
  /** How far what is written in it goes from left to right. */
  readonly widthMm: number;
  /** Pixels of the picture a millimetre; less than a few, and nothing can be said. 0 where the cell is cut off. */
  readonly pixelsPerMm: number;
  /** Grey of the paper, 0 black to 255 white. */
  readonly paper: number;
}

const POINTS_PER_MM = 72 / 25.4;
/** Pixels a millimetre in which a cell is looked at, whatever the picture has. */
const LOOK = 10;
/** Clear of the lines around a cell, even where the sheet is a little bent. */
const INSET_MM = { sides: 1.3, ends: 1 } as const;
/** Wider than any stroke: what is darker than the paper within it is ink. */
const STROKE_MM = 1.8;
const INK = 0.74;
const PALE = 0.88;
/** A line so long and so level is printed. */
const RULE_MM = 13;
/** What is no wider, and goes from edge to edge of a cell, is dirt on the scanner's glass: it is drawn down the whole page. */
const STREAK_MM = 1.5;
/** Grains of the paper and of the picture. */
const GRAIN_MM2 = 0.06;

/** One measure a cell, in the plan's order; null where the page cannot be laid over the picture. */
export function measureInk(picture: GreyPicture, code: Corners, plan: InkPlan): readonly InkMeasure[] | null {
  const homography = layOver(picture, code, plan.anchors);
  if (homography === null) return null;
  return plan.cells.map((cell) => measureCell(picture, homography, cell));
}

function measureCell(picture: GreyPicture, homography: Homography, cell: PageCell): InkMeasure {
  const inset: PageCell = {
    x: cell.x + INSET_MM.sides * POINTS_PER_MM,
    y: cell.y + INSET_MM.ends * POINTS_PER_MM,
    width: cell.width - 2 * INSET_MM.sides * POINTS_PER_MM,
    height: cell.height - 2 * INSET_MM.ends * POINTS_PER_MM,
  };
  const patch = smooth(cutOut(picture, homography, inset));
  const paper = paperOf(patch);
  const ink = withoutRules(darkerThan(patch, paper, INK));
  const shapes = darkShapes(ink).filter(({ area }) => area >= GRAIN_MM2 * LOOK * LOOK);
  const isForeign = (shape: DarkShape) => reachesIn(shape, patch);
  const own = shapes.filter((shape) => !isForeign(shape));
  const pale = darkerThan(smooth(patch), paper, PALE);
  return {
    ownMm2: areaOf(own),
    foreignMm2: areaOf(shapes.filter(isForeign)),
    paleMm2: areaOf(darkShapes(withoutRules(pale))),
    widthMm:
      own.length === 0
        ? 0
        : (Math.max(...own.map(({ right }) => right)) - Math.min(...own.map(({ left }) => left)) + 1) / LOOK,
    pixelsPerMm: pixelsPerMm(picture, homography, inset),
    paper: medianOf(paper),
  };
}

/** What hangs down or stands up from the cell's edge and ends before its middle is a neighbour's; a streak is nobody's. */
function reachesIn({ left, top, right, bottom }: DarkShape, { height }: GreyPicture): boolean {
  if (top === 0 && bottom === height - 1) return right - left + 1 < STREAK_MM * LOOK;
  if (top === 0) return bottom < height * 0.5;
  return bottom === height - 1 && top > height * 0.5;
}

function areaOf(shapes: readonly DarkShape[]): number {
  return shapes.reduce((sum, { area }) => sum + area, 0) / (LOOK * LOOK);
}

/** Around the middle of a cell; 0 where the picture ends before the cell does. */
function pixelsPerMm({ width, height }: GreyPicture, homography: Homography, { x, y, ...size }: PageCell): number {
  const isWhole = [x, x + size.width].every((across) =>
    [y, y + size.height].every((down) => {
      const place = project(homography, { x: across, y: down });
      return place.x >= 0 && place.y >= 0 && place.x < width && place.y < height;
    }),
  );
  return isWhole ? scaleAt(homography, { x: x + size.width / 2, y: y + size.height / 2 }) * POINTS_PER_MM : 0;
}

/** A cell as it would be in a picture taken straight from above. */
function cutOut(picture: GreyPicture, homography: Homography, cell: PageCell): GreyPicture {
  const step = POINTS_PER_MM / LOOK;
  const width = Math.round(cell.width / step);
  const height = Math.round(cell.height / step);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const place = project(homography, { x: cell.x + (x + 0.5) * step, y: cell.y + (y + 0.5) * step });
      pixels[y * width + x] = greyAt(picture, place);
    }
  return { width, height, pixels };
}

/** Between the four pixels around a place; white beyond the picture. */
function greyAt({ width, height, pixels }: GreyPicture, { x, y }: Point): number {
  const left = Math.floor(x - 0.5);
  const top = Math.floor(y - 0.5);
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 255;
  const at = top * width + left;
  const right = x - 0.5 - left;
  const down = y - 0.5 - top;
  const upper = (pixels[at] ?? 0) * (1 - right) + (pixels[at + 1] ?? 0) * right;
  const lower = (pixels[at + width] ?? 0) * (1 - right) + (pixels[at + width + 1] ?? 0) * right;
  return upper * (1 - down) + lower * down;
}

/** Each pixel the mean of nine. */
function smooth({ width, height, pixels }: GreyPicture): GreyPicture {
  const smoothed = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy += 1)
        for (let dx = -1; dx <= 1; dx += 1) {
          const row = Math.min(height - 1, Math.max(0, y + dy));
          sum += pixels[row * width + Math.min(width - 1, Math.max(0, x + dx))] ?? 0;
        }
      smoothed[y * width + x] = sum / 9;
    }
  return { width, height, pixels: smoothed };
}

/** The paper under the ink: strokes closed over, the edge of a shadow left where it is. */
function paperOf(patch: GreyPicture): GreyPicture {
  const radius = Math.round((STROKE_MM * LOOK) / 2);
  return extreme(extreme(patch, radius, Math.max), radius, Math.min);
}

/** Each pixel the largest or smallest within a square around it. */
function extreme(
  { width, height, pixels }: GreyPicture,
  radius: number,
  of: (a: number, b: number) => number,
): GreyPicture {
  const across = new Uint8Array(pixels.length);
  const both = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let value = pixels[y * width + x] ?? 0;
      for (let at = Math.max(0, x - radius); at <= Math.min(width - 1, x + radius); at += 1)
        value = of(value, pixels[y * width + at] ?? 0);
      across[y * width + x] = value;
    }
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let value = across[y * width + x] ?? 0;
      for (let at = Math.max(0, y - radius); at <= Math.min(height - 1, y + radius); at += 1)
        value = of(value, across[at * width + x] ?? 0);
      both[y * width + x] = value;
    }
  return { width, height, pixels: both };
}

interface InkMap {
  readonly width: number;
  readonly height: number;
  readonly dark: Uint8Array;
}

function darkerThan({ width, height, pixels }: GreyPicture, paper: GreyPicture, ratio: number): InkMap {
  return { width, height, dark: pixels.map((value, at) => (value < (paper.pixels[at] ?? 0) * ratio ? 1 : 0)) };
}

/** A printed line that a bent sheet brings into the cell is taken away; what was written across it stays in parts. */
function withoutRules({ width, height, dark }: InkMap): InkMap {
  const kept = dark.slice();
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (dark[y * width + x] !== 1) continue;
      const start = x;
      while (x < width && dark[y * width + x] === 1) x += 1;
      if (x - start >= RULE_MM * LOOK) kept.fill(0, y * width + start, y * width + x);
    }
  return { width, height, dark: kept };
}

function medianOf({ pixels }: GreyPicture): number {
  return pixels.toSorted()[Math.floor(pixels.length / 2)] ?? 0;
}
