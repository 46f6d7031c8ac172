import type { FullResult, Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter';
import { formatCounts } from '../../build/gate/counts.ts';

/** A busy machine may spoil one; more than that is a test, or a program, that is not sound. */
const MOST_SECOND_TRIES = 2;

/**
 * Closes a run with the line `N passed, M failed`, which the gate adds up. A skipped test must give its reason by
 * `test.skip(condition, 'reason')`, which is printed; one that gives none counts as failed. One that passed only at its
 * second try is named with what the first one died of; more than a few of them fail the run.
 */
export default class PlaywrightCounts implements Reporter {
  #suite: Suite | undefined;
  #errors = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onError(_error: TestError): void {
    this.#errors++; // outside any test: a file that does not load, a failed global set-up
  }

  onEnd(result: FullResult): void {
    const counts = { passed: 0, failed: this.#errors, skipped: 0 };
    const tests = this.#suite?.allTests() ?? [];
    for (const test of tests) counts[outcome(test)]++;
    const again = tests.filter((test) => test.outcome() === 'flaky').length;
    if (again > MOST_SECOND_TRIES) {
      process.stdout.write(`${again} tests needed a second try, at most ${MOST_SECOND_TRIES} may\n`);
      counts.failed += 1;
    }
    if (result.status !== 'passed' && counts.failed === 0) counts.failed = 1; // interrupted or timed out as a whole
    process.stdout.write(`${formatCounts(counts)}\n`);
  }

  printsToStdio(): boolean {
    return false; // the list reporter beside this one shows the tests
  }
}

function outcome(test: TestCase): 'passed' | 'failed' | 'skipped' {
  const verdict = test.outcome();
  if (verdict === 'expected') return 'passed';
  if (verdict === 'flaky') {
    const message = test.results[0]?.error?.message?.split('\n')[0] ?? 'no message';
    process.stdout.write(`passed at the second try: ${test.titlePath().filter(Boolean).join(' › ')}: ${message}\n`);
    return 'passed';
  }
  if (verdict !== 'skipped') return 'failed';
  const reason = test.annotations.find((annotation) => annotation.type === 'skip')?.description;
  process.stdout.write(
    `skipped: ${test.titlePath().filter(Boolean).join(' › ')}: ${reason ?? 'NO REASON GIVEN, counted as failed'}\n`,
  );
  return reason === undefined ? 'failed' : 'skipped';
}
