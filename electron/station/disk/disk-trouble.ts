import type { PlaceTrouble } from './place-watch.ts';

const MB = 1_000_000;

/**
 * What an exam day of the largest site writes: its journal and the WAL beside it some 30 MB, sealed photos of 480 people
 * 60 MB, papers 20 MB, two local copies of the journal and one being made 60 MB, logs 4 MB. That is under 200 MB; and the
 * system itself (swap, updates, a browser's cache) takes hundreds without asking. Below this there is time to tidy up.
 */
const LOW_BYTES = 500 * MB;
/** An hour's work may not fit any more. */
const NEARLY_FULL_BYTES = 100 * MB;

/** What the watch over the data folder's disk says, as the light's code. */
export type DiskTrouble = PlaceTrouble | 'disk-nearly-full' | 'disk-slow' | 'disk-low';

export interface DiskFacts {
  readonly place: PlaceTrouble | null;
  /** Null where it cannot be asked: nothing is said then. */
  readonly freeBytes: number | null;
  readonly isSlow: boolean;
}

/** The gravest of what is wrong; null = well. */
export function diskTrouble({ place, freeBytes, isSlow }: DiskFacts): DiskTrouble | null {
  if (place !== null) return place;
  if (freeBytes !== null && freeBytes < NEARLY_FULL_BYTES) return 'disk-nearly-full';
  if (isSlow) return 'disk-slow';
  return freeBytes !== null && freeBytes < LOW_BYTES ? 'disk-low' : null;
}
