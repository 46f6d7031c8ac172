import type { Head } from '../../../shared/domain/schema-parts.ts';
import type { StationId } from '../../../shared/ids.ts';
import type { Journal } from './journal.ts';

/**
 * The last place of the station's own chain that is known from elsewhere and that its journal does not have: the tail
 * was cut, the file is an older copy, or it is another past. Null where the journal holds all that is known. What was
 * written there may stand on a paper or in another's memory, so its numbers are not given out again: a new epoch begins.
 */
export function findLostTail(
  journal: Pick<Journal, 'hashAt'>,
  station: StationId,
  known: readonly Head[],
): Head | null {
  const own = known.filter((head) => head.station === station).toSorted((a, b) => a.epoch - b.epoch);
  const last = own.at(-1);
  if (last === undefined || journal.hashAt(last) === last.hash) return null;
  return last;
}
