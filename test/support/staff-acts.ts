import type { Command } from '../../shared/domain/commands.ts';
import { as, type RoomNo, type StaffId } from '../../shared/ids.ts';
import { at, BOX, CHIEF, createReadyRoom, INVIGILATOR_1, must, ROOM, type SimStation } from './sim-station.ts';

export const NEWCOMER = as<StaffId>('staff-new');
const MORNING = at('07:00');

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** 更换监考员 of the first invigilator by the newcomer, approved by the chief on the spot. */
export function replace(overrides: Partial<Of<'replaceStaff'>> = {}): Of<'replaceStaff'> {
  return {
    type: 'replaceStaff',
    room: ROOM,
    leaves: INVIGILATOR_1,
    comes: NEWCOMER,
    enlists: null,
    recusal: null,
    opinion: BOX,
    approval: { approver: CHIEF, how: 'present' },
    ...overrides,
  };
}

/** Somebody who is enlisted without a room. */
export function enlist(overrides: Partial<Of<'enlistStaff'>> = {}): Of<'enlistStaff'> {
  return { type: 'enlistStaff', staff: NEWCOMER, role: 'invigilator', room: null, person: BOX, pin: BOX, ...overrides };
}

export const TRAINED = { isTrained: true, details: BOX };

/** Room 001 with its two invigilators and a third, trained, who has no room. */
export function createStaffedRoom(size = 40): SimStation {
  const station = createReadyRoom(size);
  must(station.act(enlist({ described: TRAINED }), MORNING, { actor: CHIEF }));
  return station;
}

/** 分派. */
export function post(staff: StaffId, room: RoomNo | null, more: Partial<Of<'postStaff'>> = {}): Of<'postStaff'> {
  return { type: 'postStaff', staff, room, recusal: null, ...more };
}
