import { recordNumberOf } from '../../../shared/domain/record-number.ts';
import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import type { SiteState } from '../../../shared/domain/state.ts';

/** A record as it is named on paper, "A#233". */
export function recordNumber(stations: SiteState['stations'], event: EventRef): string {
  return recordNumberOf(stations[event.station]?.label ?? '?', event);
}
