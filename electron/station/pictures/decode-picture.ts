import sharp, { type Metadata } from 'sharp';
import { err, ok, type Result } from '../../../shared/result.ts';

/** A picture in grey, upright as its camera held it, one byte a pixel, row by row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export type DecodeError = 'not-a-picture' | 'too-large';

/** A sheet at 600 dpi has 35 million; a file that claims more than this is a bomb, or of no use on paper's scale. */
const MOST_PIXELS = 64_000_000;

// Four decoders, of what comes out of cameras and scanners; the others stay shut.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadTiffBuffer',
  ],
});
sharp.cache(false);
sharp.concurrency(1);

/** Decodes a foreign picture within `longestSide` pixels; of a file of several pages the first. */
export async function decodeGrey(bytes: Uint8Array, longestSide: number): Promise<Result<GreyPicture, DecodeError>> {
  const limits = { failOn: 'error', limitInputPixels: MOST_PIXELS, sequentialRead: true } as const;
  let metadata: Metadata;
  try {
    metadata = await sharp(bytes, { ...limits, limitInputPixels: false }).metadata(); // reads the header alone
  } catch {
    return err('not-a-picture');
  }
  if (metadata.width * metadata.height > MOST_PIXELS) return err('too-large');
  try {
    const { data, info } = await sharp(bytes, limits)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('b-w')
      .extractChannel(0)
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return ok({ width: info.width, height: info.height, pixels: new Uint8Array(data) });
  } catch {
    return err('not-a-picture');
  }
}
