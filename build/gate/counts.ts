/** How many tests of a run ended which way. A gate without tests of its own (types, lint, …) counts as one. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const COUNTS_LINE = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/;

/** The one form in which counts are printed; skips are named only where there are some. */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** Reads a line that `formatCounts` wrote; undefined for any other line. */
export function parseCounts(line: string): Counts | undefined {
  const match = COUNTS_LINE.exec(line.trim());
  if (match === null) return undefined;
  const [, passed, failed, skipped] = match;
  return { passed: Number(passed), failed: Number(failed), skipped: Number(skipped ?? 0) };
}

export function addCounts(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/**
 * What a finished test runner counts for. Its exit code and its counts must agree: a runner that ended badly without a
 * failed test (a crash, no test found) is one failure, and so is one that says nothing at all.
 */
export function countsOfRun(exitCode: number, printed: Counts | undefined): Counts {
  if (printed === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const ranNothing = printed.passed + printed.failed + printed.skipped === 0;
  if ((exitCode !== 0 || ranNothing) && printed.failed === 0) return { ...printed, failed: 1 };
  return printed;
}
