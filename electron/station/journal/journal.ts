import type { Database, Statement } from 'better-sqlite3';
import type { StoredEvent } from '../../../shared/contract/views.ts';
import type { EventRef, Head } from '../../../shared/domain/schema-parts.ts';
import type { CommandId, DayId, StationId } from '../../../shared/ids.ts';
import type { Hlc } from '../../../shared/sync/hybrid-clock.ts';
import { assertInPlace, FileOutOfPlace, type PlaceTrouble, type PlaceWatch, watchPlace } from '../disk/place-watch.ts';
import { classifyStorageError } from '../sqlite/storage-error.ts';
import { type ChainEnd, findOwnEnd, goesOnFrom, latestHlc, readChainEnds } from './chain-heads.ts';
import { dayIdOf, type Genesis, genesisHash } from './genesis.ts';
import { stationIdOf } from './head-signature.ts';
import { JournalWriteError } from './journal-errors.ts';
import { type EventRow, type JournalContent, parseEventRow, readJournalContent } from './journal-rows.ts';
import { type EventDraft, type PlannedEvent, planBatch } from './plan-batch.ts';
import { type ForeignEvent, planTakeIn, type TakeInFault } from './plan-take-in.ts';

/** One command's facts, or the station's own when `command` is null. */
export interface Batch {
  readonly command: {
    readonly id: CommandId;
    /** Keyed hash of method and input: the same id with another input is a misuse, not a repetition. */
    readonly inputHash: string;
    /** What its answer holds beside the events, as text without personal data; kept, given back by `findAnswer`. */
    readonly extra?: string;
  } | null;
  /** May be empty for a command that was rightly answered without a new fact. */
  readonly drafts: readonly EventDraft[];
}

export interface StoredAnswer {
  /** Null where it came in with another file's events, which do not tell. */
  readonly inputHash: string | null;
  readonly events: readonly StoredEvent[];
  readonly extra: string | null;
}

type ReadRow = Pick<EventRow, 'arrival' | 'hash' | 'bytes'>;
interface AnswerRow {
  readonly input_hash: string;
  readonly first_arrival: number | null;
  readonly last_arrival: number | null;
  readonly extra: string | null;
}

/** One step of a copy: well under a millisecond, 4 KiB a page. */
const COPY_PAGES = 64;

/** In place of the input's hash, for a command whose events came in from another file. */
const TAKEN_IN = '';

