import { join } from 'node:path';
import { isFresh } from './freshness.ts';
import { runTool } from './tools.ts';

const PROJECT_DIR = join(import.meta.dirname, '..');
/** Everything the screens are made of. */
const SOURCES = ['renderer', 'shared', 'build/renderer.config.ts', 'package-lock.json'];

/** Builds the screens into dist/renderer; answers null, or what the bundler said when it failed. */
export async function buildRenderer(): Promise<string | null> {
  const args = ['build', '--config', 'build/renderer.config.ts', '--logLevel', 'warn'];
  const { exitCode, output } = await runTool('vite', args, { cwd: PROJECT_DIR });
  return exitCode === 0 ? null : output;
}

/** Whether dist/renderer is there and not older than any of its sources. */
export function isRendererFresh(): boolean {
  return isFresh('dist/renderer/index.html', SOURCES);
}
