/** What a picture can be read as, told by its first bytes; the name and its extension say nothing. */
export type PictureKind = 'jpeg' | 'png' | 'webp';

/** Null for everything else: GIF, HEIC, BMP, TIFF, SVG, and what is no picture at all, none of which reach a decoder. */
export function detectPictureKind(bytes: Uint8Array): PictureKind | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  return head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP' ? 'webp' : null;
}
