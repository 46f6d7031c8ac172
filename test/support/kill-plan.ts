/** When a child is killed: while it waits after an answer, at any instant, or between an insert and its commit. */
export type KillPlan = {
  readonly path: string;
  /** Number of the first command; the following count on. */
  readonly firstNumber: number;
} & (
  | { readonly kind: 'idle'; readonly acts: number }
  | { readonly kind: 'any-instant'; readonly afterMs: number }
  | { readonly kind: 'inside'; readonly inserts: number }
);

/** How many events the command of this number makes. */
export function batchSize(number: number): number {
  return (number % 3) + 1;
}

/** What a killed child had said. */
export interface KillReport {
  /** Commands whose confirmation it said, with the head that stood then. */
  readonly acks: readonly { readonly number: number; readonly seq: number; readonly hash: string }[];
  /** Commands that it began. */
  readonly started: readonly number[];
  readonly wasInside: boolean;
}

export function parseKillReport(output: string): KillReport {
  const lines = output.split('\n').map((line) => line.split(' '));
  const acks = lines.filter(([what]) => what === 'ack');
  return {
    acks: acks.map(([, number, seq, hash]) => ({ number: Number(number), seq: Number(seq), hash: hash ?? '' })),
    started: lines.filter(([what]) => what === 'start').map(([, number]) => Number(number)),
    wasInside: lines.some(([what]) => what === 'inside'),
  };
}

/** The same numbers in every run of one seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
