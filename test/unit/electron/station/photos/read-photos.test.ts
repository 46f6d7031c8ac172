import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { createPhotoReader } from '../../../../../electron/station/photos/read-photos.ts';
import type { SmallPicture } from '../../../../../electron/station/photos/read-picture.ts';
import { PHOTO_FOLDER } from '../../../../support/photo-folder.ts';

const PHOTO = readFileSync(join(PHOTO_FOLDER, '51019920040316723X.jpg'));
const NO_PICTURE = readFileSync(join(PHOTO_FOLDER, '210199200210132240.jpg'));

/** A plain picture of the test's own. */
function plain(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#7a9cc6' }, limitInputPixels: false });
}

async function readOne(bytes: Uint8Array): Promise<SmallPicture | null> {
  const [picture] = await createPhotoReader().read([bytes]);
  return picture ?? null;
}

describe('createPhotoReader', () => {
  it('makes of every kind it knows a JPEG within 295 × 413, whole and in its own proportions', async () => {
    const pictures = await createPhotoReader().read([
      PHOTO,
      await plain(1200, 1600).png().toBuffer(),
      await plain(1600, 900).webp().toBuffer(),
      await plain(120, 160).jpeg().toBuffer(),
    ]);
    expect(pictures.map((picture) => picture && [picture.width, picture.height])).toEqual([
      [295, 413],
      [295, 393],
      [295, 166],
      [120, 160],
    ]);
    for (const picture of pictures) {
      const { format, width, height } = await sharp(picture?.jpeg).metadata();
      expect({ format, width, height }).toEqual({ format: 'jpeg', width: picture?.width, height: picture?.height });
    }
  });

  it('turns a picture upright and leaves nothing of what the camera wrote into it', async () => {
    const tagged = await plain(800, 600)
      .withExif({ IFD0: { Artist: 'WANG YAN', Copyright: 'camera 0031' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const picture = await readOne(tagged);
    expect(picture).toMatchObject({ width: 295, height: 393 });
    const { exif, icc, xmp, orientation } = await sharp(picture?.jpeg).metadata();
    expect({ exif, icc, xmp, orientation }).toEqual({
      exif: undefined,
      icc: undefined,
      xmp: undefined,
      orientation: undefined,
    });
    expect(Buffer.from(picture?.jpeg ?? []).includes('WANG YAN')).toBe(false);
  });

  it('lays what is transparent on white', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const picture = await readOne(
      await sharp({ create: { width: 100, height: 140, channels: 4, background: clear } })
        .png()
        .toBuffer(),
    );
    const { channels } = await sharp(picture?.jpeg).stats();
    expect(channels.map(({ min }) => min)).toEqual([255, 255, 255]);
  });

  it('makes equal bytes of equal files', async () => {
    const [first, second] = await createPhotoReader().read([PHOTO, PHOTO]);
    expect(Buffer.compare(first?.jpeg ?? Buffer.from('1'), second?.jpeg ?? Buffer.from('2'))).toBe(0);
  });

  it('finds no picture in what is none, is cut off, is of another kind, or shows nobody', async () => {
    const pictures = await createPhotoReader().read([
      NO_PICTURE,
      Buffer.alloc(0),
      PHOTO.subarray(0, PHOTO.length / 2),
      Buffer.concat([PHOTO.subarray(0, 20), Buffer.alloc(4000, 7)]),
      await plain(300, 400).gif().toBuffer(),
      await plain(300, 400).tiff().toBuffer(),
      await plain(300, 400).heif({ compression: 'av1' }).toBuffer(),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"/>'),
      await plain(20, 28).png().toBuffer(),
      PHOTO,
    ]);
    expect(pictures.slice(0, -1)).toEqual(Array.from({ length: 9 }, () => null));
    expect(pictures.at(-1)).not.toBeNull();
  });

  it('refuses a small file that claims to be an enormous picture, and reads on', async () => {
    const bomb = await plain(8200, 8200).toColourspace('b-w').png({ compressionLevel: 3 }).toBuffer();
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const [exploded, after] = await createPhotoReader().read([bomb, PHOTO]);
    expect(exploded).toBeNull();
    expect(after).not.toBeNull();
  });

  it('answers a picture that takes longer than its time as unreadable, each one anew', async () => {
    expect(await createPhotoReader({ timeoutMs: 1 }).read([PHOTO, PHOTO])).toEqual([null, null]);
  });
});
