import type { Head } from '../../../shared/domain/schema-parts.ts';
import type { DayId } from '../../../shared/ids.ts';
import type { StationContext } from './station-context.ts';

/**
 * Notes in station.db how far the day's own chain has come, after each commit. What the journal has confirmed stands
 * whatever becomes of the note, so a disk that does not take it is only logged; the next commit notes anew.
 */
export function headNoter(
  { stationDb, ports }: Pick<StationContext, 'stationDb' | 'ports'>,
  day: DayId,
): (head: Head) => void {
  return (head) => {
    try {
      stationDb.noteHead(day, head);
    } catch {
      ports.logger.log('warn', 'head-not-noted', { seq: head.seq });
    }
  };
}
