import { lotTaskOf } from '../../../shared/domain/lots-state.ts';
import type { DayState } from '../../../shared/domain/state.ts';

/** Said this long before the first sheets are fetched, ms: time to gather everybody. */
const SAID_BEFORE_MS = 15 * 60_000;

/** R20: lots are to be drawn now and were not; places that nobody holds are left. `now` in UTC ms. */
export function areLotsDue(state: DayState, now: number): boolean {
  const { day, common, lots } = state.site;
  const fetched = common.timeline?.milestones.find(({ kind }) => kind === 'sheet-pickup');
  if (fetched === undefined || day?.rules.values.hasLotDraw !== true) return false;
  return now >= fetched.at - SAID_BEFORE_MS && lots.length === 0 && lotTaskOf(state).rooms.length > 0;
}
