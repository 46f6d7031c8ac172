import { expect, it } from 'vitest';
import { judgeInk } from '../../../../../electron/station/pictures/judge-ink.ts';
import type { InkMeasure } from '../../../../../electron/station/pictures/measure-ink.ts';

const NOTHING: InkMeasure = { ownMm2: 0, foreignMm2: 0, paleMm2: 0, widthMm: 0, pixelsPerMm: 9, paper: 230 };

it.each([
  ['an empty cell', {}, 'unsigned'],
  ['two characters', { ownMm2: 18, widthMm: 14, paleMm2: 30 }, 'signed'],
  ['a very short name', { ownMm2: 3.5, widthMm: 6, paleMm2: 6 }, 'signed'],
  ['a speck', { ownMm2: 0.4, widthMm: 0.8, paleMm2: 0.9 }, 'unsigned'],
  ['a tick of a pen', { ownMm2: 1.8, widthMm: 4, paleMm2: 3 }, 'unclear'],
  ['one upright stroke', { ownMm2: 5, widthMm: 0.8, paleMm2: 7 }, 'unclear'],
  ['the tail of the signature above', { foreignMm2: 1.5, paleMm2: 2 }, 'unsigned'],
  ['much of the signature above', { foreignMm2: 6, paleMm2: 8 }, 'unclear'],
  ['pencil, hardly to be seen', { paleMm2: 9 }, 'unclear'],
  ['a signature in a picture too coarse', { ownMm2: 18, widthMm: 14, pixelsPerMm: 2.5 }, 'unclear'],
  ['an empty cell in the dark', { paper: 40 }, 'unclear'],
] as const)('[SB3] %s', (_, measured, verdict) => {
  expect(judgeInk({ ...NOTHING, ...measured })).toBe(verdict);
});
