import type { Command } from '../../shared/domain/commands.ts';
import { type RoomNo, type SeatNo, as, type StaffId } from '../../shared/ids.ts';
import {
  at,
  BOX,
  CHIEF,
  createSimStation,
  MAKE_DAY_2021,
  must,
  rosterEntry,
  type SimStation,
  stationId,
} from './sim-station.ts';

/** By the chief, at the exam office. */
export const AT_OFFICE = { actor: CHIEF } as const;

/** An exam office with rooms 001, 002, … of so many candidates each; R2021, so that lots are drawn. */
export function createOffice(people: readonly number[], day: Command = MAKE_DAY_2021): SimStation {
  const station = createSimStation(stationId(9));
  const morning = at('07:00');
  must(station.act(day, morning, { actor: null }));
  const rooms = people.map((expected, index) => ({
    room: as<RoomNo>(String(index + 1).padStart(3, '0')),
    place: `实训楼20${index + 1}`,
    expected,
  }));
  const entries = rooms.flatMap(({ room, expected }, index) =>
    Array.from({ length: expected }, (_, seat) =>
      rosterEntry(index * 100 + seat + 1, { room, seat: as<SeatNo>(seat + 1) }),
    ),
  );
  const summary = { fileName: BOX, fileHash: 'f'.repeat(32), personRows: entries.length, taken: entries.length };
  must(
    station.act(
      {
        type: 'importRoster',
        binding: { kind: 'office' },
        rooms,
        entries,
        otherRooms: {},
        summary: { ...summary, leftOut: 0, warnings: 0, repaired: 0 },
      },
      morning,
      { actor: CHIEF },
    ),
  );
  return station;
}

/** Invigilators as the office knows them before lots are drawn. */
export function enlistFor(
  station: SimStation,
  staff: StaffId,
  { room = null, isTrained = true }: { readonly room?: RoomNo | null; readonly isTrained?: boolean } = {},
): StaffId {
  const morning = at('07:10');
  const told = { room: null, actor: CHIEF } as const;
  station.record('StaffEnlisted', { staff, role: 'invigilator', room, person: BOX, pin: BOX }, morning, told);
  station.record('StaffDescribed', { staff, isTrained, details: BOX }, morning, told);
  return staff;
}
