import type { Database } from 'better-sqlite3';
import type { DayEntry } from '../../../shared/contract/views.ts';
import type { Head } from '../../../shared/domain/schema-parts.ts';
import type { DayId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { assertInPlace, type PlaceTrouble, type PlaceWatch, watchPlace } from '../disk/place-watch.ts';
import type { DayKind } from '../journal/genesis.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { type StorageError, type StorageErrorCode, storageError } from '../sqlite/storage-error.ts';
import { type IdentitySources, loadIdentity, type StationIdentity } from './identity.ts';
import { STATION_SCHEMA } from './station-schema.ts';

/** A day on this computer and the file that holds it. */
export interface DayRecord extends DayEntry {
  /** Name of the journal in the data folder. */
  readonly fileName: string;
  readonly madeAtMs: number;
}

/** What the station remembers between days; values are the caller's texts, without personal data. */
export type SettingName = 'current-day' | 'backup-place' | 'kind' | 'restart-check';

interface DayRow extends DayEntry {
  readonly file_name: string;
  readonly made_at_ms: number;
}

/** The station's own file, open for this process alone: holding it is holding the data folder. */
export class StationDb {
  readonly identity: StationIdentity;
  readonly #db: Database;
  readonly #place: PlaceWatch;

  constructor(db: Database, identity: StationIdentity) {
    this.#db = db;
    this.#place = watchPlace(db.name);
    this.identity = identity;
  }

  findSetting(name: SettingName): string | null {
    const row = this.#db.prepare<[string], { value: string }>('SELECT value FROM settings WHERE name = ?').get(name);
    return row?.value ?? null;
  }

  /** Null removes it. */
  putSetting(name: SettingName, value: string | null): void {
    assertInPlace(this.#place);
    if (value === null) {
      this.#db.prepare('DELETE FROM settings WHERE name = ?').run(name);
      return;
    }
    this.#db
      .prepare(
        'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      )
      .run(name, value);
  }

  /** Enters a day whose journal exists, and makes it the current one; both or neither. Throws when the day is entered already. */
  addDay({ day, kind, title, date, fileName, madeAtMs }: DayRecord): void {
    assertInPlace(this.#place);
    this.#db
      .transaction(() => {
        this.#db
          .prepare('INSERT INTO days (day, kind, title, date, file_name, made_at_ms) VALUES (?, ?, ?, ?, ?, ?)')
          .run(day, kind, title, date, fileName, madeAtMs);
        this.putSetting('current-day', day);
      })
      .immediate();
  }

  /** Newest first by exam date, then by when they were made. */
  listDays(): readonly DayRecord[] {
    return this.#db
      .prepare<[], DayRow>(
        'SELECT day, kind, title, date, file_name, made_at_ms FROM days ORDER BY date DESC, made_at_ms DESC, day',
      )
      .all()
      .map(({ file_name: fileName, made_at_ms: madeAtMs, ...entry }) => ({ ...entry, fileName, madeAtMs }));
  }

  /** The day that the station works on; null before the first. */
  findCurrentDay(): DayRecord | null {
    const current = this.findSetting('current-day');
    return this.listDays().find(({ day }) => day === current) ?? null;
  }

  /** Throws when no such day is entered. */
  setCurrentDay(day: DayId): void {
    if (!this.listDays().some((known) => known.day === day)) throw new Error('no such day');
    this.putSetting('current-day', day);
  }

  /**
   * Notes how far a chain is known; an earlier or equal place changes nothing. It outlives the death of the process; a
   * power cut may take the newest notes, for they are not waited for: a journal that is shorter than its note has lost
   * something, one that is longer has not.
   */
  noteHead(day: DayId, { station, epoch, seq, hash }: Head): void {
    this.#db.pragma('synchronous = NORMAL');
    try {
      this.#db
        .prepare(
          `INSERT INTO heads (day, station, epoch, seq, hash) VALUES (?, ?, ?, ?, ?)
             ON CONFLICT (day, station, epoch) DO UPDATE SET seq = excluded.seq, hash = excluded.hash
             WHERE excluded.seq > heads.seq`,
        )
        .run(day, station, epoch, seq, hash);
    } finally {
      this.#db.pragma('synchronous = FULL');
    }
  }

  /** The farthest place noted of each chain of a day, in order of station and epoch. */
  notedHeads(day: DayId): readonly Head[] {
    return this.#db
      .prepare<[string], Head>('SELECT station, epoch, seq, hash FROM heads WHERE day = ? ORDER BY station, epoch')
      .all(day);
  }

  /** Whether the file still stands where it was opened. Some microseconds; never throws. */
  placeTrouble(): PlaceTrouble | null {
    return this.#place.trouble();
  }

  /** Idempotent. */
  close(): void {
    this.#db.close();
  }
}

export interface OpenStationDbOptions extends IdentitySources {
  readonly path: string;
  /** What the folder is for; a new one remembers it, one of the other kind is refused. */
  readonly kind: DayKind;
}

/**
 * Opens or makes the station's file. 'in-use' means that a station runs on this data folder, 'kind-differs' that it is a
 * rehearsal's folder where a real one is wanted, or the reverse: nothing in it is changed then.
 */
export function openStationDb({
  path,
  kind,
  ...sources
}: OpenStationDbOptions): Result<StationDb, StorageError<StorageErrorCode | 'kind-differs'>> {
  const opened = openDatabase({ path, schema: STATION_SCHEMA, mustExist: false });
  if (!opened.ok) return opened;
  const db = opened.value;
  try {
    const known = findKind(db);
    if (known !== null && known !== kind) {
      db.close();
      return err(storageError('kind-differs', { file: known }));
    }
    // Before the identity: a crash between the two must not leave a rehearsal's folder that counts as a real one.
    if (known === null) db.prepare("INSERT INTO settings (name, value) VALUES ('kind', ?)").run(kind);
    return ok(new StationDb(db, loadIdentity(db, sources)));
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}

/** What the folder was made for; null when it is new. Folders made before rehearsals existed say nothing and are real. */
function findKind(db: Database): string | null {
  const kind = db.prepare<[], { value: string }>("SELECT value FROM settings WHERE name = 'kind'").get();
  if (kind !== undefined) return kind.value;
  return db.prepare('SELECT 1 FROM identity').get() === undefined ? null : 'real';
}
