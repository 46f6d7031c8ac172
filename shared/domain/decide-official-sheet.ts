import type { ChooseOfficialSheet } from './checks-commands.ts';
import type { DecideContext } from './commands.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { DayState, RoomState } from './state.ts';

/**
 * CL6: the office for every room, a room's own station for itself. Once a 签到表 was printed a change needs a reason,
 * because papers of both kinds are about from then on.
 */
export function decideChooseOfficialSheet(
  state: DayState,
  { which }: ChooseOfficialSheet,
  context: DecideContext,
): Decision {
  if (context.binding === null) return refuse('station-not-bound', 'D6');
  const room = context.binding.kind === 'room' ? context.binding.room : null;
  const own = room === null ? undefined : state.rooms[room];
  const rooms = room === null ? Object.values(state.rooms) : own === undefined ? [] : [own];
  const concerned = [...rooms, ...(own === undefined ? [state.site.common] : [])];
  if (concerned.every((one) => one.officialSheet?.which === which)) return refuse('official-sheet-already-so', 'CL6');
  if (context.reason === null && rooms.some(hasPrintedSheet)) return refuse('reason-missing', 'CL6');
  return accept({
    type: 'OfficialSheetChosen',
    data: { which },
    room,
    paper: null,
    occurredAt: context.occurredAt ?? context.nowMs,
  });
}

/** Whether a change would make papers of both kinds. */
export function hasPrintedSheet({ issued }: Pick<RoomState, 'issued'>): boolean {
  return issued.some(({ kind }) => kind === 'sign-in-sheet');
}
