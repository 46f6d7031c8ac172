import { addCounts, type Counts } from './counts.ts';
import type { Stage } from './stages.ts';

export interface StageReport {
  readonly name: string;
  readonly counts: Counts;
  readonly seconds: number;
}

export interface RunOptions {
  /** How many stages run at once. With more than one, a stage's lines are held back until it ends. */
  readonly concurrency: number;
  /** Reports of the stages that have run before. */
  readonly before?: readonly StageReport[];
  readonly print: (line: string) => void;
}

/** Runs the stages in order, all of them whatever fails, except one whose needs have failed: that one fails unrun. */
export async function runStages(
  stages: readonly Stage[],
  { concurrency, before = [], print }: RunOptions,
): Promise<readonly StageReport[]> {
  const waiting = [...stages];
  const reports: StageReport[] = [];

  async function work(): Promise<void> {
    for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift()) {
      const held: string[] = [];
      const startedAtMs = performance.now();
      if (concurrency === 1) print(`── ${stage.name}`);
      const counts = await runStage(stage, before, concurrency === 1 ? print : (line) => held.push(line));
      const report = { name: stage.name, counts, seconds: (performance.now() - startedAtMs) / 1000 };
      reports.push(report);
      print(`${counts.failed === 0 ? '✓' : '✗'} ${report.name} (${report.seconds.toFixed(1)} s)`);
      held.forEach((line) => print(`  ${line}`));
    }
  }

  await Promise.all(Array.from({ length: concurrency }, work));
  return reports;
}

async function runStage(stage: Stage, before: readonly StageReport[], print: (line: string) => void): Promise<Counts> {
  const unmet =
    stage.needs?.filter((need) => before.some(({ name, counts }) => name === need && counts.failed > 0)) ?? [];
  if (unmet.length === 0) return stage.run(print);
  print(`not run: ${unmet.join(' and ')} failed`);
  return { passed: 0, failed: 1, skipped: 0 };
}

export function sumOf(reports: readonly StageReport[]): Counts {
  return addCounts(reports.map((report) => report.counts));
}
