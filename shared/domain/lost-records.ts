import type { Head } from './schema-parts.ts';
import type { Reopening, SiteState } from './state.ts';

/** Records that were known to exist and that no journal at hand holds: "A#41" to "A#43". */
export interface LostRecords extends Reopening {
  readonly epoch: number;
  readonly from: number;
  readonly to: number;
}

/**
 * What each new epoch says was known before it and is still not here; it comes back when a copy that holds it is merged.
 * `heads`: the last known place of each chain, by `station/epoch`.
 */
export function lostRecords(
  { reopenings }: Pick<SiteState, 'reopenings'>,
  heads: Readonly<Record<string, Pick<Head, 'seq'>>>,
): readonly LostRecords[] {
  return reopenings.flatMap((reopening) => {
    const { station, epoch, seq: to } = reopening.previous;
    const from = (heads[`${station}/${epoch}`]?.seq ?? 0) + 1;
    return from > to ? [] : [{ ...reopening, epoch, from, to }];
  });
}
