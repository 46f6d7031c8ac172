import { canonicalText } from '../../../shared/canonical.ts';
import { envelopeSchema, type Event } from '../../../shared/domain/events.ts';
import {
  type Head,
  headSchema,
  type PrintedHead,
  printedHeadSchema,
  stationLabelSchema,
} from '../../../shared/domain/schema-parts.ts';
import type { DayId, StationId } from '../../../shared/ids.ts';
import { eventHash } from './chain.ts';
import { stationIdOf } from './head-signature.ts';
import type { ChainRow, EventRow } from './journal-rows.ts';

export type BadEventReason =
  /** Events before it are missing. */
  | 'gap'
  /** The bytes, or what went before them, are not those that were hashed. */
  | 'hash-differs'
  /** The bytes are no event, or not in their canonical form. */
  | 'not-an-event'
  | 'other-day'
  /** A column beside the bytes says something else than they do. */
  | 'copy-differs'
  /** The chain is named, and none of its events is there. */
  | 'all-missing'
  /** The chain begins with something else than its opening, with another station's key, or under no name. */
  | 'not-opened';

export interface BadEvent {
  readonly station: StationId;
  readonly epoch: number;
  readonly seq: number;
  /** 0 where nothing is left to point at. */
  readonly arrival: number;
  readonly reason: BadEventReason;
  /** Which column differs, for 'copy-differs'. */
  readonly column: string | null;
}

/** A chain as recomputed from its bytes alone. */
export interface CheckedChain {
  readonly station: StationId;
  readonly epoch: number;
  /** As its opening says; null when that is no station's name: whoever wrote the file may have written anything there. */
  readonly label: string | null;
  /** Raw key from its opening, which the station's id is a hash of; null when it is not. */
  readonly publicKey: Uint8Array | null;
  /** Heads that its records name: of the epoch before it, of papers, of codes that were said. */
  readonly stated: readonly Statement[];
  /** Recomputed hash (hex) of the event at seq n, at index n - 1; stops before the first gap. */
  readonly hashes: readonly string[];
  readonly firstBad: BadEvent | null;
}

/**
 * What the file says of itself: a later epoch's opening, a paper's record, a code's record. It gives clumsy hands away,
 * and is no anchor: who rewrites the one can rewrite or leave out the other.
 */
export type InsideSource = 'next-epoch' | 'paper-record' | 'code-record';

/** A head that stands in a record. */
export interface Statement {
  readonly source: InsideSource;
  readonly head: Head | PrintedHead;
}

export interface ChainToCheck {
  readonly day: DayId;
  readonly genesisHash: Uint8Array;
  /** What the chains table says; undefined when it names no such chain. */
  readonly row: ChainRow | undefined;
  /** At least one, all of one station and epoch, in order of seq. */
  readonly rows: readonly EventRow[];
}

/** Recomputes one chain and names the first event at which the file disagrees with itself. */
export function checkChain(chain: ChainToCheck): CheckedChain {
  const { day, genesisHash, row: chainRow, rows } = chain;
  const hashes: string[] = [];
  let previousHash: Buffer | null = null;
  let firstBad: BadEvent | null = null;
  let opening: Event<'ChainOpened'> | null = null;
  const stated: Statement[] = [];

  for (const row of rows) {
    if (row.seq !== hashes.length + 1) {
      firstBad ??= bad(row, 'gap');
      break;
    }
    if (!hasBytes(row)) {
      firstBad ??= bad(row, 'not-an-event');
      break;
    }
    const hash: Buffer = eventHash({ genesisHash, previousHash, bytes: row.bytes });
    const event = parseBytes(row.bytes);
    if (row.seq === 1 && event?.type === 'ChainOpened') opening = event;
    if (event !== null) stated.push(...statementsIn(event));
    firstBad ??= findFault({ row, hash, event, day, chainRow });
    hashes.push(hash.toString('hex'));
    previousHash = hash;
  }
  const [{ station, epoch }] = rows as readonly [EventRow]; // at least one, by contract
  return {
    station,
    epoch,
    label: labelIn(opening?.data.label),
    publicKey: opening === null ? null : ownKey(opening),
    stated,
    hashes,
    firstBad,
  };
}

