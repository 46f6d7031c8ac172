import { describe, expect, it } from 'vitest';
import { invigilatorsWanted, staffingGaps, type StaffingInput } from '../../../../shared/domain/staffing.ts';
import type { Role } from '../../../../shared/domain/events.ts';
import { as, type RoomNo } from '../../../../shared/ids.ts';
import { createReadyRoom } from '../../../support/sim-station.ts';

const RULES = createReadyRoom(1).state.site.day!.rules.values;
const ROOM = as<RoomNo>('001');

function member(role: Role, more: Partial<StaffingInput['staff'][number]> = {}): StaffingInput['staff'][number] {
  return { role, room: null, isTrained: true, leftAt: null, ...more };
}

const FULL = [
  member('chief'),
  member('deputy'),
  member('technician', { room: ROOM, isTrained: false }),
  member('inspector'),
  member('inspector'),
  member('invigilator', { room: ROOM }),
  member('invigilator', { room: ROOM }),
];

function gapsOf(staff: StaffingInput['staff'], expected = 40) {
  return staffingGaps({ rules: RULES, rooms: [{ room: ROOM, expected }], staff });
}

describe('人员配备', () => {
  it.each([
    [0, 2],
    [1, 2],
    [40, 2],
    [41, 4],
    [80, 4],
    [81, 6],
  ])('[R02] %i candidates want %i invigilators', (people, wanted) => {
    expect(invigilatorsWanted(RULES, people)).toBe(wanted);
  });

  it('is complete with a chief, a deputy, a technician, five managers and two trained invigilators a room', () => {
    expect(gapsOf(FULL)).toEqual([]);
  });

  it('[R02] a room with too few or too many invigilators is an open point of that room', () => {
    expect(gapsOf(FULL, 41)).toEqual([{ kind: 'too-few-invigilators', rule: 'R02', room: ROOM, have: 2, want: 4 }]);
    expect(gapsOf([...FULL, member('invigilator', { room: ROOM })])).toEqual([
      { kind: 'too-many-invigilators', rule: 'R02', room: ROOM, have: 3, want: 2 },
    ]);
  });

  it('[R06] so is an invigilator in a room who was not trained; one without a room is not yet', () => {
    const waiting = member('invigilator', { isTrained: false });
    expect(gapsOf([...FULL.slice(0, -1), member('invigilator', { room: ROOM, isTrained: false }), waiting])).toEqual([
      { kind: 'untrained-invigilators', rule: 'R06', room: ROOM, have: 1, want: 0 },
    ]);
  });

  it('[R03] deputies and technicians by the rules of the day', () => {
    const without = FULL.filter(({ role }) => role !== 'deputy' && role !== 'technician');
    const others = [member('inspector'), member('inspector')];
    expect(gapsOf([...without, ...others])).toEqual([
      { kind: 'too-few-deputies', rule: 'R03', room: null, have: 0, want: 1 },
      { kind: 'too-few-technicians', rule: 'R03', room: null, have: 0, want: 1 },
    ]);
    expect(gapsOf([...FULL, member('deputy'), member('deputy')])).toEqual([
      { kind: 'too-many-deputies', rule: 'R03', room: null, have: 3, want: 2 },
    ]);
  });

  it('[R04] fewer than five besides the invigilators are an open point', () => {
    expect(gapsOf(FULL.slice(1))).toEqual([{ kind: 'too-few-managers', rule: 'R04', room: null, have: 4, want: 5 }]);
  });

  it('[ST5] who was replaced is not counted', () => {
    expect(gapsOf([...FULL, member('invigilator', { leftAt: 1 })])).toEqual([]);
    expect(gapsOf([...FULL.slice(0, -1), member('invigilator', { leftAt: 1 })])).toMatchObject([
      { kind: 'too-few-invigilators', have: 1 },
    ]);
  });
});
