import type { NewEvent } from '../../../shared/domain/events.ts';
import type { Head } from '../../../shared/domain/schema-parts.ts';
import { bindingOf } from '../../../shared/domain/state.ts';
import type { OpenDay } from '../day/open-day.ts';
import { STATION_ITSELF, stampEvents } from '../day/stamp.ts';
import { chainOpened } from './make-day.ts';
import type { StationContext } from './station-context.ts';

/**
 * Opens this station's next epoch in a day: `previous` is the head that it goes on from, null in a day that it never wrote
 * in. Whoever takes another's place is bound as that one was, so that nothing has to be entered again.
 */
export function openEpoch(context: StationContext, day: OpenDay, previous: Head | null): void {
  const { station } = context.stationDb.identity;
  const now = context.clock.read();
  const events: NewEvent[] = [chainOpened(context, { clock: now }, previous, labelAfter(day, previous))];
  const { site } = day.state;
  const binding = previous === null ? null : bindingOf(site, previous.station);
  if (binding !== null && bindingOf(site, station) === null) {
    events.push({ type: 'StationBound', data: { binding }, room: null, paper: null, occurredAt: now.nowMs });
  }
  const drafts = stampEvents(events, {
    station,
    clock: now,
    context: STATION_ITSELF,
    fold: day.fold,
    lastHlc: day.journal.lastHlc(),
  });
  day.remember(day.journal.append({ command: null, drafts }), context.clock.elapsed());
}

/** Whoever goes on from a chain goes on under its short name, which a package may have given; undefined: its own. */
function labelAfter({ journal }: OpenDay, previous: Head | null): string | undefined {
  const chains = journal.chains().filter(({ head }) => head.station === previous?.station);
  return (chains.find(({ head }) => head.epoch === previous?.epoch) ?? chains.at(-1))?.label;
}
