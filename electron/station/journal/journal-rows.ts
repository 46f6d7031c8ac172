import type { Database } from 'better-sqlite3';
import type { DayId, StationId } from '../../../shared/ids.ts';
import { envelopeSchema, type Event } from '../../../shared/domain/events.ts';
import type { StoredEvent } from '../../../shared/contract/views.ts';
import { JournalReadError } from './journal-errors.ts';

/** An event as its table holds it: the bytes, their chain hash, and the checked copies. */
export interface EventRow {
  readonly arrival: number;
  readonly station: StationId;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: Buffer;
  readonly bytes: Buffer;
  readonly type: string;
  readonly at_ms: number;
  readonly room: string | null;
  readonly command_id: string | null;
}

/** A chain as its table holds it, copied from the chain's ChainOpened. */
export interface ChainRow {
  readonly station: StationId;
  readonly epoch: number;
  readonly label: string;
  readonly public_key: Buffer;
}

/** All that a journal file says, unchecked. */
export interface JournalContent {
  readonly genesisBytes: Buffer | null;
  readonly chains: readonly ChainRow[];
  /** In order of station, epoch, seq. While they are read nothing else can be done with the journal. */
  readonly rows: Iterable<EventRow>;
}

/** Reads the tables as they stand; for `verifyJournal`. */
export function readJournalContent(db: Database): JournalContent {
  const select = db.prepare<[], EventRow>(
    `SELECT arrival, station, epoch, seq, hash, bytes, type, at_ms, room, command_id
       FROM events ORDER BY station, epoch, seq`,
  );
  return {
    genesisBytes: readGenesisBytes(db),
    chains: listChainRows(db),
    // Begun only when somebody reads: an iteration that nobody ends would keep the connection busy for good.
    rows: { [Symbol.iterator]: () => select.iterate() },
  };
}

/** Every event in order of arrival, unchecked but for its form. Throws JournalReadError. */
export function listEvents(db: Database, day: DayId): readonly StoredEvent[] {
  const rows = db
    .prepare<[], Pick<EventRow, 'arrival' | 'hash' | 'bytes'>>(
      'SELECT arrival, hash, bytes FROM events ORDER BY arrival',
    )
    .all();
  return rows.map((row) => parseEventRow(day, row));
}

export function readGenesisBytes(db: Database): Buffer | null {
  return db.prepare<[], { bytes: Buffer }>('SELECT bytes FROM genesis').get()?.bytes ?? null;
}

export function listChainRows(db: Database): readonly ChainRow[] {
  return db.prepare<[], ChainRow>('SELECT station, epoch, label, public_key FROM chains ORDER BY station, epoch').all();
}

/** The event in a stored row. Throws JournalReadError when it is none, or one of another day. */
export function parseEventRow(day: DayId, row: Pick<EventRow, 'arrival' | 'hash' | 'bytes'>): StoredEvent {
  let envelope: unknown;
  try {
    envelope = envelopeSchema.parse(JSON.parse(row.bytes.toString('utf8')));
  } catch (thrown) {
    throw new JournalReadError(row.arrival, thrown);
  }
  const event = envelope as Event; // its data was checked by the station that accepted it
  if (event.day !== day) throw new JournalReadError(row.arrival, 'of another day');
  return { arrival: row.arrival, hash: row.hash.toString('hex'), event };
}
