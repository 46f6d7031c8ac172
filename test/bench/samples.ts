/** Durations of one act done many times, in milliseconds. */
export interface Samples {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** The percentiles by nearest rank: each is a duration that was really measured. Throws without any. */
export function samplesOf(durationsMs: readonly number[]): Samples {
  const sorted = durationsMs.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
    if (value === undefined) throw new Error('nothing was measured');
    return value;
  };
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** The middle one of a few runs. */
export function medianOf(durationsMs: readonly number[]): number {
  return samplesOf(durationsMs).p50;
}

/** How long `act` takes, real milliseconds. */
export async function timed(act: () => unknown): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/** The same for an act that answers at once: no turn of the event loop is measured with it. */
export function timedSync(act: () => void): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}
