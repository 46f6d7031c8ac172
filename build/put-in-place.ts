import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Lets `make` fill a folder of its own beside `outDir` and puts that folder in its place in one step: a build that is ended
 * in the middle leaves the old one, and two at once do not write into each other. Where `make` answers false nothing is
 * put in place.
 */
export async function buildAside(outDir: string, make: (dir: string) => Promise<boolean>): Promise<void> {
  mkdirSync(dirname(outDir), { recursive: true });
  const aside = mkdtempSync(join(dirname(outDir), `.${basename(outDir)}-`));
  try {
    const fresh = join(aside, 'new');
    if (await make(fresh)) putInPlace(fresh, outDir, join(aside, 'old'));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function putInPlace(fresh: string, outDir: string, old: string): void {
  moveUnless(['ENOENT'], outDir, old);
  // Another build of the same sources may just have put its own there: one is as good as the other.
  moveUnless(['ENOTEMPTY', 'EEXIST', 'EPERM'], fresh, outDir);
}

function moveUnless(codes: readonly string[], from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && codes.includes(String(error.code)))) throw error;
  }
}
