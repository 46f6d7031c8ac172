import QRCode from 'qrcode';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import {
  LARGEST_PICTURE_BYTES,
  readPaperPicture,
} from '../../../../../electron/station/pictures/read-paper-picture.ts';

const TEXT =
  'PS1|sheet|4f2a9c1e-001-theory|001|theory|real|1/2|A#1.233:a1a1a1a1a1a1a1a1;B#2.118:b2b2b2b2b2b2b2b2|3f2a91c077de0b12';
const WHITE = { width: 900, height: 1200, channels: 3, background: '#ffffff' } as const;

/** A page with a code in its lower right corner, and others above it. */
async function pageWith(...texts: readonly string[]): Promise<Sharp> {
  const codes = await Promise.all(texts.map((text) => QRCode.toBuffer(text, { width: 300, margin: 0 })));
  const placed = codes.map((input, index) => ({ input, left: 500, top: 800 - index * 500 }));
  // Once through bytes: what is turned or resized next is the whole page.
  return sharp(await sharp({ create: WHITE }).composite(placed).png().toBuffer());
}

async function textsIn(bytes: Uint8Array): Promise<readonly string[] | string> {
  const read = await readPaperPicture(bytes);
  return read.ok ? read.value.codes.map(({ text }) => text) : read.error;
}

describe('readPaperPicture', () => {
  it('reads the code of every kind of picture it takes, and where it is', async () => {
    const page = await pageWith(TEXT);
    for (const picture of [page.clone().jpeg(), page.clone().webp(), page.clone().tiff()])
      expect(await textsIn(await picture.toBuffer())).toEqual([TEXT]);
    const read = await readPaperPicture(await page.png().toBuffer());
    expect(read).toMatchObject({ ok: true, value: { width: 900, height: 1200 } });
    const corners = read.ok ? read.value.codes[0]?.corners : undefined;
    const expected = [500, 800, 800, 800, 800, 1100, 500, 1100];
    const found = corners?.flatMap(({ x, y }) => [x, y]) ?? [];
    expect(found.map((value, index) => Math.abs(value - (expected[index] ?? 0)) <= 4)).toEqual(
      expected.map(() => true),
    );
  });

  it('reads it upside down, and several of them', async () => {
    expect(await textsIn(await (await pageWith(TEXT)).rotate(180).jpeg().toBuffer())).toEqual([TEXT]);
    const both = await textsIn(await (await pageWith(TEXT, 'https://example.invalid/')).jpeg().toBuffer());
    expect(both).toEqual(expect.arrayContaining([TEXT, 'https://example.invalid/']));
  });

  it('finds none on an empty page', async () => {
    expect(await textsIn(await (await pageWith()).jpeg().toBuffer())).toEqual([]);
  });

  it('says of anything else that it is no picture', async () => {
    const page = await (await pageWith(TEXT)).jpeg().toBuffer();
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('%PDF-1.7\n'),
      page.subarray(0, page.length / 2),
      await sharp({ create: { ...WHITE, width: 40, height: 40 } })
        .gif()
        .toBuffer(),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"/>'),
    ])
      expect(await textsIn(bytes)).toBe('not-a-picture');
  });

  it('refuses a small file that claims to be an enormous picture, and a file larger than it takes', async () => {
    const huge = { width: 8200, height: 8200, channels: 3, background: '#ffffff' } as const;
    const bomb = sharp({ create: huge, limitInputPixels: false }).toColourspace('b-w').png({ compressionLevel: 3 });
    expect(await textsIn(await bomb.toBuffer())).toBe('too-large');
    expect(await textsIn(Buffer.alloc(LARGEST_PICTURE_BYTES + 1, 0xff))).toBe('too-large');
  });

  it('gives up on a picture that takes longer than its time', async () => {
    const page = await (await pageWith(TEXT)).jpeg().toBuffer();
    expect(await readPaperPicture(page, { timeoutMs: 1 })).toEqual({ ok: false, error: 'reader-failed' });
  });
});
