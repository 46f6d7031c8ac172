import { existsSync, unlinkSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { DayId, StationId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { createPrivateFile, moveDurably } from '../files/durable-files.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { migrate } from '../sqlite/migrate.ts';
import { classifyStorageError, storageError } from '../sqlite/storage-error.ts';
import { type DayKind, dayIdOf, type Genesis, genesisBytes, parseGenesis } from './genesis.ts';
import { Journal } from './journal.ts';
import { type JournalError, JournalReadError } from './journal-errors.ts';
import { readGenesisBytes } from './journal-rows.ts';
import { JOURNAL_SCHEMA } from './journal-schema.ts';

export interface CreateJournalOptions {
  /** Where the file is to stand; its folder exists. */
  readonly path: string;
  readonly genesis: Genesis;
  readonly station: StationId;
}

export interface OpenJournalOptions {
  readonly path: string;
  readonly kind: DayKind;
  /** The day it must be, null when any will do. */
  readonly day: DayId | null;
  /** Who writes in it from now on; it need not have a chain in it yet. */
  readonly station: StationId;
}

/** Makes a day's journal with its genesis and no event, and opens it. A crash leaves either nothing at `path` or all. */
export function createJournal({ path, genesis, station }: CreateJournalOptions): Result<Journal, JournalError> {
  if (existsSync(path)) return err(storageError('exists'));
  try {
    const unfinished = `${path}.new`;
    if (existsSync(unfinished)) unlinkSync(unfinished);
    writeEmptyJournal(unfinished, genesis);
    moveDurably(unfinished, path);
  } catch (thrown) {
    const code = classifyStorageError(thrown);
    if (code === null) throw thrown;
    return err(storageError(code));
  }
  return openJournal({ path, kind: genesis.kind, day: dayIdOf(genesis), station });
}

/** Opens a journal for this process alone, or says why not; a rehearsal's is refused as a real day's and the reverse. */
export function openJournal({ path, kind, day, station }: OpenJournalOptions): Result<Journal, JournalError> {
  const opened = openDatabase({ path, schema: JOURNAL_SCHEMA, mustExist: true });
  if (!opened.ok) return opened;
  const db = opened.value;
  const journal = readJournal(db, { kind, day, station });
  if (!journal.ok) db.close();
  return journal;
}

function readJournal(
  db: Database.Database,
  { kind, day, station }: Omit<OpenJournalOptions, 'path'>,
): Result<Journal, JournalError> {
  const genesis = parseGenesis(readGenesisBytes(db) ?? Buffer.alloc(0));
  if (!genesis.ok) return err(storageError('corrupt'));
  if (genesis.value.kind !== kind) return err(storageError('kind-differs', { file: genesis.value.kind }));
  const fileDay = dayIdOf(genesis.value);
  if (day !== null && fileDay !== day) return err(storageError('day-differs', { file: fileDay }));
  try {
    return ok(new Journal(db, genesis.value, station));
  } catch (thrown) {
    if (thrown instanceof JournalReadError) return err(storageError('corrupt', { arrival: thrown.arrival }));
    throw thrown;
  }
}

/** A plain file without a WAL beside it, so that it can be moved into its place in one step. */
function writeEmptyJournal(path: string, genesis: Genesis): void {
  createPrivateFile(path);
  const db = new Database(path, { fileMustExist: true });
  try {
    const made = migrate({ db, path, schema: JOURNAL_SCHEMA, mayBeEmpty: true });
    if (!made.ok) throw new Error(`a new file is refused: ${made.error.code}`);
    db.prepare('INSERT INTO genesis (one, bytes) VALUES (1, ?)').run(genesisBytes(genesis));
  } finally {
    db.close();
  }
}
