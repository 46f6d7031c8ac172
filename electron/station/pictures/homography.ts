/** A place on a plane; its unit is the plane's own. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One place as it is on two planes. */
export interface Pair {
  readonly from: Point;
  readonly to: Point;
  /** How much it counts beside the others. */
  readonly weight: number;
}

/** How one plane lies in a picture of it: eight figures, the ninth is 1. */
export type Homography = readonly [number, number, number, number, number, number, number, number];

const FIGURES = 8;
/** A pivot below this, on planes brought to one size, is of places that lie on a line. */
const LEAST_PIVOT = 1e-9;

/** Where a place of the first plane is on the second. */
export function project([a, b, c, d, e, f, g, h]: Homography, { x, y }: Point): Point {
  const w = g * x + h * y + 1;
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w };
}

/** The homography that fits the pairs best, four at least; null where they do not determine one. */
export function fitHomography(pairs: readonly Pair[]): Homography | null {
  if (pairs.length < 4) return null;
  const from = unitFrame(pairs.map((pair) => pair.from));
  const to = unitFrame(pairs.map((pair) => pair.to));
  const normal = Array.from({ length: FIGURES }, () => new Float64Array(FIGURES + 1));
  for (const pair of pairs) {
    const { x, y } = into(from, pair.from);
    const { x: u, y: v } = into(to, pair.to);
    addRow(normal, [x, y, 1, 0, 0, 0, -x * u, -y * u, u], pair.weight);
    addRow(normal, [0, 0, 0, x, y, 1, -x * v, -y * v, v], pair.weight);
  }
  const solved = solve(normal);
  return solved === null ? null : outOf(solved, from, to);
}

/** A plane moved and scaled so that its places lie around 0 within about 1: else the figures differ by too many powers. */
interface Frame {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

function unitFrame(points: readonly Point[]): Frame {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  const size = Math.max(...points.map((point) => Math.hypot(point.x - x, point.y - y))) || 1;
  return { x, y, size };
}

function into({ x, y, size }: Frame, point: Point): Point {
  return { x: (point.x - x) / size, y: (point.y - y) / size };
}

function addRow(normal: readonly Float64Array[], row: readonly number[], weight: number): void {
  for (const [at, line] of normal.entries())
    for (const [column, value] of row.entries()) line[column] = (line[column] ?? 0) + weight * (row[at] ?? 0) * value;
}

/** Gauss with the largest pivot; null for what is not to be solved. */
function solve(lines: readonly Float64Array[]): readonly number[] | null {
  const rows = [...lines];
  for (let column = 0; column < FIGURES; column += 1) {
    const best = rows
      .map((row, index) => ({ index, size: Math.abs(row[column] ?? 0) }))
      .slice(column)
      .reduce((most, each) => (each.size > most.size ? each : most));
    if (best.size < LEAST_PIVOT) return null;
    const pivot = rows[best.index] as Float64Array; // one of the rows themselves
    rows[best.index] = rows[column] as Float64Array;
    rows[column] = pivot;
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let at = column; at <= FIGURES; at += 1) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return rows.map((row, index) => (row[FIGURES] ?? 0) / (row[index] ?? 1));
}

/** The figures for the planes as they are: back out of both frames. */
function outOf(solved: readonly number[], from: Frame, to: Frame): Homography | null {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solved;
  // Rows of (unit frame of `from` → unit frame of `to`), then of the latter out into its own plane.
  const top = [a * to.size + g * to.x, b * to.size + h * to.x, c * to.size + to.x];
  const middle = [d * to.size + g * to.y, e * to.size + h * to.y, f * to.size + to.y];
  const rows = [top, middle, [g, h, 1]].map(([p = 0, q = 0, r = 0]) => [
    p / from.size,
    q / from.size,
    r - (p * from.x + q * from.y) / from.size,
  ]);
  const ninth = rows[2]?.[2] ?? 0;
  if (Math.abs(ninth) < LEAST_PIVOT) return null;
  const [h0 = 0, h1 = 0, h2 = 0, h3 = 0, h4 = 0, h5 = 0, h6 = 0, h7 = 0] = rows.flat().map((value) => value / ninth);
  return [h0, h1, h2, h3, h4, h5, h6, h7];
}
