import type { Head } from '../../../shared/domain/schema-parts.ts';
import type { StationId } from '../../../shared/ids.ts';
import type { Journal } from './journal.ts';

/** From where a station goes on in a day's journal. */
export interface Continuation {
  /** The last head known of the chain that is gone on from; a new epoch's opening names it. */
  readonly previous: Head;
  /** Whether records up to it are not in this journal: cut, torn, an older copy, another past. */
  readonly isTailLost: boolean;
}

/**
 * What a new epoch is to go on from, null where the station's own chain simply goes on. `known` are the heads noted in this
 * data folder, of whichever identity wrote here: the newest epoch is the one to follow. A station whose secret is another
 * (a restored copy, a moved disk) follows the chain of the one before it; where the journal lacks what was known, those
 * numbers may stand on a paper or in another's memory, so they are not given out again.
 */
export function findContinuation(
  journal: Pick<Journal, 'hashAt' | 'heads' | 'ownHead'>,
  station: StationId,
  known: readonly Head[],
): Continuation | null {
  const last = known.toSorted((a, b) => a.epoch - b.epoch).at(-1);
  if (last === undefined) return null;
  const own = journal.ownHead();
  // Its note may be gone with a power cut: an own chain that is newer than all that was noted goes on.
  if (own !== null && own.epoch > last.epoch) return null;
  const isTailLost = journal.hashAt(last) !== last.hash;
  if (last.station === station && !isTailLost) return null;
  const inFile = journal.heads().find((head) => head.station === last.station && head.epoch === last.epoch);
  const isLonger = !isTailLost && inFile !== undefined && inFile.seq > last.seq;
  return { previous: isLonger ? inFile : last, isTailLost };
}