/** A chain that the file names but has no event of. */
export function emptiedChain({ station, epoch, label, public_key: key }: ChainRow): CheckedChain {
  const publicKey = Buffer.isBuffer(key) && stationIdOf(key) === station ? key : null;
  const firstBad: BadEvent = { station, epoch, seq: 1, arrival: 0, reason: 'all-missing', column: null };
  return { station, epoch, label: labelIn(label), publicKey, stated: [], hashes: [], firstBad };
}

/** Whoever opens the file with tools of his own can put a number or nothing in the place of bytes. */
function hasBytes({ bytes, hash }: EventRow): boolean {
  return Buffer.isBuffer(bytes) && Buffer.isBuffer(hash);
}

interface Found {
  readonly row: EventRow;
  readonly hash: Buffer;
  readonly event: Event | null;
  readonly day: DayId;
  readonly chainRow: ChainRow | undefined;
}

function findFault({ row, hash, event, day, chainRow }: Found): BadEvent | null {
  if (!hash.equals(row.hash)) return bad(row, 'hash-differs');
  if (event === null) return bad(row, 'not-an-event');
  if (event.day !== day) return bad(row, 'other-day');
  const column = differingColumn(row, event) ?? (row.seq === 1 ? differingChainColumn(chainRow, event) : null);
  if (column !== null) return { ...bad(row, 'copy-differs'), column };
  const isOpening = event.type === 'ChainOpened';
  if (isOpening !== (row.seq === 1) || (isOpening && !isOwnOpening(event))) return bad(row, 'not-opened');
  return null;
}

function isOwnOpening(opening: Event<'ChainOpened'>): boolean {
  return ownKey(opening) !== null && labelIn(opening.data.label) !== null;
}

function labelIn(said: unknown): string | null {
  const label = stationLabelSchema.safeParse(said);
  return label.success ? label.data : null;
}

function bad({ station, epoch, seq, arrival }: EventRow, reason: BadEventReason): BadEvent {
  return { station, epoch, seq, arrival, reason, column: null };
}

function parseBytes(bytes: Buffer): Event | null {
  try {
    const event = envelopeSchema.parse(JSON.parse(bytes.toString('utf8')));
    const canonical = canonicalText(event);
    if (!canonical.ok || !Buffer.from(canonical.value, 'utf8').equals(bytes)) return null;
    return event as unknown as Event; // its data was checked by the station that accepted it
  } catch {
    return null;
  }
}

/** The first column that is not what the event says; null where all copies agree. */
export function differingColumn(row: EventRow, event: Event): string | null {
  const copies: readonly (readonly [column: string, copy: unknown, original: unknown])[] = [
    ['station', row.station, event.station],
    ['epoch', row.epoch, event.epoch],
    ['seq', row.seq, event.seq],
    ['type', row.type, event.type],
    ['at_ms', row.at_ms, event.at],
    ['room', row.room, event.room],
    ['command_id', row.command_id, event.command],
  ];
  return copies.find(([, copy, original]) => copy !== original)?.[0] ?? null;
}

function differingChainColumn(row: ChainRow | undefined, event: Event): string | null {
  if (event.type !== 'ChainOpened') return null;
  if (row?.label !== event.data.label) return 'label';
  const key: unknown = row.public_key;
  return Buffer.isBuffer(key) && key.equals(Buffer.from(event.data.publicKey, 'base64')) ? null : 'public_key';
}

/** Whoever wrote the bytes may have written anything: what is no head is no statement. */
function statementsIn({ type, data }: Event): readonly Statement[] {
  switch (type) {
    case 'ChainOpened':
      return stating('next-epoch', headSchema, [data.previous]);
    case 'PaperIssued':
      return stating('paper-record', printedHeadSchema, Array.isArray(data.heads) ? data.heads : []);
    case 'CheckCodeGiven':
      return stating('code-record', printedHeadSchema, [data.head]);
    default:
      return [];
  }
}

function stating(
  source: InsideSource,
  schema: typeof headSchema | typeof printedHeadSchema,
  said: readonly unknown[],
): readonly Statement[] {
  return said.flatMap((one) => {
    const head = schema.safeParse(one);
    return head.success ? [{ source, head: head.data }] : [];
  });
}

function ownKey({ station, data }: Event<'ChainOpened'>): Buffer | null {
  if (typeof data.publicKey !== 'string') return null;
  const key = Buffer.from(data.publicKey, 'base64');
  return stationIdOf(key) === station ? key : null;
}
