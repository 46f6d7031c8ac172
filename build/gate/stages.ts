import { runTool, type Tool, type ToolRun } from '../tools.ts';
import { provideSystemNeeds } from '../system/install-needs.ts';
import { checkTypes } from './check-types.ts';
import { type Counts, countsOfRun, parseCounts } from './counts.ts';

/** One step of the gate: runs to its end, never rejects, and says how much passed. */
export interface Stage {
  readonly name: string;
  /** Stages that must have passed, or this one fails without being run. */
  readonly needs?: readonly string[];
  readonly run: (print: (line: string) => void) => Promise<Counts>;
}

/** A stage that hangs must not hang the gate: the whole is to end within ten minutes. */
const STAGE_LIMIT_MS = 8 * 60_000;

/** Steps that do not disturb each other: run side by side, before any test. */
export function staticStages(projectDir: string): readonly Stage[] {
  return [
    // First, because it may wait for the network while the others work.
    verdictStage('system', () => provideSystemNeeds()),
    verdictStage('types', () => checkTypes(projectDir)),
    verdictStage('lint', () => runTool('oxlint', ['--type-aware'], { cwd: projectDir })),
    verdictStage('format', () => runTool('biome', ['format'], { cwd: projectDir })),
    verdictStage('dead code', () => runTool('knip', [], { cwd: projectDir })),
    verdictStage('build', () =>
      runTool('vite', ['build', '--config', 'build/renderer.config.ts', '--logLevel', 'warn'], { cwd: projectDir }),
    ),
  ];
}

/** The tests: one after the other, because each uses all processors. */
export function testStages(projectDir: string): readonly Stage[] {
  return [
    runnerStage('tests', 'vitest', ['run'], { projectDir }),
    runnerStage('browser tests', 'playwright', ['test'], { projectDir, needs: ['system', 'build'] }),
  ];
}

/** A check with one verdict counts as one test; what it says matters only when it fails. */
function verdictStage(name: string, check: () => Promise<ToolRun>): Stage {
  return {
    name,
    run: async (print) => {
      const { exitCode, output } = await check();
      if (exitCode !== 0 || name === 'system') output.trimEnd().split('\n').filter(Boolean).forEach(print);
      return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
    },
  };
}

/** A test runner shows its progress as it goes; its line of counts is taken in and not shown, the gate prints the sum. */
function runnerStage(
  name: string,
  tool: Tool,
  args: readonly string[],
  { projectDir, needs }: { readonly projectDir: string; readonly needs?: readonly string[] },
): Stage {
  return {
    name,
    ...(needs === undefined ? {} : { needs }),
    run: async (print) => {
      let printed: Counts | undefined;
      const { exitCode } = await runTool(tool, args, {
        cwd: projectDir,
        limitMs: STAGE_LIMIT_MS,
        onLine: (line) => {
          const counts = parseCounts(line);
          if (counts === undefined) print(line);
          else printed = counts;
        },
      });
      return countsOfRun(exitCode, printed);
    },
  };
}
