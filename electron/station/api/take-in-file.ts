import type { StoredEvent } from '../../../shared/contract/views.ts';
import type { OpenDay } from '../day/open-day.ts';
import { openForeignFile } from '../journal/foreign-file.ts';
import type { TakeInFault } from '../journal/plan-take-in.ts';
import { openEpoch } from './go-on.ts';
import type { StationContext } from './station-context.ts';

/** More than any day holds. */
const ALL = 1_000_000;

/**
 * Takes in what a file of the same day holds. Where it goes on in the very epoch that is being written here, this computer
 * has lost its tail without knowing: it opens a new epoch first. A file that cannot be opened gives nothing. Throws
 * JournalWriteError.
 */
export function takeInFile(
  context: StationContext,
  day: OpenDay,
  path: string,
): { readonly stored: readonly StoredEvent[]; readonly fault: TakeInFault | null } {
  const opened = openForeignFile(path);
  if (!opened.ok) return { stored: [], fault: null };
  const file = opened.value;
  try {
    if (file.day !== day.journal.day) return { stored: [], fault: null };
    const before = day.journal.lastArrival;
    let fault = day.takeIn(file.rows());
    if (fault?.reason === 'own-epoch') {
      const { station, epoch } = fault.at;
      openEpoch(context, day, file.heads().find((head) => head.station === station && head.epoch === epoch) ?? null);
      fault = day.takeIn(file.rows());
    }
    return { stored: day.journal.readSince(before, ALL), fault };
  } finally {
    file.close();
  }
}
