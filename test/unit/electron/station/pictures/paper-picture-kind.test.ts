import { expect, it } from 'vitest';
import { detectPaperPictureKind } from '../../../../../electron/station/pictures/paper-picture-kind.ts';

it.each([
  ['\xff\xd8\xff\xe0', 'jpeg'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['RIFF\0\0\0\0WEBP', 'webp'],
  ['II*\0\x08', 'tiff'],
  ['MM\0*\0', 'tiff'],
  ['%PDF-1.4', 'pdf'],
  [`${'\n'.repeat(200)}%PDF-1.7`, 'pdf'],
  ['GIF89a', null],
  ['BM', null],
  ['<svg', null],
  ['', null],
] as const)('%j is %s', (start, kind) => {
  expect(detectPaperPictureKind(Buffer.from(start, 'latin1'))).toBe(kind);
});
