import { join } from 'node:path';
import { isFresh } from './freshness.ts';
import { buildAside } from './put-in-place.ts';
import { runTool } from './tools.ts';

const PROJECT_DIR = join(import.meta.dirname, '..');
/** Everything the screens are made of. */
const SOURCES = ['renderer', 'shared', 'build/renderer.config.ts', 'package-lock.json'];

/**
 * Builds the screens into dist/renderer, unless another start has done so meanwhile; answers null, or what the bundler said
 * when it failed.
 */
export async function buildRenderer(): Promise<string | null> {
  let problem: string | null = null;
  await buildAside(join(PROJECT_DIR, 'dist', 'renderer'), async (dir) => {
    const args = ['build', '--config', 'build/renderer.config.ts', '--logLevel', 'warn', '--outDir', dir];
    const { exitCode, output } = await runTool('vite', args, { cwd: PROJECT_DIR });
    problem = exitCode === 0 ? null : output;
    return problem === null && !isRendererFresh();
  }).catch((error: unknown) => {
    problem = error instanceof Error ? error.message : String(error); // a folder that takes no files
  });
  return problem;
}

/** Whether dist/renderer is there and not older than any of its sources. */
export function isRendererFresh(): boolean {
  return isFresh('dist/renderer/index.html', SOURCES);
}
