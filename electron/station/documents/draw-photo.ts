import { type Canvas, LINE } from './page.ts';

/** Where a photo goes; lengths in points. */
export interface PhotoFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A photo that fills its frame, cut to it; the frame alone where there is none or where the bytes are no JPEG: a sheet
 * must print whatever one file holds.
 */
export function drawPhoto({ document }: Canvas, jpeg: Uint8Array | undefined, frame: PhotoFrame): void {
  const { x, y, width, height } = frame;
  const image = jpeg === undefined ? null : openJpeg(document, jpeg);
  if (image !== null) {
    document.save();
    document.rect(x, y, width, height).clip();
    document.image(image as unknown as Buffer, x, y, { cover: [width, height], align: 'center', valign: 'center' });
    document.restore();
  }
  document.lineWidth(0.4).rect(x, y, width, height).stroke(LINE);
}

/** What pdfkit makes of a JPEG's bytes; it draws it wherever it takes bytes. */
interface OpenedImage {
  readonly width: number;
  readonly height: number;
}

/** Null for anything but a JPEG; other pictures pdfkit reads later, where their faults cannot be caught. */
function openJpeg(document: PDFKit.PDFDocument, jpeg: Uint8Array): OpenedImage | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return null;
  try {
    // @types/pdfkit does not know openImage, which is documented.
    const { openImage } = document as unknown as { openImage: (bytes: Buffer) => OpenedImage };
    const image = openImage.call(document, Buffer.from(jpeg));
    return image.width > 0 && image.height > 0 ? image : null;
  } catch {
    return null;
  }
}
