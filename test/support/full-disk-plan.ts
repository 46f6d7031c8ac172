import { seededRandom } from './kill-plan.ts';

/** One time that the disk is full, while a day is lived. */
export interface FullInstant {
  /** Acts since the disk had room again. */
  readonly afterActs: number;
  /** What stays free: from nothing to some commits, or most of a paper. */
  readonly freeBytes: number;
  /** The disk stays so for at most this many acts, */
  readonly acts: number;
  /** and until this many answers were `not-saved`. */
  readonly refusals: number;
  /** The station is killed at the last of these, with the disk still full. */
  readonly isKilled: boolean;
}

export interface FullDiskPlan {
  /** The data folder, and the disk that it lies on. */
  readonly dataDir: string;
  readonly disk: string;
  readonly instants: readonly FullInstant[];
}

/** A commit takes some 16 kB, a paper a few hundred. */
const FREE_BYTES = [10_000, 20_000, 20_000, 50_000, 120_000, 1_000_000] as const;
const KILL_EVERY = 12;

/** The same for the same seed. */
export function planFullDisk(seed: number, count: number): readonly FullInstant[] {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return Array.from({ length: count }, (_, index) => ({
    afterActs: 1 + below(2),
    freeBytes: below(FREE_BYTES[below(FREE_BYTES.length)] ?? 0),
    acts: 1 + below(4),
    refusals: 1 + below(3),
    isKilled: index % KILL_EVERY === KILL_EVERY - 1,
  }));
}
