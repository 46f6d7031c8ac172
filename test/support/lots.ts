import { createHash } from 'node:crypto';
import type { LotTask, Sha256 } from '../../shared/domain/lots-draw.ts';
import { as, type RoomNo, type StaffId } from '../../shared/ids.ts';

export const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

export function staffNo(n: number): StaffId {
  return as<StaffId>(`staff-${String(n).padStart(2, '0')}`);
}

export function roomNo(n: number): RoomNo {
  return as<RoomNo>(String(n).padStart(3, '0'));
}

/** `people` for `rooms` rooms of two places each; `kept` = rooms (by number) that a person (by number) must not have. */
export function lotTask(
  people: number,
  rooms: number,
  kept: Readonly<Record<number, readonly number[]>> = {},
): LotTask {
  return {
    pool: Array.from({ length: people }, (_, at) => staffNo(at + 1)),
    rooms: Array.from({ length: rooms }, (_, at) => ({ room: roomNo(at + 1), places: 2 })),
    forbidden: Object.entries(kept).map(([n, of]) => ({ staff: staffNo(Number(n)), rooms: of.map(roomNo) })),
  };
}
