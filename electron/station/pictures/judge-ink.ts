import type { InkMeasure } from './measure-ink.ts';

export type InkVerdict = 'signed' | 'unsigned' | 'unclear';

/** Two short strokes of a ball pen; a signature of two characters has five times as much. */
const SIGNED = { ownMm2: 3, widthMm: 3 } as const;
/** A speck, or where a pen was laid down. */
const NOTHING = { ownMm2: 0.7, foreignMm2: 4, paleMm2: 2.5 } as const;
/** In a coarser or darker picture a thin stroke is lost. */
const READABLE = { pixelsPerMm: 3.5, paper: 55 } as const;

/** Whether somebody signed in a cell. In doubt it is unclear: who reads that looks at the paper. */
export function judgeInk({ ownMm2, foreignMm2, paleMm2, widthMm, pixelsPerMm, paper }: InkMeasure): InkVerdict {
  if (pixelsPerMm < READABLE.pixelsPerMm || paper < READABLE.paper) return 'unclear';
  if (ownMm2 >= SIGNED.ownMm2 && widthMm >= SIGNED.widthMm) return 'signed';
  const isNothing =
    ownMm2 < NOTHING.ownMm2 && foreignMm2 < NOTHING.foreignMm2 && paleMm2 - foreignMm2 < NOTHING.paleMm2;
  return isNothing ? 'unsigned' : 'unclear';
}
