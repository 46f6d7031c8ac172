import { type DarkShape, darkerThanAround, darkShapes } from './dark-shapes.ts';
import type { GreyPicture } from './decode-picture.ts';
import { fitHomography, type Homography, type Pair, type Point, project } from './homography.ts';

/** Four places, the paper's own upper left first, then clockwise. */
export type Corners = readonly [Point, Point, Point, Point];

/** What a page has to be laid over by, in points from its upper left. */
export interface PageAnchors {
  /** The corners of its code. */
  readonly code: Corners;
  /** The middles of its four registration marks, and their outer radius. */
  readonly marks: Corners;
  readonly markRadius: number;
}

const POINTS_PER_MM = 72 / 25.4;
/** A mark against its surroundings. */
const MARK_CONTRAST = 0.8;
/** The far side of a sheet taken aslant is smaller, and the code's own size is not measured to the pixel. */
const MARK_SIZE = { least: 0.45, most: 1.8 } as const;
/** How far from where the code alone would put it a mark may be, as a part of its distance from the code. */
const STRAY = 0.4;
/** What is left between the marks, the code and the sheet laid over them; paper lies never quite flat. */
const MARK_RESIDUE_MM = 1.2;
const CODE_RESIDUE_MM = 1.6;
/** The code's corners are found to the pixel or two, the marks to a part of one. */
const CODE_WEIGHT = { besideFour: 0.02, besideThree: 0.3 } as const;
const MOST_CANDIDATES = 6;

/**
 * How a page lies in the picture of it, from the page's points to the picture's pixels: by its marks, and which of them is
 * which by its code. Null where fewer than three marks are found or they do not agree with the code.
 */
export function layOver(picture: GreyPicture, code: Corners, anchors: PageAnchors): Homography | null {
  const rough = roughly(code, anchors);
  if (rough === null) return null;
  const marks = findMarks(picture, rough.scale * anchors.markRadius);
  const candidates = anchors.marks.map((mark) => candidatesFor(mark, marks, { rough, anchors }));
  return bestOf(pick(candidates), { code, anchors });
}

interface Rough {
  readonly place: (point: Point) => Point;
  /** Pixels a point, near the code. */
  readonly scale: number;
}

/** By the code alone, its slant left out: over the length of a page a pixel's error in it would be centimetres. */
function roughly(code: Corners, anchors: PageAnchors): Rough | null {
  const [upperLeft, upperRight, lowerRight, lowerLeft] = code;
  const [a, b, , d] = anchors.code;
  const side = b.x - a.x;
  const right = half(minus(upperRight, upperLeft), minus(lowerRight, lowerLeft));
  const down = half(minus(lowerLeft, upperLeft), minus(lowerRight, upperRight));
  const scale = Math.sqrt(Math.abs(right.x * down.y - right.y * down.x)) / side;
  if (!(scale > 0)) return null;
  return {
    scale,
    place: ({ x, y }) => ({
      x: upperLeft.x + (right.x * (x - a.x)) / side + (down.x * (y - a.y)) / (d.y - a.y),
      y: upperLeft.y + (right.y * (x - a.x)) / side + (down.y * (y - a.y)) / (d.y - a.y),
    }),
  };
}

/** Every ring around a dot in the picture, of about this radius in pixels. */
function findMarks(picture: GreyPicture, radius: number): readonly Point[] {
  const map = darkerThanAround(picture, Math.max(6, Math.round(radius * 2.5)), MARK_CONTRAST);
  const shapes = darkShapes(map).filter((shape) => isBetween(longSide(shape), radius * 0.3, radius * 4));
  const rings = shapes.filter((shape) => isRing(shape, radius));
  const dots = shapes.filter((shape) => isDot(shape, radius));
  return rings.flatMap((ring) => {
    const dot = dots.find((each) => isInTheMiddle(each, ring));
    return dot === undefined ? [] : [{ x: (ring.x + dot.x) / 2, y: (ring.y + dot.y) / 2 }];
  });
}

function isRing(shape: DarkShape, radius: number): boolean {
  const { width, height } = sidesOf(shape);
  const isRound = isBetween(width / height, 0.4, 2.5);
  const size = 2 * radius;
  return (
    isRound &&
    isBetween(longSide(shape), size * MARK_SIZE.least, size * MARK_SIZE.most) &&
    isBetween(shape.area / (width * height), 0.18, 0.68)
  );
}

