import { existsSync, unlinkSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/result.ts';
import { moveDurably } from '../files/durable-files.ts';
import { type StorageError, storageError } from './storage-error.ts';

/** One step of a file's schema. Frozen once released: a change is a new step. */
export interface Migration {
  /** 1, 2, 3 … without gaps. */
  readonly version: number;
  readonly sql: string;
}

/** What marks a file as one of a kind, and how it came to its present form. */
export interface Schema {
  /** SQLite's application_id: tells a journal from a station file from a stranger's. */
  readonly applicationId: number;
  readonly migrations: readonly Migration[];
}

export interface MigrateOptions {
  readonly db: Database;
  readonly path: string;
  readonly schema: Schema;
  /** Whether a file without any content is taken as a new one. */
  readonly mayBeEmpty: boolean;
}

/**
 * Brings a file to the program's schema version, each step in one transaction. A file of another kind or of a newer
 * program is refused untouched. Before the first step on a file with content a copy `<path>.before-v<version>` is made.
 * Throws what SQLite throws.
 */
export function migrate(options: MigrateOptions): Result<void, StorageError> {
  const { db, schema } = options;
  const refusal = findRefusal(options);
  if (refusal !== null) return err(refusal);

  const fileVersion = readNumber(db, 'user_version');
  const pending = schema.migrations.filter(({ version }) => version > fileVersion);
  const last = pending.at(-1);
  if (last === undefined) return ok(undefined);
  if (fileVersion > 0) copyBefore(db, `${options.path}.before-v${last.version}`);
  for (const step of pending) {
    db.transaction(() => {
      db.exec(step.sql);
      db.pragma(`application_id = ${schema.applicationId}`);
      db.pragma(`user_version = ${step.version}`);
    }).immediate();
  }
  return ok(undefined);
}

/** Whether the file is what it is opened as; reads only. */
export function findRefusal({ db, schema, mayBeEmpty }: MigrateOptions): StorageError | null {
  const fileVersion = readNumber(db, 'user_version');
  const programVersion = schema.migrations.at(-1)?.version ?? 0;
  if (fileVersion === 0) {
    const isEmpty = db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
    return isEmpty && mayBeEmpty ? null : storageError('foreign-file');
  }
  if (readNumber(db, 'application_id') !== schema.applicationId) return storageError('foreign-file');
  if (fileVersion > programVersion) return storageError('newer-file', { file: fileVersion, program: programVersion });
  return null;
}

/** Made anew at each attempt: after a failed one the file may have grown. */
function copyBefore(db: Database, copyPath: string): void {
  const unfinished = `${copyPath}.new`;
  if (existsSync(unfinished)) unlinkSync(unfinished);
  db.prepare('VACUUM INTO ?').run(unfinished);
  moveDurably(unfinished, copyPath);
}

function readNumber(db: Database, pragma: 'user_version' | 'application_id'): number {
  return Number(db.pragma(pragma, { simple: true }));
}
