import type { DecideContext } from './commands.ts';
import type { RatifyClock, SetClock } from './course-commands.ts';
import { instantOf } from './day-time.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { doubtfulActs } from './doubtful-time.ts';
import type { ActBase, DayInfo, DayState } from './state.ts';

const HOUR_MS = 3_600_000;
/** How far from the exam's date, or from the time it was until now, a time may lie: beyond, it is a slip or a flat battery. */
const REACH_MS = 36 * HOUR_MS;

/**
 * The clock set by two people (CK5, CK6). The last record is no bound: it may itself have been made by a wrong clock. It
 * concerns the station, so it is told to every room. Whether there is something to set, the station's clock knows.
 */
export function decideSetClock(state: DayState, command: SetClock, context: DecideContext): Decision {
  const { kind, before, after, wall } = command;
  const { day } = state.site;
  if (context.binding === null) return refuse('station-not-bound', 'D6');
  if (!command.isInDoubt) return refuse('nothing-in-doubt', 'CK5');
  if (context.second === null) return refuse('second-person-missing', 'CK5');
  if (day !== null && !isWithinReach(day, command)) return refuse('time-out-of-range', 'CK6', { date: day.date });
  return accept({
    type: 'ClockSet',
    data: { kind, before, after, wall },
    room: null,
    paper: null,
    occurredAt: context.nowMs,
  });
}

function isWithinReach({ date }: DayInfo, { before, after }: SetClock): boolean {
  const midnight = instantOf(date, 0);
  const isNearTheDay = after >= midnight - REACH_MS && after < midnight + 24 * HOUR_MS + REACH_MS;
  return isNearTheDay || Math.abs(after - before) <= REACH_MS;
}

/** 时间核实 (CK7): by the chief or a deputy, of what this station recorded in doubt and of the time that it runs on. */
export function decideRatifyClock(state: DayState, command: RatifyClock, context: DecideContext): Decision {
  if (context.binding === null) return refuse('station-not-bound', 'D6');
  const isOwn = ({ event }: ActBase) => event.station === command.station;
  if (!command.isInDoubt && !Object.values(state.rooms).some((room) => doubtfulActs(room).some(isOwn)))
    return refuse('nothing-in-doubt', 'CK7');
  return accept({ type: 'ClockRatified', data: {}, room: null, paper: null, occurredAt: context.nowMs });
}
