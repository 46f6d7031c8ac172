import sharp from 'sharp';

/** A photo as it is kept: a JPEG without metadata, upright. */
export interface SmallPicture {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * 一寸照 at 300 dpi, which is what registration systems give out: on the sheet (30 × 42 mm at the most) more than 200 dpi,
 * on the screen one pixel a pixel. Larger pictures are made to fit, smaller ones stay, nothing is ever cut off: cutting
 * could take the face.
 */
const MOST = { width: 295, height: 413 } as const;
/** In a smaller one nobody can be told from anybody. */
const LEAST_SIDE = 40;
/** More than any camera's ID photo; a file that claims more is a bomb. */
const MOST_PIXELS = 64_000_000;
const QUALITY = 82;

// Three decoders, of what comes out of cameras and registration systems; the others stay shut.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] });
sharp.cache(false);
sharp.concurrency(1);

/** Decodes a foreign picture and makes it small; null for what cannot be read whole. Equal bytes give equal bytes. */
export async function readPicture(bytes: Uint8Array): Promise<SmallPicture | null> {
  try {
    const { data, info } = await sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize({ ...MOST, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: QUALITY })
      .toBuffer({ resolveWithObject: true });
    const { width, height } = info;
    if (Math.min(width, height) < LEAST_SIDE) return null;
    return { jpeg: new Uint8Array(data), width, height };
  } catch {
    return null;
  }
}
