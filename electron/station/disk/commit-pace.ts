/**
 * A commit that takes this long is felt at the desk: a queue stands, and Enter is pressed again. A healthy hard disk takes
 * some 30 ms; seconds are a dying disk, a virus scanner, a snapshot being made.
 */
const SLOW_MS = 2_000;
const QUICK_MS = 500;
/** One quick commit between slow ones does not mean that it is over. */
const QUICK_IN_A_ROW = 3;

/** Whether the disk is slow, by how long commits take, real time. */
export interface CommitPace {
  readonly isSlow: boolean;
  readonly quickInARow: number;
}

/** Of a disk that nothing is known of. */
export const UNHURRIED: CommitPace = { isSlow: false, quickInARow: 0 };

/** After one more commit. */
export function notePace(pace: CommitPace, tookMs: number): CommitPace {
  if (tookMs > SLOW_MS) return { isSlow: true, quickInARow: 0 };
  if (!pace.isSlow) return pace;
  const quickInARow = tookMs <= QUICK_MS ? pace.quickInARow + 1 : 0;
  return quickInARow >= QUICK_IN_A_ROW ? UNHURRIED : { isSlow: true, quickInARow };
}
