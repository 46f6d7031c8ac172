import { checkStandings, type CheckStanding, isCheckOpen } from '../../../shared/domain/checks-state.ts';
import type { DayInfo, DayState, RoomState } from '../../../shared/domain/state.ts';
import type { RoomNo } from '../../../shared/ids.ts';

/** One place with what is still open there; `room` null = the site's own list. */
export interface BoardRow {
  readonly room: RoomState | null;
  readonly standings: readonly CheckStanding[];
  readonly open: number;
}

/** The site first, then its rooms, the worst first; equally bad ones by number. */
export function checkBoard(state: DayState, day: DayInfo): readonly BoardRow[] {
  const site = boardRow(state, day, null);
  const rooms = Object.values(state.rooms)
    .map(({ room }) => boardRow(state, day, room))
    .toSorted((a, b) => b.open - a.open || ((a.room?.room ?? '') < (b.room?.room ?? '') ? -1 : 1));
  return [site, ...rooms];
}

/** A room, or with `roomNo` null the site. */
export function boardRow(state: DayState, { rules }: DayInfo, roomNo: RoomNo | null): BoardRow {
  const room = roomNo === null ? null : (state.rooms[roomNo] ?? null);
  const standings = checkStandings(room?.checks ?? state.site.checks, {
    scope: roomNo === null ? 'site' : 'room',
    people: room?.expected ?? 0,
    rules: rules.values,
  });
  return { room, standings, open: standings.filter(isCheckOpen).length };
}

/** What 今日考务 counts: a room's own, at the exam office all of them; with the choice of the sheet that is signed. */
export function openChecksAt(state: DayState, day: DayInfo, roomNo: RoomNo | null): number {
  const rows = roomNo === null ? checkBoard(state, day) : [boardRow(state, day, roomNo)];
  const unchosen = roomNo === null && state.site.common.officialSheet === null ? 1 : 0;
  return rows.reduce((sum, { open }) => sum + open, unchosen);
}
