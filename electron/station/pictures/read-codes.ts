import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { GreyPicture } from './decode-picture.ts';
import type { Point } from './homography.ts';

/** A QR code in a picture. */
export interface PictureCode {
  readonly text: string;
  /** The code's own upper left, upper right, lower right and lower left, in the picture's pixels. */
  readonly corners: readonly [Point, Point, Point, Point];
}

const MOST_CODES = 8;

const require = createRequire(import.meta.url);
let isPrepared = false;

/** Every QR code of the picture, in the order found. */
export async function readCodes(picture: GreyPicture): Promise<readonly PictureCode[]> {
  prepare();
  const found = await readBarcodes(asGreyMap(picture), {
    formats: ['QRCode'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: false,
    tryDownscale: true,
    maxNumberOfSymbols: MOST_CODES,
  });
  return found.map(({ text, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
    text,
    corners: [topLeft, topRight, bottomRight, bottomLeft],
  }));
}

/** Left to itself the library fetches its program from the network. */
function prepare(): void {
  if (isPrepared) return;
  const wasm = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  isPrepared = true;
}

/** A portable grey map: the form of an undyed picture that the library takes as it is, at a byte a pixel. */
function asGreyMap({ width, height, pixels }: GreyPicture): Uint8Array {
  return Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`, 'latin1'), pixels]);
}
