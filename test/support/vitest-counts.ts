import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';
import { formatCounts } from '../../build/gate/counts.ts';

/**
 * Closes a run with the line `N passed, M failed`, which the gate adds up. A skipped test must give its reason by
 * `context.skip('reason')`, which is printed; one that gives none counts as failed.
 */
export default class VitestCounts implements Reporter {
  #isFiltered = false;

  onInit(vitest: Vitest): void {
    // `-t` skips everything that it does not name; those are not tests somebody switched off.
    this.#isFiltered = vitest.config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      counts.failed += module.errors().length; // a file that does not load has no test that could fail
      for (const test of module.children.allTests()) counts[this.#outcome(test)]++;
    }
    process.stdout.write(`${formatCounts(counts)}\n`);
  }

  #outcome(test: TestCase): 'passed' | 'failed' | 'skipped' {
    const result = test.result();
    if (result.state === 'passed' || result.state === 'failed') return result.state;
    if (this.#isFiltered) return 'skipped';
    const reason = result.state === 'skipped' ? result.note : undefined;
    process.stdout.write(`skipped: ${test.fullName}: ${reason ?? 'NO REASON GIVEN, counted as failed'}\n`);
    return reason === undefined ? 'failed' : 'skipped';
  }
}