const INSERT_CHAIN = 'INSERT INTO chains (station, epoch, label, public_key) VALUES (?, ?, ?, ?)';
const INSERT_EVENT = `INSERT INTO events (arrival, station, epoch, seq, hash, bytes, type, at_ms, room, command_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_ANSWER = `INSERT INTO command_answers (command_id, input_hash, first_arrival, last_arrival, extra)
  VALUES (?, ?, ?, ?, ?)`;
const INSERT_TAKEN_IN = `INSERT INTO command_answers (command_id, input_hash, first_arrival, last_arrival, extra)
  VALUES (?, '${TAKEN_IN}', ?, ?, NULL) ON CONFLICT DO NOTHING`;
const SELECT_ANSWER = `SELECT input_hash, first_arrival, last_arrival, extra FROM command_answers WHERE command_id = ?`;
const SELECT_SINCE = 'SELECT arrival, hash, bytes FROM events WHERE arrival > ? ORDER BY arrival LIMIT ?';
const SELECT_HASH = 'SELECT hash FROM events WHERE station = ? AND epoch = ? AND seq = ?';
const SELECT_RANGE = 'SELECT arrival, hash, bytes FROM events WHERE arrival BETWEEN ? AND ? ORDER BY arrival';

/**
 * A day's journal, open for this process alone. What `append` returned is on disk. Made by `createJournal` and
 * `openJournal`.
 */
export class Journal {
  readonly genesis: Genesis;
  readonly day: DayId;
  readonly station: StationId;
  readonly #db: Database;
  readonly #genesisHash: Buffer;
  readonly #insertChain: Statement<unknown[]>;
  readonly #insertEvent: Statement<unknown[]>;
  readonly #insertAnswer: Statement<unknown[]>;
  readonly #insertAnswerTakenIn: Statement<unknown[]>;
  readonly #selectAnswer: Statement<[CommandId], AnswerRow>;
  readonly #selectSince: Statement<[number, number], ReadRow>;
  readonly #selectRange: Statement<[number, number], ReadRow>;
  readonly #write: (planned: readonly PlannedEvent[], command: Batch['command']) => void;
  readonly #place: PlaceWatch;
  /** Set when a commit went into a file that had just lost its name: what it wrote counts nowhere, and no more is written. */
  #strayed: { readonly command: CommandId | null } | null = null;
  // What follows mirrors the file and changes only after a commit.
  #ends: readonly ChainEnd[];
  #lastArrival: number;

  /** Throws JournalReadError when the file's last events cannot be read. */
  constructor(db: Database, genesis: Genesis, station: StationId) {
    this.genesis = genesis;
    this.day = dayIdOf(genesis);
    this.station = station;
    this.#db = db;
    this.#genesisHash = genesisHash(genesis);
    this.#place = watchPlace(db.name);
    this.#insertChain = db.prepare(INSERT_CHAIN);
    this.#insertEvent = db.prepare(INSERT_EVENT);
    this.#insertAnswer = db.prepare(INSERT_ANSWER);
    this.#insertAnswerTakenIn = db.prepare(INSERT_TAKEN_IN);
    this.#selectAnswer = db.prepare(SELECT_ANSWER);
    this.#selectSince = db.prepare(SELECT_SINCE);
    this.#selectRange = db.prepare(SELECT_RANGE);
    this.#write = db.transaction((planned: readonly PlannedEvent[], command: Batch['command']) =>
      this.#insert(planned, command),
    ).immediate;
    this.#ends = readChainEnds(db, this.day);
    this.#lastArrival =
      db.prepare<[], { last: number | null }>('SELECT max(arrival) AS last FROM events').get()?.last ?? 0;
  }

  /** The epoch that this station writes in; 0 until its first ChainOpened, which every draft list of a new epoch begins with. */
  get epoch(): number {
    return this.#ownEnd()?.head.epoch ?? 0;
  }

  /** Arrival number of the newest event, 0 when there is none. */
  get lastArrival(): number {
    return this.#lastArrival;
  }

  /**
   * Writes a command's events and its answer in one synchronous transaction and returns them as stored; all or nothing.
   * Throws JournalWriteError (disk) or JournalDraftError (a draft that cannot be written), both having changed nothing.
   */
  append({ command, drafts }: Batch): readonly StoredEvent[] {
    const own = this.#ownEnd()?.head;
    const [opening] = drafts;
    const label = opening?.type === 'ChainOpened' ? opening.data.label : null;
    const planned = planBatch(
      {
        day: this.day,
        genesisHash: this.#genesisHash,
        station: this.station,
        command: command?.id ?? null,
        last: own
          ? { epoch: own.epoch, seq: own.seq, hash: Buffer.from(own.hash, 'hex') }
          : { epoch: 0, seq: 0, hash: null },
        epochsOfLabel: this.#ends.filter((end) => end.label === label).map(({ head }) => head.epoch),
      },
      drafts,
    );
    return this.#store(planned, command);
  }

  /**
   * Takes in what another file of the day holds and this one does not, in one transaction: of other stations, and of
   * earlier epochs of this one. Answers what is new here as stored, and why it ended early, if it did. Throws
   * JournalWriteError, having changed nothing.
   */
  takeIn(rows: Iterable<ForeignEvent>): {
    readonly stored: readonly StoredEvent[];
    readonly fault: TakeInFault | null;
  } {
    const { planned, fault } = planTakeIn(
      {
        day: this.day,
        genesisHash: this.#genesisHash,
        writing: { station: this.station, epoch: this.epoch },
        heads: this.heads(),
        hashAt: (ref) => this.hashAt(ref),
      },
      rows,
    );
    return { stored: planned.length === 0 ? [] : this.#store(planned, null), fault };
  }

  /** How long a copy of it is, its log taken in. */
  sizeBytes(): number {
    return ['page_count', 'page_size'].reduce(
      (size, name) => size * Number(this.#db.pragma(name, { simple: true })),
      1,
    );
  }

  /**
   * Copies all that is committed into a new file, a few pages at a time, so that commands go on meanwhile; what is
   * committed before it ends is in the copy. Rejects with what SQLite throws.
   */
  async copyTo(path: string): Promise<void> {
    await this.#db.backup(path, { progress: () => COPY_PAGES });
  }

  /** What this command was answered, null when it never was. Throws JournalReadError. */
  findAnswer(command: CommandId): StoredAnswer | null {
    const row = this.#selectAnswer.get(command);
    if (row === undefined || this.#strayed?.command === command) return null;
    const { first_arrival: first, last_arrival: last } = row;
    const events = first === null || last === null ? [] : this.#selectRange.all(first, last);
    return {
      inputHash: row.input_hash === TAKEN_IN ? null : row.input_hash,
      events: events.map((event) => parseEventRow(this.day, event)),
      extra: row.extra,
    };
  }

  /** At most `limit` events after this arrival number, in order of arrival. Throws JournalReadError. */
  readSince(arrival: number, limit: number): readonly StoredEvent[] {
    return this.#selectSince.all(arrival, limit).map((row) => parseEventRow(this.day, row));
  }

  /** Every chain in the file with its label, key and head, in order of station and epoch. */
  chains(): readonly ChainEnd[] {
    return this.#ends;
  }

  /** The head of every chain in the file, in order of station and epoch. */
  heads(): readonly Head[] {
    return this.#ends.map(({ head }) => head);
  }

  /** The head of this station's newest epoch. */
  ownHead(): Head | null {
    return this.#ownEnd()?.head ?? null;
  }

  /** The chain hash of the event at this place, hex; null where the file has none. */
  hashAt({ station, epoch, seq }: EventRef): string | null {
    const row = this.#db.prepare<unknown[], { hash: Buffer }>(SELECT_HASH).get(station, epoch, seq);
    return row?.hash.toString('hex') ?? null;
  }

  /**
   * When this station last recorded something, UTC ms: where the guarded clock goes on from. By place in the chain, for a
   * clock that was set back gives later events earlier times. Others' clocks do not count.
   */
  lastEventAt(): number | null {
    return this.#ownEnd()?.lastAt ?? null;
  }

  /** The latest hybrid clock reading in the file. */
  lastHlc(): Hlc {
    return latestHlc(this.#ends);
  }

  /** Everything as stored, for `verifyJournal`. */
  content(): JournalContent {
    return readJournalContent(this.#db);
  }

  /** Whether the file still stands where it was opened. Some microseconds; never throws. */
  placeTrouble(): PlaceTrouble | null {
    return this.#strayed === null ? this.#place.trouble() : 'replaced';
  }

  /** Idempotent. */
  close(): void {
    this.#db.close();
  }

  #store(planned: readonly PlannedEvent[], command: Batch['command']): readonly StoredEvent[] {
    const ends = planned.reduce(extendEnds, this.#ends);
    try {
      if (this.#strayed !== null) throw new FileOutOfPlace('replaced');
      assertInPlace(this.#place);
      this.#write(planned, command);
      this.#assertKept(command);
    } catch (thrown) {
      const code = classifyStorageError(thrown);
      throw code === null ? thrown : new JournalWriteError(code, thrown);
    }
    const firstArrival = this.#lastArrival + 1;
    this.#ends = ends;
    this.#lastArrival += planned.length;
    return planned.map(({ event, hash }, index) => ({
      arrival: firstArrival + index,
      hash: hash.toString('hex'),
      event,
    }));
  }

  /** Once more after the commit: what is confirmed stood in a file that had its name when it was synced. */
  #assertKept(command: Batch['command']): void {
    const trouble = this.#place.trouble();
    if (trouble === null) return;
    this.#strayed = { command: command?.id ?? null };
    throw new FileOutOfPlace(trouble);
  }

  #ownEnd(): ChainEnd | null {
    return findOwnEnd(this.#ends, this.station);
  }

  #insert(planned: readonly PlannedEvent[], command: Batch['command']): void {
    let arrival = this.#lastArrival;
    for (const { event, bytes, hash } of planned) {
      arrival += 1;
      const { station, epoch, seq, type, at, room } = event;
      if (event.type === 'ChainOpened') {
        const publicKey = Buffer.from(event.data.publicKey, 'base64');
        if (stationIdOf(publicKey) !== station) throw new Error('ChainOpened names a key of another station');
        this.#insertChain.run(station, epoch, event.data.label, publicKey);
      }
      this.#insertEvent.run(arrival, station, epoch, seq, hash, bytes, type, at, room, event.command);
    }
    if (command === null) return this.#insertTakenIn(planned);
    const [first, last] = planned.length === 0 ? [null, null] : [this.#lastArrival + 1, arrival];
    this.#insertAnswer.run(command.id, command.inputHash, first, last, command.extra ?? null);
  }

  /** A page that never had its answer sends the command again, and finds it carried out. */
  #insertTakenIn(planned: readonly PlannedEvent[]): void {
    const ranges = new Map<CommandId, { readonly first: number; readonly last: number }>();
    for (const [index, { event }] of planned.entries()) {
      if (event.command === null) continue;
      const last = this.#lastArrival + 1 + index;
      ranges.set(event.command, { first: ranges.get(event.command)?.first ?? last, last });
    }
    for (const [id, { first, last }] of ranges) this.#insertAnswerTakenIn.run(id, first, last);
  }
}

function extendEnds(ends: readonly ChainEnd[], { event, hash }: PlannedEvent): readonly ChainEnd[] {
  const { station, epoch, seq } = event;
  const end = {
    head: { station, epoch, seq, hash: hash.toString('hex') },
    lastAt: goesOnFrom(event),
    lastHlc: event.hlc,
  };
  if (event.type === 'ChainOpened') {
    const { label, publicKey } = event.data;
    const opened = { ...end, label, publicKey: Buffer.from(publicKey, 'base64') };
    return [...ends, opened].toSorted(byChain);
  }
  return ends.map((known) =>
    known.head.station === station && known.head.epoch === epoch ? { ...known, ...end } : known,
  );
}

function byChain(a: ChainEnd, b: ChainEnd): number {
  if (a.head.station === b.head.station) return a.head.epoch - b.head.epoch;
  return a.head.station < b.head.station ? -1 : 1;
}
