import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/result.ts';
import { createPrivateFile } from '../files/durable-files.ts';
import { findRefusal, migrate, type Schema } from './migrate.ts';
import { classifyStorageError, type StorageError, storageError } from './storage-error.ts';

export interface OpenOptions {
  readonly path: string;
  readonly schema: Schema;
  /** true: a file that is not there is 'missing', an empty one 'foreign-file'; false: both become a new file. */
  readonly mustExist: boolean;
}

/** Long enough for a station that is just closing, short enough to say "already open" at once. */
export const BUSY_TIMEOUT_MS = 1000;

/**
 * Opens a file of the data folder for this process alone, durable (WAL, every commit synced) and at the program's
 * schema version. The lock is SQLite's own on the file, so a killed process leaves none behind.
 */
export function openDatabase(options: OpenOptions): Result<Database.Database, StorageError> {
  let db: Database.Database | null = null;
  try {
    if (!existsSync(options.path)) {
      if (options.mustExist) return err(storageError('missing'));
      createPrivateFile(options.path);
    }
    db = new Database(options.path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    const error = prepare(db, options);
    if (error === null) return ok(db);
    db.close();
    return err(error);
  } catch (thrown) {
    db?.close();
    const code = classifyStorageError(thrown);
    if (code === null) throw thrown;
    return err(storageError(code));
  }
}

function prepare(db: Database.Database, { path, schema, mustExist }: OpenOptions): StorageError | null {
  db.pragma('locking_mode = EXCLUSIVE');
  const migration = { db, path, schema, mayBeEmpty: !mustExist };
  // Before anything is written: a stranger's file must stay as it is.
  const refusal = findRefusal(migration);
  if (refusal !== null) return refusal;

  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  // Where a plain sync stops in the drive's cache (macOS), go through it.
  db.pragma('fullfsync = ON');
  db.pragma('foreign_keys = ON');
  // A file from elsewhere may carry triggers and views: they get no functions with side effects.
  db.pragma('trusted_schema = OFF');
  db.pragma('temp_store = MEMORY');
  // The exclusive lock is taken at the first write, not by the pragma.
  db.exec('BEGIN IMMEDIATE; COMMIT');
  if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') return storageError('corrupt');
  const migrated = migrate(migration);
  return migrated.ok ? null : migrated.error;
}