function isDot(shape: DarkShape, radius: number): boolean {
  const { width, height } = sidesOf(shape);
  const size = 0.75 * radius;
  return (
    isBetween(width / height, 0.35, 2.9) &&
    isBetween(longSide(shape), size * MARK_SIZE.least, size * MARK_SIZE.most) &&
    shape.area / (width * height) > 0.55
  );
}

function isInTheMiddle(dot: DarkShape, ring: DarkShape): boolean {
  const { width, height } = sidesOf(ring);
  const own = sidesOf(dot);
  return (
    Math.abs(dot.x - (ring.left + ring.right) / 2) < width * 0.14 &&
    Math.abs(dot.y - (ring.top + ring.bottom) / 2) < height * 0.14 &&
    isBetween(own.width / width, 0.15, 0.62) &&
    isBetween(own.height / height, 0.15, 0.62)
  );
}

interface Search {
  readonly rough: Rough;
  readonly anchors: PageAnchors;
}

/** Those that could be this mark, the likeliest first, and none: it may be covered by a thumb. */
function candidatesFor(mark: Point, found: readonly Point[], { rough, anchors }: Search): readonly (Point | null)[] {
  const expected = rough.place(mark);
  const reach = rough.scale * (anchors.markRadius * 2 + STRAY * distance(mark, middleOf(anchors.code)));
  const near = found
    .map((point) => ({ point, away: distance(point, expected) }))
    .filter(({ away }) => away < reach)
    .toSorted((a, b) => a.away - b.away)
    .slice(0, MOST_CANDIDATES)
    .map(({ point }) => point);
  return [...near, null];
}

/** Every way of choosing one of each list, without choosing a place twice and with at most one left out. */
function pick(lists: readonly (readonly (Point | null)[])[]): readonly (readonly (Point | null)[])[] {
  let chosen: (readonly (Point | null)[])[] = [[]];
  for (const list of lists)
    chosen = chosen.flatMap((begun) =>
      list.filter((point) => point === null || !begun.includes(point)).map((point) => [...begun, point]),
    );
  return chosen.filter((marks) => marks.filter((mark) => mark === null).length <= 1);
}

function bestOf(
  choices: readonly (readonly (Point | null)[])[],
  { code, anchors }: { readonly code: Corners; readonly anchors: PageAnchors },
): Homography | null {
  let best: { readonly homography: Homography; readonly cost: number } | null = null;
  for (const marks of choices) {
    const missing = marks.filter((mark) => mark === null).length;
    const weight = missing === 0 ? CODE_WEIGHT.besideFour : CODE_WEIGHT.besideThree;
    const markPairs = marks.flatMap((to, index) => pairOf(anchors.marks[index], to, 1));
    const codePairs = code.flatMap((to, index) => pairOf(anchors.code[index], to, weight));
    const homography = fitHomography([...markPairs, ...codePairs]);
    if (homography === null) continue;
    const markResidue = residueMm(homography, markPairs);
    const codeResidue = residueMm(homography, codePairs);
    if (markResidue > MARK_RESIDUE_MM || codeResidue > CODE_RESIDUE_MM) continue;
    // A fourth mark is worth more than a closer fit of three.
    const cost = markResidue + codeResidue + missing * (MARK_RESIDUE_MM + CODE_RESIDUE_MM);
    if (best === null || cost < best.cost) best = { homography, cost };
  }
  return best?.homography ?? null;
}

function pairOf(from: Point | undefined, to: Point | null, weight: number): readonly Pair[] {
  return from === undefined || to === null ? [] : [{ from, to, weight }];
}

/** The largest distance of a pair from where it should be, in millimetres of the page. */
function residueMm(homography: Homography, pairs: readonly Pair[]): number {
  return Math.max(
    ...pairs.map(({ from, to }) => {
      const at = project(homography, from);
      return distance(at, to) / (scaleAt(homography, from) * POINTS_PER_MM);
    }),
  );
}

/** Pixels a point of the page, around a place of it. */
export function scaleAt(homography: Homography, { x, y }: Point): number {
  const here = project(homography, { x, y });
  const right = minus(project(homography, { x: x + 1, y }), here);
  const down = minus(project(homography, { x, y: y + 1 }), here);
  return Math.sqrt(Math.abs(right.x * down.y - right.y * down.x));
}

function sidesOf({ left, top, right, bottom }: DarkShape): { readonly width: number; readonly height: number } {
  return { width: right - left + 1, height: bottom - top + 1 };
}

function longSide(shape: DarkShape): number {
  const { width, height } = sidesOf(shape);
  return Math.max(width, height);
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function minus(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y };
}

function half(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function middleOf([a, , c]: Corners): Point {
  return half(a, c);
}
