import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/result.ts';
import { BUSY_TIMEOUT_MS } from '../sqlite/open-database.ts';
import { findRefusal } from '../sqlite/migrate.ts';
import { classifyStorageError, type StorageError, storageError } from '../sqlite/storage-error.ts';
import { readJournalContent } from './journal-rows.ts';
import { JOURNAL_SCHEMA } from './journal-schema.ts';
import { type VerifyOptions, type VerifyReport, verifyJournal } from './verify-journal.ts';

/** Verifies a journal file that no station has open (a backup, a copy, evidence), changing nothing in it. */
export function verifyJournalFile(
  path: string,
  options: Omit<VerifyOptions, 'content'>,
): Result<VerifyReport, StorageError> {
  if (!existsSync(path)) return err(storageError('missing'));
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    const refusal = findRefusal({ db, path, schema: JOURNAL_SCHEMA, mayBeEmpty: false });
    if (refusal !== null) return err(refusal);
    return ok(verifyJournal({ ...options, content: readJournalContent(db) }));
  } catch (thrown) {
    const code = hasLostTables(thrown) ? 'corrupt' : classifyStorageError(thrown);
    if (code === null) throw thrown;
    return err(storageError(code));
  } finally {
    db?.close();
  }
}

/** Our own statements are sound: what SQLite does not find is a table or a column that somebody has taken out. */
function hasLostTables(thrown: unknown): boolean {
  return thrown instanceof Database.SqliteError && thrown.code === 'SQLITE_ERROR';
}
