import { describe, expect, it } from 'vitest';
import { runStages, sumOf } from '../../../../build/gate/run-stages.ts';
import type { Stage } from '../../../../build/gate/stages.ts';

function stage(name: string, failed: number, needs: readonly string[] = []): Stage {
  return {
    name,
    needs,
    run: (print) => {
      print(`${name} speaks`);
      return Promise.resolve({ passed: 1, failed, skipped: 0 });
    },
  };
}

async function run(stages: readonly Stage[], concurrency: number) {
  const lines: string[] = [];
  const reports = await runStages(stages, { concurrency, print: (line) => lines.push(line) });
  return { reports, lines };
}

describe('the gate', () => {
  it('runs every stage, whatever fails before it, and sums their counts', async () => {
    const { reports } = await run([stage('first', 2), stage('second', 0), stage('third', 1)], 1);
    expect(reports.map(({ name }) => name)).toEqual(['first', 'second', 'third']);
    expect(sumOf(reports)).toEqual({ passed: 3, failed: 3, skipped: 0 });
  });

  it('fails a stage unrun when what it needs has failed', async () => {
    const { reports: before } = await run([stage('build', 1), stage('system', 0)], 2);
    const lines: string[] = [];
    const options = { concurrency: 1, before, print: (line: string): void => void lines.push(line) };
    const reports = await runStages([stage('browser tests', 0, ['system', 'build'])], options);
    expect(sumOf(reports)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(lines).toContain('not run: build failed');
    expect(lines).not.toContain('browser tests speaks');
  });

  it('prints the lines of stages that run side by side below their verdict, not mixed', async () => {
    const { lines } = await run([stage('a', 0), stage('b', 1)], 2);
    expect(lines.map((line) => line.replace(/\([\d.]+ s\)/, '(… s)'))).toEqual([
      '✓ a (… s)',
      '  a speaks',
      '✗ b (… s)',
      '  b speaks',
    ]);
  });
});
