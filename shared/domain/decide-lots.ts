import type { DecideContext } from './commands.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { DrawLots } from './lots-commands.ts';
import { LOT_ALGORITHM, type LotTask } from './lots-draw.ts';
import { entryUnderWay, lotTaskOf } from './lots-state.ts';
import type { DayState } from './state.ts';

/**
 * 抽签 (R20, LO1–LO4): at the exam office, for exactly those who have no room yet and the places that are free. Drawn
 * again only with a reason; the draws before stay on record.
 */
export function decideDrawLots(state: DayState, command: DrawLots, context: DecideContext): Decision {
  if (context.binding === null) return refuse('station-not-bound', 'D6');
  if (context.binding.kind === 'room') return refuse('office-only', 'LO1');
  if (state.site.day?.rules.values.hasLotDraw !== true) return refuse('lots-not-in-rules', 'R20');
  const times = state.site.lots.length;
  const openedAt = times === 0 ? null : entryUnderWay(state, context.nowMs);
  if (openedAt !== null) return refuse('lots-closed', 'LO4', { at: openedAt });
  const task = lotTaskOf(state);
  const wanted = task.rooms.reduce((sum, { places }) => sum + places, 0);
  if (wanted === 0) return refuse('lots-nothing-to-draw', 'LO1');
  if (task.pool.length < wanted) return refuse('lots-too-few-people', 'R02', { people: task.pool.length, wanted });
  if (!isSameTask(task, command)) return refuse('lots-changed', 'LO1');
  if (!fits(command)) return refuse('lots-not-possible', 'LO3', { rooms: '', names: '' });
  if (times > 0 && context.reason === null) return refuse('reason-missing', 'LO4', { times });
  const { type: _, pool, rooms, forbidden, result, ...source } = command;
  return accept({
    type: 'LotsDrawn',
    data: {
      algorithm: LOT_ALGORITHM,
      ...source,
      pool: [...pool],
      rooms: [...rooms],
      forbidden: forbidden.map((one) => ({ staff: one.staff, rooms: [...one.rooms] })),
      result: [...result],
    },
    room: null,
    paper: null,
    occurredAt: context.occurredAt ?? context.nowMs,
  });
}

function isSameTask(now: Omit<LotTask, 'forbidden'>, drawn: LotTask): boolean {
  const textOf = ({ pool, rooms }: Omit<LotTask, 'forbidden'>) =>
    JSON.stringify([pool, rooms.map(({ room, places }) => [room, places])]);
  return textOf(now) === textOf(drawn);
}

/** Every place filled, by somebody of the pool, by nobody twice, by nobody who must keep away. */
function fits({ pool, rooms, forbidden, result }: DrawLots): boolean {
  const people = new Set(result.map(({ staff }) => staff));
  return (
    people.size === result.length &&
    [...people].every((staff) => pool.includes(staff)) &&
    result.length === rooms.reduce((sum, { places }) => sum + places, 0) &&
    rooms.every(({ room, places }) => result.filter((one) => one.room === room).length === places) &&
    forbidden.every(({ staff, rooms: kept }) => result.every((one) => one.staff !== staff || !kept.includes(one.room)))
  );
}
