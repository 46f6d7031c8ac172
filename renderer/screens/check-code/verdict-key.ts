import { type EventRef, eventKey, type Head } from '../../../shared/domain/schema-parts.ts';
import type { StationId } from '../../../shared/ids.ts';

/**
 * Changes whenever a verdict may: with what is noted, and with how far the other chains reach here (并入). What this
 * station records itself changes none. Empty while nothing is noted.
 */
export function verdictKey(
  noted: readonly { readonly event: EventRef }[],
  heads: Readonly<Record<string, Head>>,
  station: StationId | undefined,
): string {
  if (noted.length === 0) return '';
  const others = Object.values(heads).filter((head) => head.station !== station);
  return [...noted.map(({ event }) => event), ...others].map(eventKey).join(' ');
}
