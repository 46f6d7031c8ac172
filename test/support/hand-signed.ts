import sharp from 'sharp';
import type { SignatureCell } from '../../electron/station/documents/sheet-cells.ts';

/** A page in grey, one byte a pixel, at `PAGE_PIXELS_PER_MM`. */
export interface GreyPage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** 254 dpi. */
export const PAGE_PIXELS_PER_MM = 10;
const MM_PER_POINT = 25.4 / 72;

/** Numbers from 0 to below 1, the same ones for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How somebody signs; lengths in millimetres. */
export interface Hand {
  readonly characters: number;
  /** A character's height. */
  readonly size: number;
  /** The pen's width. */
  readonly pen: number;
  /** Grey of the ink: 0 is black. */
  readonly ink: number;
  /** How far it is written below the middle of its cell. */
  readonly lower: number;
}

/** Any hand: small or large, thin or thick, sometimes across the line. */
export function aHand(random: () => number): Hand {
  return {
    characters: 2 + Math.floor(random() * 3),
    size: 3.5 + random() * 5.5,
    pen: 0.35 + random() * 0.4,
    ink: 20 + random() * 80,
    lower: (random() - 0.5) * 3,
  };
}

/** Writes into a cell of the page: characters of four to eight strokes each. */
export function signIn(page: GreyPage, cell: SignatureCell, hand: Hand, random: () => number): void {
  const left = cell.x * MM_PER_POINT;
  const middle = (cell.y + cell.height / 2) * MM_PER_POINT + hand.lower;
  const room = cell.width * MM_PER_POINT - 3;
  const pitch = Math.min(hand.size * 0.95, room / hand.characters);
  const start = left + 1.5 + random() * Math.max(0, room - pitch * hand.characters);
  for (let at = 0; at < hand.characters; at += 1) {
    const strokes = 4 + Math.floor(random() * 5);
    for (let stroke = 0; stroke < strokes; stroke += 1) {
      const x = start + at * pitch + random() * pitch * 0.6;
      const y = middle - hand.size / 2 + random() * hand.size;
      const isLevel = random() < 0.45;
      const length = hand.size * (0.3 + random() * 0.6);
      const dx = isLevel ? length : (random() - 0.6) * length * 0.5;
      const dy = isLevel ? -length * 0.12 * random() : length * (random() < 0.85 ? 1 : -0.6);
      const end = Math.min(middle + hand.size * 0.75, y + dy);
      drawStroke(page, [x, y, x + dx, end], hand);
    }
  }
}

/** A stroke between two places in millimetres, a little curved. */
export function drawStroke(
  page: GreyPage,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  { pen, ink }: Pick<Hand, 'pen' | 'ink'>,
): void {
  const steps = Math.ceil(Math.hypot(x2 - x1, y2 - y1) * PAGE_PIXELS_PER_MM) + 1;
  const radius = (pen * PAGE_PIXELS_PER_MM) / 2;
  for (let step = 0; step <= steps; step += 1) {
    const part = step / steps;
    const bow = Math.sin(part * Math.PI) * 0.25;
    const x = (x1 + (x2 - x1) * part + bow) * PAGE_PIXELS_PER_MM;
    const y = (y1 + (y2 - y1) * part + bow) * PAGE_PIXELS_PER_MM;
    for (let py = Math.floor(y - radius); py <= y + radius; py += 1)
      for (let px = Math.floor(x - radius); px <= x + radius; px += 1) {
        if (px < 0 || py < 0 || px >= page.width || py >= page.height) continue;
        if (Math.hypot(px - x, py - y) > radius) continue;
        const pixel = py * page.width + px;
        page.pixels[pixel] = Math.min(page.pixels[pixel] ?? 255, ink);
      }
  }
}

/** How a page is photographed. Angles in degrees, lengths in millimetres. */
export interface Shot {
  readonly seed: number;
  /** Turned on the desk. */
  readonly turn: number;
  /** The camera's own slant, to the side and forwards. */
  readonly slant: readonly [number, number];
  /** From the lens to the paper. */
  readonly distance: number;
  readonly width: number;
  readonly height: number;
  /** How much of the light is left in the shadow that lies across the page; 1 is none. */
  readonly shadow: number;
  /** Of the light from one side of the picture to the other. */
  readonly falloff: number;
  /** Standard deviation of a pixel's grey. */
  readonly noise: number;
  /** Pixels that run into each other. */
  readonly blur: number;
  /** JPEG. */
  readonly quality: number;
  /** How far the page rises off the desk in a wave. */
  readonly bend: number;
}

