import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PROJECT_DIR = join(import.meta.dirname, '..');

/** Whether a built file is there and not older than any of its sources (a folder's own time tells of deleted files). */
export function isFresh(built: string, sources: readonly string[]): boolean {
  const found = statSync(join(PROJECT_DIR, built), { throwIfNoEntry: false });
  return found !== undefined && sources.every((source) => newestMs(join(PROJECT_DIR, source)) <= found.mtimeMs);
}

function newestMs(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}
