import { canonicalText } from '../../../shared/canonical.ts';
import { type Event, envelopeSchema, eventDataSchemas, findFormFault } from '../../../shared/domain/events.ts';
import type { EventRef, Head } from '../../../shared/domain/schema-parts.ts';
import type { DayId, StationId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { eventHash } from './chain.ts';
import { stationIdOf } from './head-signature.ts';
import type { PlannedEvent } from './plan-batch.ts';

/** An event as another file of the day holds it. */
export interface ForeignEvent {
  readonly station: StationId;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface TakeInFault {
  /** 'not-authentic': its bytes are not what its hash says, or are no event of this day and place. */
  readonly reason:
    | 'not-authentic'
    /** Events before it are in neither file. */
    | 'gap'
    /** Another event stands at its place here: two pasts of one chain. */
    | 'fork'
    /** It goes on in the very epoch that is being written here: a new one must be opened first. */
    | 'own-epoch';
  readonly at: EventRef;
}

export interface TakeInFrame {
  readonly day: DayId;
  readonly genesisHash: Uint8Array;
  /** Who writes here, and in which epoch. */
  readonly writing: { readonly station: StationId; readonly epoch: number };
  /** The last known place of every chain here. */
  readonly heads: readonly Head[];
  /** The hash that stands here at a place, hex; null where nothing does. */
  hashAt(ref: EventRef): string | null;
}

/**
 * What of another file's events is new here, in the order given (each chain's in order of seq), every hash recomputed.
 * A fault ends its chain: what comes before it is good, what comes after cannot be told. Other chains stand by themselves;
 * the first fault is answered.
 */
export function planTakeIn(
  frame: TakeInFrame,
  rows: Iterable<ForeignEvent>,
): { readonly planned: readonly PlannedEvent[]; readonly fault: TakeInFault | null } {
  const ends = new Map(frame.heads.map(({ station, epoch, seq, hash }) => [`${station}/${epoch}`, { seq, hash }]));
  const planned: PlannedEvent[] = [];
  const ended = new Set<string>();
  let first: TakeInFault | null = null;
  for (const row of rows) {
    const { station, epoch, seq } = row;
    const chain = `${station}/${epoch}`;
    if (ended.has(chain)) continue;
    const next = planNext(frame, row, ends.get(chain) ?? { seq: 0, hash: null });
    if (!next.ok) {
      ended.add(chain);
      // The one that can be mended is told before all others.
      if (first === null || next.error === 'own-epoch') first = { reason: next.error, at: { station, epoch, seq } };
    } else if (next.value !== null) {
      planned.push(next.value);
      ends.set(chain, { seq, hash: next.value.hash.toString('hex') });
    }
  }
  return { planned, fault: first };
}

/** Null where the event is here already. */
function planNext(
  frame: TakeInFrame,
  row: ForeignEvent,
  end: { readonly seq: number; readonly hash: string | null },
): Result<PlannedEvent | null, TakeInFault['reason']> {
  const { station, epoch, seq } = row;
  if (!isRow(row)) return err('not-authentic');
  if (seq <= end.seq) return frame.hashAt(row) === Buffer.from(row.hash).toString('hex') ? ok(null) : err('fork');
  if (station === frame.writing.station && epoch >= frame.writing.epoch) return err('own-epoch');
  if (seq !== end.seq + 1) return err('gap');
  return readForeign(frame, row, end.hash === null ? null : Buffer.from(end.hash, 'hex'));
}

/** A damaged file's columns hold anything, whatever its schema says. */
function isRow({ station, epoch, seq, hash, bytes }: Readonly<Record<keyof ForeignEvent, unknown>>): boolean {
  const isPlace = typeof station === 'string' && Number.isSafeInteger(epoch) && Number.isSafeInteger(seq);
  return isPlace && hash instanceof Uint8Array && bytes instanceof Uint8Array;
}

function readForeign(
  { day, genesisHash }: TakeInFrame,
  { station, epoch, seq, hash, bytes }: ForeignEvent,
  previousHash: Uint8Array | null,
): Result<PlannedEvent, 'not-authentic'> {
  const own = Buffer.from(bytes);
  if (!eventHash({ genesisHash, previousHash, bytes: own }).equals(hash)) return err('not-authentic');
  const event = parseExact(own);
  if (event === null || event.day !== day) return err('not-authentic');
  if (event.station !== station || event.epoch !== epoch || event.seq !== seq) return err('not-authentic');
  const opens = event.type === 'ChainOpened';
  if (opens !== (seq === 1)) return err('not-authentic');
  if (opens && stationIdOf(Buffer.from(event.data.publicKey, 'base64')) !== station) return err('not-authentic');
  return ok({ event, bytes: own, hash: Buffer.from(hash) });
}

/** An event of a type that this program knows is of its form; a later program's other types are carried as they are. */
function parseExact(bytes: Buffer): Event | null {
  try {
    const event = envelopeSchema.parse(JSON.parse(bytes.toString('utf8'))) as unknown as Event; // its form is looked at next
    const text = canonicalText(event);
    if (!text.ok || !Buffer.from(text.value, 'utf8').equals(bytes)) return null;
    if (!Object.hasOwn(eventDataSchemas, event.type)) return event;
    return findFormFault(event) === null ? event : null;
  } catch {
    return null;
  }
}
