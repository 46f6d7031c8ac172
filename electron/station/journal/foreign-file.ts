import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Head } from '../../../shared/domain/schema-parts.ts';
import type { DayId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { BUSY_TIMEOUT_MS } from '../sqlite/open-database.ts';
import { findRefusal } from '../sqlite/migrate.ts';
import { classifyStorageError, type StorageError, storageError } from '../sqlite/storage-error.ts';
import { type DayKind, dayIdOf, parseGenesis } from './genesis.ts';
import { readGenesisBytes } from './journal-rows.ts';
import { JOURNAL_SCHEMA } from './journal-schema.ts';
import type { ForeignEvent } from './plan-take-in.ts';

/** Another journal of a day, opened to be read only: a copy, another computer's, a damaged one. */
export interface ForeignFile {
  readonly day: DayId;
  readonly kind: DayKind;
  /** The last place of each chain as the file says, unchecked. */
  heads(): readonly Head[];
  /** Each chain's in order of seq; of a damaged file those that can still be read. */
  rows(): Iterable<ForeignEvent>;
  close(): void;
}

const SELECT = 'SELECT station, epoch, seq, hash, bytes FROM events';
/** Rows missed one after the other before the end is believed: many more than a few bad pages hold. */
const MISSES = 5000;

interface HeadRow extends Omit<Head, 'hash'> {
  readonly hash: Buffer;
}

/** Opens a journal that no station has open, changing nothing in it. */
export function openForeignFile(path: string): Result<ForeignFile, StorageError> {
  if (!existsSync(path)) return err(storageError('missing'));
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    const refusal = findRefusal({ db, path, schema: JOURNAL_SCHEMA, mayBeEmpty: false });
    const genesis = refusal === null ? parseGenesis(readGenesisBytes(db) ?? Buffer.alloc(0)) : null;
    if (genesis?.ok !== true) {
      db.close();
      return err(refusal ?? storageError('corrupt'));
    }
    return ok(readerOf(db, { day: dayIdOf(genesis.value), kind: genesis.value.kind }));
  } catch (thrown) {
    db?.close();
    const code = classifyStorageError(thrown);
    if (code === null) throw thrown;
    return err(storageError(code));
  }
}

function readerOf(db: Database.Database, named: Pick<ForeignFile, 'day' | 'kind'>): ForeignFile {
  return {
    ...named,
    heads: () =>
      db
        .prepare<[], HeadRow>(
          'SELECT station, epoch, max(seq) AS seq, hash FROM events GROUP BY station, epoch ORDER BY station, epoch',
        )
        .all()
        .map(({ hash, ...place }) => ({ ...place, hash: hash.toString('hex') })),
    rows: () => readableRows(db),
    close: () => void db.close(),
  };
}

/** In order of chain; of a damaged file in order of arrival what can still be reached, which keeps each chain's order too. */
function readableRows(db: Database.Database): readonly ForeignEvent[] {
  try {
    return db.prepare<[], ForeignEvent>(`${SELECT} ORDER BY station, epoch, seq`).all();
  } catch (thrown) {
    if (classifyStorageError(thrown) === null) throw thrown;
    return [...reachableRows(db)];
  }
}

/** One by one: a bad page takes only its own rows along. Every one of them is checked by its hash. */
function* reachableRows(db: Database.Database): Generator<ForeignEvent> {
  const select = db.prepare<[number], ForeignEvent>(`${SELECT} WHERE arrival = ?`);
  for (let arrival = 1, misses = 0; misses < MISSES; arrival += 1) {
    const row = reach(select, arrival);
    misses = row === undefined ? misses + 1 : 0;
    if (row !== undefined) yield row;
  }
}

function reach(select: Database.Statement<[number], ForeignEvent>, arrival: number): ForeignEvent | undefined {
  try {
    return select.get(arrival);
  } catch (thrown) {
    if (classifyStorageError(thrown) === null) throw thrown;
    return undefined;
  }
}
