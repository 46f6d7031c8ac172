import type { ClockView } from '../../../shared/contract/views.ts';
import type { Event } from '../../../shared/domain/events.ts';
import { compareHlc, HLC_ZERO, type Hlc } from '../../../shared/sync/hybrid-clock.ts';
import type { EventDraft } from '../journal/plan-batch.ts';

/**
 * An event of the office said once more in this station's own chain (PK4): in its old place of the merged order, so that it
 * stands beside the original when the two meet and a later word of the office still comes later; recorded now.
 */
export function restate(event: Event, { nowMs, timeInDoubt }: Pick<ClockView, 'nowMs' | 'timeInDoubt'>): EventDraft {
  const { v: _v, day: _day, station: _station, epoch: _epoch, seq: _seq, command: _command, ...said } = event;
  return { ...said, at: nowMs, timeInDoubt, basis: { heads: [], timeline: null } };
}

/** The latest reading among them: what this station says by itself comes after it. */
export function latestReading(events: readonly Pick<Event, 'hlc'>[]): Hlc {
  return events.reduce<Hlc>((latest, { hlc }) => (compareHlc(hlc, latest) > 0 ? hlc : latest), HLC_ZERO);
}
