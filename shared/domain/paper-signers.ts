import type { PaperId, RoomNo } from '../ids.ts';
import { collectionOf } from './collection.ts';
import { invigilatorsDuring } from './staff-state.ts';
import type { DayState, StaffInfo } from './state.ts';

/** ST7: the invigilators who sign a paper's record: all who worked in the room between its start and its 收卷. */
export function invigilatorsOfPaper(state: DayState, roomNo: RoomNo, paper: PaperId): readonly StaffInfo[] {
  const room = state.rooms[roomNo];
  const times = room?.timeline?.papers[paper];
  if (room === undefined || times === undefined) return [];
  const until = collectionOf(room, paper)?.occurredAt ?? times.lastEndsAt;
  return invigilatorsDuring(state.site, roomNo, { from: times.startsAt, until });
}
