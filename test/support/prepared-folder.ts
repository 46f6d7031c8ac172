import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Prepared {
  readonly dir: string;
  readonly told: unknown;
}

const prepared = new Map<(dataDir: string) => Promise<unknown>, Promise<Prepared>>();

/**
 * Fills a data folder as `prepare` does. It runs once in a process, on a folder of its own that every test gets a copy of:
 * what a morning leads up to is the same each time, and takes seconds. Answers what `prepare` answered.
 */
export async function fillFolder<T>(dataDir: string, prepare: (dataDir: string) => Promise<T>): Promise<T> {
  const known = prepared.get(prepare) ?? prepareOnce(prepare);
  prepared.set(prepare, known);
  const { dir, told } = await known;
  cpSync(dir, dataDir, { recursive: true });
  return told as T; // made by this very function
}

async function prepareOnce(prepare: (dataDir: string) => Promise<unknown>): Promise<Prepared> {
  const dir = mkdtempSync(join(tmpdir(), 'proctor-prepared-'));
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
  return { dir, told: await prepare(dir) };
}
