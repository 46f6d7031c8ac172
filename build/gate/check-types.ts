import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runTool, type ToolRun } from '../tools.ts';
import { LAYERS } from './layers.ts';

/**
 * Type-checks every layer that exists under its own tsconfig.json (its runtime's globals and no other's), and the root's
 * configuration files under the root's. A message that several layers share is given once.
 */
export async function checkTypes(projectDir: string): Promise<ToolRun> {
  const folders = LAYERS.map((layer) => layer.folder).filter((folder) => existsSync(join(projectDir, folder)));
  const runs = await Promise.all(
    ['.', ...folders].map((folder) => runTool('tsc', ['-p', folder, '--pretty', 'false'], { cwd: projectDir })),
  );
  const messages = new Set(runs.flatMap((run) => splitMessages(run.output)));
  return { exitCode: runs.some((run) => run.exitCode !== 0) ? 1 : 0, output: [...messages].sort().join('\n') };
}

/** tsc indents the lines that continue a message. */
function splitMessages(output: string): string[] {
  return output.split(/\n(?! )/).filter((message) => message !== '');
}
