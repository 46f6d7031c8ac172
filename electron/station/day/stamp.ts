import type { ClockView } from '../../../shared/contract/views.ts';
import type { DecideContext } from '../../../shared/domain/commands.ts';
import type { Event, NewEvent } from '../../../shared/domain/events.ts';
import type { DayState } from '../../../shared/domain/state.ts';
import type { StationId } from '../../../shared/ids.ts';
import { type Hlc, tick } from '../../../shared/sync/hybrid-clock.ts';
import type { Fold } from '../../../shared/sync/merge.ts';
import type { EventDraft } from '../journal/plan-batch.ts';

/** What every event of one command shares. */
export interface Stamp {
  readonly station: StationId;
  readonly clock: Pick<ClockView, 'nowMs' | 'timeInDoubt'>;
  readonly context: Pick<DecideContext, 'actor' | 'actorBy' | 'second' | 'secondBy' | 'reason'>;
  readonly fold: Fold;
  readonly lastHlc: Hlc;
}

/** What the station does by itself. */
export const STATION_ITSELF: Stamp['context'] = {
  actor: null,
  actorBy: null,
  second: null,
  secondBy: null,
  reason: null,
};

/** Gives new events their instants, their order and their basis; the journal gives them their place in the chain. */
export function stampEvents(events: readonly NewEvent[], stamp: Stamp): readonly EventDraft[] {
  const heads = Object.values(stamp.fold.heads)
    .filter((head) => head.station !== stamp.station)
    .map(({ station, epoch, seq }) => ({ station, epoch, seq }));
  const { actor, actorBy, second, secondBy } = stamp.context;
  let hlc = stamp.lastHlc;
  return events.map((event) => {
    hlc = tick(hlc, stamp.clock.nowMs);
    return {
      ...event,
      hlc,
      at: stamp.clock.nowMs,
      timeInDoubt: stamp.clock.timeInDoubt,
      reason: stamp.context.reason,
      actor,
      actorBy,
      second,
      secondBy,
      basis: { heads, timeline: timelineBasis(stamp.fold.state, event) },
    };
  });
}

/** The paper's instants as the room's screen showed them, for acts that the clock judges. */
function timelineBasis(state: DayState, event: NewEvent): Event['basis']['timeline'] {
  if (event.room === null || event.paper === null) return null;
  const paper = state.rooms[event.room]?.timeline?.papers[event.paper];
  if (paper === undefined) return null;
  const { startsAt, endsAt, entryOpensAt, entryClosesAt } = paper;
  return { startsAt, endsAt, entryOpensAt, entryClosesAt };
}
