import type { GreyPicture } from './decode-picture.ts';

/** Pixels that hang together, corners included. Edges are inclusive, in pixels; `x` and `y` are the middle of its pixels. */
export interface DarkShape {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly area: number;
  readonly x: number;
  readonly y: number;
}

/** One byte a pixel: 1 is dark. */
export interface DarkMap {
  readonly width: number;
  readonly height: number;
  readonly dark: Uint8Array;
}

/** Dark is what is clearly darker than the pixels around it within `radius`: a shadow darkens both. */
export function darkerThanAround({ width, height, pixels }: GreyPicture, radius: number, ratio: number): DarkMap {
  const dark = new Uint8Array(width * height);
  // Sums of columns, moved down row by row: a table of all sums would be four times the picture.
  const columns = new Uint32Array(width);
  for (let y = -radius; y < height; y += 1) {
    addRow(columns, pixels, { width, y: y + radius < height ? y + radius : -1, sign: 1 });
    addRow(columns, pixels, { width, y: y - radius - 1, sign: -1 });
    if (y < 0) continue;
    const rows = Math.min(height - 1, y + radius) - Math.max(0, y - radius) + 1;
    let sum = 0;
    for (let x = 0; x < Math.min(radius, width); x += 1) sum += columns[x] ?? 0;
    for (let x = 0; x < width; x += 1) {
      if (x + radius < width) sum += columns[x + radius] ?? 0;
      if (x - radius - 1 >= 0) sum -= columns[x - radius - 1] ?? 0;
      const count = (Math.min(width - 1, x + radius) - Math.max(0, x - radius) + 1) * rows;
      if ((pixels[y * width + x] ?? 0) * count < sum * ratio) dark[y * width + x] = 1;
    }
  }
  return { width, height, dark };
}

function addRow(
  columns: Uint32Array,
  pixels: Uint8Array,
  { width, y, sign }: { readonly width: number; readonly y: number; readonly sign: 1 | -1 },
): void {
  if (y < 0) return;
  for (let x = 0; x < width; x += 1) columns[x] = (columns[x] ?? 0) + sign * (pixels[y * width + x] ?? 0);
}

/** The shapes of a map, in no particular order, and for each pixel run of the map which shape it is of. */
export function darkShapes({ width, height, dark }: DarkMap): readonly DarkShape[] {
  const found: Growing[] = [];
  const owner: number[] = [];
  const rootOf = (index: number): number => {
    let root = index;
    while (owner[root] !== root) root = owner[root] ?? root;
    for (let at = index; at !== root; ) {
      const next = owner[at] ?? root;
      owner[at] = root;
      at = next;
    }
    return root;
  };
  let above: Run[] = [];
  for (let y = 0; y < height; y += 1) {
    const here: Run[] = [];
    let first = 0;
    for (let x = 0; x < width; x += 1) {
      if (dark[y * width + x] !== 1) continue;
      const start = x;
      while (x < width && dark[y * width + x] === 1) x += 1;
      const run = { start, end: x - 1, shape: -1 };
      // Runs of the row above that touch this one, by a corner at the least.
      while (first < above.length && (above[first]?.end ?? 0) < start - 1) first += 1;
      for (let at = first; at < above.length && (above[at]?.start ?? 0) <= run.end + 1; at += 1) {
        const other = rootOf(above[at]?.shape ?? 0);
        if (run.shape === -1) run.shape = other;
        else owner[other] = rootOf(run.shape);
      }
      if (run.shape === -1) {
        run.shape = owner.length;
        owner.push(run.shape);
        found.push(newShape());
      }
      grow(found[run.shape], run, y);
      here.push(run);
    }
    above = here;
  }
  const whole = new Map<number, Growing>();
  for (const [index, part] of found.entries()) {
    const root = rootOf(index);
    const shape = whole.get(root);
    if (shape === undefined) whole.set(root, part);
    else join(shape, part);
  }
  return [...whole.values()].map(({ sumX, sumY, ...shape }) => ({
    ...shape,
    x: sumX / shape.area,
    y: sumY / shape.area,
  }));
}

interface Run {
  readonly start: number;
  readonly end: number;
  shape: number;
}

interface Growing {
  left: number;
  top: number;
  right: number;
  bottom: number;
  area: number;
  sumX: number;
  sumY: number;
}

function newShape(): Growing {
  return { left: Infinity, top: Infinity, right: -1, bottom: -1, area: 0, sumX: 0, sumY: 0 };
}

function grow(shape: Growing | undefined, { start, end }: Run, y: number): void {
  if (shape === undefined) return;
  const length = end - start + 1;
  join(shape, {
    left: start,
    right: end,
    top: y,
    bottom: y,
    area: length,
    sumX: ((start + end) / 2) * length,
    sumY: y * length,
  });
}

function join(shape: Growing, part: Growing): void {
  shape.left = Math.min(shape.left, part.left);
  shape.right = Math.max(shape.right, part.right);
  shape.top = Math.min(shape.top, part.top);
  shape.bottom = Math.max(shape.bottom, part.bottom);
  shape.area += part.area;
  shape.sumX += part.sumX;
  shape.sumY += part.sumY;
}
