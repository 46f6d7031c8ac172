import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

/** Whether dist/renderer is there and not older than any of its sources (a folder's own time tells of deleted files). */
export function isRendererFresh(): boolean {
  const built = statSync(join(PROJECT_DIR, 'dist', 'renderer', 'index.html'), { throwIfNoEntry: false });
  return built !== undefined && SOURCES.every((source) => newestMs(join(PROJECT_DIR, source)) <= built.mtimeMs);
}

function newestMs(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}
