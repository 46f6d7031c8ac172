import { canonicalText } from '../../../shared/canonical.ts';
import { type Event, type EventType, findFormFault } from '../../../shared/domain/events.ts';
import type { CommandId, DayId, StationId } from '../../../shared/ids.ts';
import { eventHash } from './chain.ts';
import { JournalDraftError } from './journal-errors.ts';

/** All of an event but its place: the journal gives day, station, epoch, seq and the command. */
export type EventDraft<T extends EventType = EventType> = {
  [K in T]: Omit<Event<K>, 'v' | 'day' | 'station' | 'epoch' | 'seq' | 'command'>;
}[T];

/** Where the next event of a chain goes. */
export interface ChainPlace {
  readonly epoch: number;
  /** Seq of the last event, 0 before the first. */
  readonly seq: number;
  readonly hash: Uint8Array | null;
}

/** An event with its place, its bytes and its hash, ready to be written. */
export interface PlannedEvent {
  readonly event: Event;
  readonly bytes: Buffer;
  readonly hash: Buffer;
}

export interface BatchFrame {
  readonly day: DayId;
  readonly genesisHash: Uint8Array;
  readonly station: StationId;
  readonly command: CommandId | null;
  /** The station's last place in this file; epoch 0 when it has no chain here yet. */
  readonly last: ChainPlace;
  /** Epochs in this file, of whichever station, that bear the label of the chain to be opened. */
  readonly epochsOfLabel: readonly number[];
}

/**
 * Puts drafts in their places, without writing. A ChainOpened opens the station's next epoch, so it is the first draft
 * or none is. Throws JournalDraftError for a draft without canonical bytes or without the form of its type: what is
 * written once is read by every later program and every other station.
 */
export function planBatch(frame: BatchFrame, drafts: readonly EventDraft[]): readonly PlannedEvent[] {
  const { day, genesisHash, station, command, last } = frame;
  const opens = drafts[0]?.type === 'ChainOpened';
  if (!opens && last.epoch === 0 && drafts.length > 0) throw new Error('a chain begins with ChainOpened');
  const epoch = opens ? knownEpoch(frame, drafts[0]) + 1 : last.epoch;
  let seq = opens ? 0 : last.seq;
  let previousHash = opens ? null : last.hash;

  return drafts.map((draft, index) => {
    if (draft.type === 'ChainOpened' && index > 0) throw new Error('ChainOpened inside a batch');
    seq += 1;
    const bytes = canonicalBytes({ ...draft, v: 1, day, station, epoch, seq, command });
    const hash = eventHash({ genesisHash, previousHash, bytes });
    previousHash = hash;
    // Read back from the bytes, so that what is folded now is what will be read after a restart.
    const event = JSON.parse(bytes.toString('utf8')) as Event; // the bytes of a typed draft
    const fault = findFormFault(event);
    if (fault !== null) throw new JournalDraftError({ code: 'not-of-its-form', path: fault });
    return { event, bytes, hash };
  });
}

/**
 * The newest epoch known under the label. This file may be a copy from before the chain that the opening goes on from, or
 * the chain another computer's; others may have gone on from it too. Counted on from there, so that a record number on a
 * paper never means two things. A first chain that follows none is the station's own: its label is unique then.
 */
function knownEpoch({ last, epochsOfLabel }: BatchFrame, opening: EventDraft | undefined): number {
  const previous = opening?.type === 'ChainOpened' ? opening.data.previous : null;
  if (previous === null && last.epoch === 0) return 0;
  return Math.max(last.epoch, previous?.epoch ?? 0, ...epochsOfLabel);
}

function canonicalBytes(event: unknown): Buffer {
  const text = canonicalText(event);
  if (!text.ok) throw new JournalDraftError(text.error);
  return Buffer.from(text.value, 'utf8');
}
