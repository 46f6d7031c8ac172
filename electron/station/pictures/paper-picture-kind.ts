import { detectPictureKind, type PictureKind } from '../photos/picture-kind.ts';

/** What a file that should be a picture of a paper is, told by its first bytes; the name and its extension say nothing. */
export type PaperPictureKind = PictureKind | 'tiff' | 'pdf';

const TIFF_STARTS: readonly string[] = ['II*\0', 'MM\0*'];
/** Scanners write a PDF's mark within its first kilobyte, not always at its very start. */
const PDF_MARK_WITHIN = 1024;

/** Null for everything else, none of which reaches a decoder. A PDF is told apart because scanners make it unasked. */
export function detectPaperPictureKind(bytes: Uint8Array): PaperPictureKind | null {
  const known = detectPictureKind(bytes);
  if (known !== null) return known;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PDF_MARK_WITHIN)).toString('latin1');
  if (TIFF_STARTS.includes(head.slice(0, 4))) return 'tiff';
  return head.includes('%PDF-') ? 'pdf' : null;
}
