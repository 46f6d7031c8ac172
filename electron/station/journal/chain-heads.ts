import type { Database } from 'better-sqlite3';
import { compareHlc, HLC_ZERO, type Hlc } from '../../../shared/sync/hybrid-clock.ts';
import type { Event } from '../../../shared/domain/events.ts';
import type { Head } from '../../../shared/domain/schema-parts.ts';
import type { DayId, StationId } from '../../../shared/ids.ts';
import { JournalReadError } from './journal-errors.ts';
import { type EventRow, listChainRows, parseEventRow } from './journal-rows.ts';

/** A chain of the day as this journal knows it. */
export interface ChainEnd {
  /** The station's short name on papers ("A"). */
  readonly label: string;
  /** Raw Ed25519 key, 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly head: Head;
  /** Where its station's time goes on from after the event at the head, UTC ms. */
  readonly lastAt: number;
  /** Of the event at the head. */
  readonly lastHlc: Hlc;
}

/** The end of every chain in the file, in order of station and epoch. Throws JournalReadError. */
export function readChainEnds(db: Database, day: DayId): readonly ChainEnd[] {
  const last = db.prepare<[StationId, number], Pick<EventRow, 'arrival' | 'seq' | 'hash' | 'bytes'>>(
    'SELECT arrival, seq, hash, bytes FROM events WHERE station = ? AND epoch = ? ORDER BY seq DESC LIMIT 1',
  );
  return listChainRows(db).map(({ station, epoch, label, public_key: publicKey }) => {
    const row = last.get(station, epoch);
    if (row === undefined) throw new JournalReadError(0, 'a chain without events');
    const { event, hash } = parseEventRow(day, row);
    return {
      label,
      publicKey,
      head: { station, epoch, seq: row.seq, hash },
      lastAt: goesOnFrom(event),
      lastHlc: event.hlc,
    };
  });
}

/** When a station recorded an event, after it where the event sets the clock itself: two people may have set it back. */
export function goesOnFrom(event: Event): number {
  return event.type === 'ClockSet' ? event.data.after : event.at;
}

/** The end of a station's newest epoch. */
export function findOwnEnd(ends: readonly ChainEnd[], station: StationId): ChainEnd | null {
  return ends.filter(({ head }) => head.station === station).reduce<ChainEnd | null>(newer, null);
}

function newer(a: ChainEnd | null, b: ChainEnd): ChainEnd {
  return a === null || b.head.epoch > a.head.epoch ? b : a;
}

/** The latest reading in the file: each chain's readings only grow, so the ends tell. */
export function latestHlc(ends: readonly ChainEnd[]): Hlc {
  return ends.reduce<Hlc>((latest, { lastHlc }) => (compareHlc(lastHlc, latest) > 0 ? lastHlc : latest), HLC_ZERO);
}
