import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { err, type Result } from '../../../shared/result.ts';
import { classifyStorageError, type StorageError, storageError } from '../sqlite/storage-error.ts';
import { verifyJournalFile } from './verify-file.ts';
import type { VerifyOptions, VerifyReport } from './verify-journal.ts';

/** What SQLite keeps beside a file: without it the newest records may be missing. */
const BESIDE = ['-wal', '-journal'] as const;
const ONLY_THIS_USER = 0o600;

/**
 * Verifies a journal without leaving a trace at its place, read-only places included. 'in-use' while a station has the file
 * open: what it writes meanwhile would be torn.
 */
export function verifyUntouched(
  path: string,
  options: Omit<VerifyOptions, 'content'>,
): Result<VerifyReport, StorageError> {
  return readUntouched(path, (copy) => verifyJournalFile(copy, options));
}

/** Reads a private copy of a journal, made with what lies beside the file, and removes it; else as `verifyUntouched`. */
export function readUntouched<T>(
  path: string,
  read: (copy: string) => Result<T, StorageError>,
): Result<T, StorageError> {
  let workDir: string | null = null;
  try {
    if (!existsSync(path)) return err(storageError('missing'));
    if (!statSync(path).isFile()) return err(storageError('foreign-file'));
    if (isHeldOpen(path)) return err(storageError('in-use'));
    workDir = mkdtempSync(join(tmpdir(), 'proctor-verify-'));
    const before = stampsOf(path);
    const copy = join(workDir, basename(path));
    for (const suffix of ['', ...BESIDE]) copyOne(path + suffix, copy + suffix);
    if (stampsOf(path) !== before) return err(storageError('in-use'));
    return read(copy);
  } catch (thrown) {
    const code = classifyStorageError(thrown);
    if (code === null) throw thrown;
    return err(storageError(code));
  } finally {
    if (workDir !== null) rmSync(workDir, { recursive: true, force: true });
  }
}

/**
 * A station holds its journal by SQLite's exclusive lock. Asked for in exclusive mode, a connection that only reads finds
 * that lock, and is refused its own before it would make anything beside the file.
 */
function isHeldOpen(path: string): boolean {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.prepare('SELECT 1 FROM sqlite_schema').get();
    return false;
  } catch (thrown) {
    return classifyStorageError(thrown) === 'in-use';
  } finally {
    db.close();
  }
}

function copyOne(from: string, to: string): void {
  if (!existsSync(from)) return;
  copyFileSync(from, to);
  chmodSync(to, ONLY_THIS_USER);
}

/** Differs when a station has begun to write meanwhile. */
function stampsOf(path: string): string {
  const stamps = ['', ...BESIDE].map((suffix) => {
    const stats = statSync(path + suffix, { throwIfNoEntry: false });
    return stats === undefined ? '-' : `${stats.size} ${stats.mtimeMs}`;
  });
  return stamps.join('|');
}
