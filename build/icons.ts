/** Makes the program's icons of the page's own: `node build/icons.ts` writes build/icons, which is kept in the repository. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const PROJECT_DIR = join(import.meta.dirname, '..');
const SOURCE = join(PROJECT_DIR, 'renderer', 'icon.svg');
const ICONS_DIR = join(PROJECT_DIR, 'build', 'icons');
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];

/** Windows' icon file: a directory of pictures, each a PNG (which every Windows since Vista reads). */
function packIco(pictures: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at); // 256 is written as 0
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

function drawIcon(size: number): Promise<Buffer> {
  // Drawn at its own size, not enlarged: 72 dpi are the drawing's 32 pixels.
  return sharp(SOURCE, { density: (72 * size) / 32 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();
}

mkdirSync(ICONS_DIR, { recursive: true });
writeFileSync(join(ICONS_DIR, 'icon.png'), await drawIcon(512));
const pictures = await Promise.all(ICO_SIZES.map(async (size) => ({ size, png: await drawIcon(size) })));
writeFileSync(join(ICONS_DIR, 'icon.ico'), packIco(pictures));
