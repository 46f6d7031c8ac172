import sharp, { type Metadata } from 'sharp';
import { err, ok, type Result } from '../../../shared/result.ts';

/** What a picture has of red light, upright as its camera held it: one byte a pixel, row by row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export type DecodeError =
  | 'not-a-picture'
  | 'too-large'
  /** A scanner put a whole pile into one file; all but the first would be lost unseen. */
  | 'several-pages';

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

/**
 * Decodes a foreign picture within `longestSide` pixels. In red light a stamp and a coffee stain are pale, the ink of a pen
 * is as dark as it was.
 */
export async function decodeGrey(bytes: Uint8Array, longestSide: number): Promise<Result<GreyPicture, DecodeError>> {
  const limits = { failOn: 'error', limitInputPixels: MOST_PIXELS, sequentialRead: true } as const;
  let metadata: Metadata;
  try {
    metadata = await sharp(bytes, { ...limits, limitInputPixels: false }).metadata(); // reads the header alone
  } catch {
    return err('not-a-picture');
  }
  if (metadata.width * metadata.height > MOST_PIXELS) return err('too-large');
  if ((metadata.pages ?? 1) > 1) return err('several-pages');
  try {
    const { data, info } = await sharp(bytes, limits)
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .extractChannel(0)
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return ok({ width: info.width, height: info.height, pixels: new Uint8Array(data) });
  } catch {
    return err('not-a-picture');
  }
}
