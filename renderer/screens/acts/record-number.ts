import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import type { SiteState } from '../../../shared/domain/state.ts';

/** "A#233": a record as it is named on paper, by its station's label and its number there. */
export function recordNumber(stations: SiteState['stations'], event: EventRef): string {
  return `${stations[event.station]?.label ?? '?'}#${event.seq}`;
}
