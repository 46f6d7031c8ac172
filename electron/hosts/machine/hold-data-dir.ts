import { join } from 'node:path';
import Database from 'better-sqlite3';

/** As long as it is held, no second station opens the folder. */
export interface DataDirHold {
  release(): void;
}

/**
 * Takes the data folder for this process; null when another process has it. The lock is SQLite's own on an empty file:
 * unlike a file with a process number it ends with the process, however that ends, and works on every system alike.
 */
export function holdDataDir(dataDir: string): DataDirHold | null {
  const lock = new Database(join(dataDir, 'host.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  return { release: () => lock.close() };
}
