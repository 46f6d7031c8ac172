/** When a child is killed: while it waits after an answer, at any instant, or between an insert and its commit. */
export type KillPlan = {
  /** The journal, or the data folder, that the child works on. */
  readonly path: string;
  /** Number of the first command; the following count on. */
  readonly firstNumber: number;
} & (
  | { readonly kind: 'idle'; readonly acts: number }
  | { readonly kind: 'any-instant'; readonly afterMs: number }
  | { readonly kind: 'inside'; readonly inserts: number }
);

export interface KillSpread {
  readonly kills: number;
  /** The most acts before the wait, inserts before the stop, and milliseconds of work. */
  readonly acts: number;
  readonly inserts: number;
  readonly afterMs: number;
}

const KINDS = ['idle', 'any-instant', 'inside'] as const;
const NUMBERS_PER_KILL = 10_000;

/** The three kinds in turn, their moments at random; the same for the same seed. */
export function planKills(path: string, seed: number, spread: KillSpread): readonly KillPlan[] {
  const random = seededRandom(seed);
  return Array.from({ length: spread.kills }, (_, index): KillPlan => {
    const kind = KINDS[index % KINDS.length]!;
    const place = { path, firstNumber: (index + 1) * NUMBERS_PER_KILL };
    if (kind === 'idle') return { ...place, kind, acts: 1 + Math.floor(random() * spread.acts) };
    if (kind === 'inside') return { ...place, kind, inserts: 1 + Math.floor(random() * spread.inserts) };
    return { ...place, kind, afterMs: random() * spread.afterMs };
  });
}

/** How many events the command of this number makes. */
export function batchSize(number: number): number {
  return (number % 3) + 1;
}

/** What a killed child had said. */
export interface KillReport {
  /** Commands whose confirmation it said, with the head that stood then; `more` is what else it said of it. */
  readonly acks: readonly {
    readonly number: number;
    readonly seq: number;
    readonly hash: string;
    readonly more: readonly string[];
  }[];
  /** Commands that it began. */
  readonly started: readonly { readonly number: number; readonly more: readonly string[] }[];
  readonly wasInside: boolean;
  /** It had nothing more to do. */
  readonly isDone: boolean;
}

export function parseKillReport(output: string): KillReport {
  // What stands after the last line's end was cut off in the middle.
  const lines = output
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' '));
  const acks = lines.filter(([what]) => what === 'ack');
  return {
    acks: acks.map(([, number, seq, hash = '', ...more]) => ({ number: Number(number), seq: Number(seq), hash, more })),
    started: lines
      .filter(([what]) => what === 'start')
      .map(([, number, ...more]) => ({ number: Number(number), more })),
    wasInside: lines.some(([what]) => what === 'inside'),
    isDone: lines.some(([what]) => what === 'done'),
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
