import { describe, expect, it } from 'vitest';
import { addCounts, countsOfRun, formatCounts, parseCounts } from '../../../../build/gate/counts.ts';

describe('the line of counts', () => {
  it.each([
    [{ passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
    [{ passed: 1, failed: 2, skipped: 3 }, '1 passed, 2 failed, 3 skipped'],
  ])('%o is written as "%s" and read back', (counts, line) => {
    expect(formatCounts(counts)).toBe(line);
    expect(parseCounts(line)).toEqual(counts);
  });

  it.each(['Tests  3 passed (3)', '  1 failed', 'said: 1 passed, 0 failed', ''])('"%s" is not one', (line) => {
    expect(parseCounts(line)).toBeUndefined();
  });

  it('adds up', () => {
    expect(addCounts([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(addCounts([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
  });
});

describe('a finished run', () => {
  it('counts as it says when it agrees with its exit code', () => {
    expect(countsOfRun(0, { passed: 2, failed: 0, skipped: 0 })).toEqual({ passed: 2, failed: 0, skipped: 0 });
    expect(countsOfRun(1, { passed: 2, failed: 1, skipped: 0 })).toEqual({ passed: 2, failed: 1, skipped: 0 });
  });

  it.each([
    ['said nothing', 0, undefined],
    ['ran no test', 0, { passed: 0, failed: 0, skipped: 0 }],
    ['ended badly without a failed test', 137, { passed: 5, failed: 0, skipped: 0 }],
  ])('is a failure when it %s', (_what, exitCode, printed) => {
    expect(countsOfRun(exitCode, printed).failed).toBe(1);
  });
});