/** Straight from above in good light, as a scanner sees it. */
export const SCANNED: Shot = {
  seed: 1,
  turn: 0,
  slant: [0, 0],
  distance: 360,
  width: 1800,
  height: 2500,
  shadow: 1,
  falloff: 0,
  noise: 2,
  blur: 0,
  quality: 90,
  bend: 0,
};

const PAGE_MM = { width: 210, height: 297 } as const;

/** A photo of the page on a desk, as JPEG: each pixel's ray is followed to the paper. */
export function photograph(page: GreyPage, shot: Shot): Promise<Buffer> {
  const { width, height } = shot;
  const random = seeded(shot.seed);
  const pixels = Buffer.alloc(width * height);
  // A page 300 mm high fills nine tenths of the picture at 360 mm.
  const focal = (Math.max(width, height) * 0.9 * 360) / PAGE_MM.height;
  const [yaw, pitch] = shot.slant.map((angle) => (angle * Math.PI) / 180) as [number, number];
  const turn = (shot.turn * Math.PI) / 180;
  const edge = { x: Math.cos(1.1 + random()), y: Math.sin(1.1 + random()), at: (random() - 0.5) * 120 };
  const grain = Array.from({ length: 4096 }, () => gauss(random));
  // The camera looks at the page's middle from `distance`, slanted.
  const eye = turned([0, 0, -shot.distance], yaw, pitch);
  const [acrossX, acrossY, acrossZ] = turned([1 / focal, 0, 0], yaw, pitch);
  const [downX, downY, downZ] = turned([0, 1 / focal, 0], yaw, pitch);
  const [aheadX, aheadY, aheadZ] = turned([0, 0, 1], yaw, pitch);
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  for (let v = 0; v < height; v += 1)
    for (let u = 0; u < width; u += 1) {
      const a = u - width / 2;
      const b = v - height / 2;
      const reach = -eye[2] / (aheadZ + a * acrossZ + b * downZ);
      const x = eye[0] + reach * (aheadX + a * acrossX + b * downX);
      const y = eye[1] + reach * (aheadY + a * acrossY + b * downY);
      const pageX = PAGE_MM.width / 2 + x * cos + y * sin;
      const pageY = PAGE_MM.height / 2 - x * sin + y * cos;
      const wave = shot.bend === 0 ? 0 : shot.bend * Math.sin((pageX / PAGE_MM.width) * Math.PI * 1.5);
      const lit = x * edge.x + y * edge.y > edge.at ? shot.shadow : 1;
      const light = lit * (1 - shot.falloff * (u / width));
      const noise = (grain[(u * 31 + v * 1009 + ((u * v) >> 3)) & 4095] ?? 0) * shot.noise;
      const grey = greyOf(page, pageX, pageY + wave) * light + noise;
      pixels[v * width + u] = Math.max(0, Math.min(255, Math.round(grey)));
    }
  const picture = sharp(pixels, { raw: { width, height, channels: 1 } });
  return (shot.blur === 0 ? picture : picture.blur(shot.blur)).jpeg({ quality: shot.quality }).toBuffer();
}

/** Paper is a little grey, and the desk around it dark. */
function greyOf({ width, height, pixels }: GreyPage, xMm: number, yMm: number): number {
  const x = xMm * PAGE_PIXELS_PER_MM - 0.5;
  const y = yMm * PAGE_PIXELS_PER_MM - 0.5;
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) return 92 + 14 * Math.sin(xMm / 3 + yMm / 29);
  const at = top * width + left;
  const right = x - left;
  const down = y - top;
  const upper = (pixels[at] ?? 0) * (1 - right) + (pixels[at + 1] ?? 0) * right;
  const lower = (pixels[at + width] ?? 0) * (1 - right) + (pixels[at + width + 1] ?? 0) * right;
  return (upper * (1 - down) + lower * down) * 0.93;
}

type Vector = readonly [number, number, number];

function turned([x, y, z]: Vector, yaw: number, pitch: number): Vector {
  const side: Vector = [x * Math.cos(yaw) + z * Math.sin(yaw), y, -x * Math.sin(yaw) + z * Math.cos(yaw)];
  return [
    side[0],
    side[1] * Math.cos(pitch) - side[2] * Math.sin(pitch),
    side[1] * Math.sin(pitch) + side[2] * Math.cos(pitch),
  ];
}

function gauss(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
