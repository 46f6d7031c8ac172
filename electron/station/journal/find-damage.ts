import type { Event } from '../../../shared/domain/events.ts';
import { eventHash } from './chain.ts';
import { genesisHash } from './genesis.ts';
import type { Journal } from './journal.ts';
import type { EventRow } from './journal-rows.ts';
import { differingColumn } from './verify-chain.ts';

/** Where a journal is not what was written: the arrival number of a row, or how many rows are missing. */
export interface Damage {
  readonly arrival: number;
  readonly missing: number;
}

/**
 * What SQLite's own check cannot see, for it looks at its pages only: bytes that are not those of their hash, copies that
 * differ from them, rows that are gone. Null where all is as written. A fifth of what `verifyJournal` takes, for bytes that
 * are those of their hash need not be looked at again; it proves nothing against skilled hands.
 */
export function findDamage(journal: Journal): Damage | null {
  const genesis = genesisHash(journal.genesis);
  let chain = '';
  let previousHash: Buffer | null = null;
  let seq = 0;
  let damaged: number | null = null;
  let count = 0;
  for (const row of journal.content().rows) {
    const name = `${row.station}/${row.epoch}`;
    if (name !== chain) [chain, previousHash, seq] = [name, null, 0];
    seq += 1;
    count += 1;
    const isWhole =
      row.seq === seq &&
      eventHash({ genesisHash: genesis, previousHash, bytes: row.bytes }).equals(row.hash) &&
      isCopiedTruly(row);
    if (!isWhole) damaged = Math.min(damaged ?? row.arrival, row.arrival);
    previousHash = row.hash;
    seq = row.seq;
  }
  const missing = journal.lastArrival - count;
  return damaged === null && missing === 0 ? null : { arrival: damaged ?? 0, missing };
}

function isCopiedTruly(row: EventRow): boolean {
  try {
    return differingColumn(row, JSON.parse(row.bytes.toString('utf8')) as Event) === null; // the very bytes that were written
  } catch {
    return false; // by hands that could make the hash, too
  }
}
