import { useMemo } from 'react';
import { expectedIn } from '../../../shared/domain/attendance.ts';
import type { Confirmation, RoomState } from '../../../shared/domain/state.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { useStation } from '../../stores/station-store.ts';

/** One room as the office sees it: its sheet of one paper. */
export interface SiteRoom {
  readonly room: RoomState;
  readonly people: number;
  /** Copies of its 签到表 made here. */
  readonly copies: number;
  readonly handedOut: Confirmation | null;
}

/** The rooms in which somebody sits this paper, by number. */
export function useSiteRooms(paper: PaperId): readonly SiteRoom[] {
  const rooms = useStation((view) => view.state.rooms);
  return useMemo(() => siteRooms(Object.values(rooms), paper), [rooms, paper]);
}

export function siteRooms(rooms: readonly RoomState[], paper: PaperId): readonly SiteRoom[] {
  return rooms
    .map((room) => ({
      room,
      people: expectedIn(room, paper).length,
      copies: room.issued.filter((issued) => issued.kind === 'sign-in-sheet' && issued.paper === paper).length,
      handedOut: room.handedOut[paper] ?? null,
    }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => (a.room.room < b.room.room ? -1 : 1));
}
