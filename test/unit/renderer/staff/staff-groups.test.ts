import { describe, expect, it } from 'vitest';
import { freeInvigilators, groupStaff } from '../../../../renderer/screens/staff/staff-groups.ts';
import { gapTexts } from '../../../../renderer/text/staff.ts';
import type { StaffCard } from '../../../../shared/contract/views.ts';
import { as, type RoomNo } from '../../../../shared/ids.ts';
import { at, CHIEF, INVIGILATOR_1, INVIGILATOR_2, must, ROOM, type SimStation } from '../../../support/sim-station.ts';
import { createStaffedRoom, NEWCOMER, replace } from '../../../support/staff-acts.ts';

function cardsOf({ state }: SimStation): readonly StaffCard[] {
  return Object.values(state.site.staff).map(({ staff, role, room, leftAt }) => ({
    staff,
    role,
    room,
    leftAt,
    name: staff,
  }));
}

function idsOf(members: readonly { readonly card: StaffCard }[]) {
  return members.map(({ card }) => card.staff);
}

describe('the staff on their page', () => {
  it('[ST3] stand in their room, beside it, or wait for one', () => {
    const station = createStaffedRoom();
    const { management, rooms, unassigned, left } = groupStaff(station.state, cardsOf(station), ROOM);
    expect(idsOf(management)).toEqual([CHIEF]);
    expect(rooms.map(({ room, have, want, people }) => [room, have, want, idsOf(people).toSorted()])).toEqual([
      [ROOM, 2, 2, [INVIGILATOR_1, INVIGILATOR_2]],
    ]);
    expect(idsOf(unassigned)).toEqual([NEWCOMER]);
    expect(left).toEqual([]);
  });

  it('[ST5] who was replaced stands apart, and may be asked back', () => {
    const station = createStaffedRoom();
    must(station.act(replace(), at('07:40'), { actor: CHIEF }));
    const { unassigned, left } = groupStaff(station.state, cardsOf(station), null);
    expect(idsOf(left)).toEqual([INVIGILATOR_1]);
    expect(unassigned).toEqual([]);
    expect(freeInvigilators(station.state, cardsOf(station)).map(({ staff }) => staff)).toEqual([INVIGILATOR_1]);
  });

  it('[R02] rooms that lack the same stand in one line', () => {
    const gap = { kind: 'too-few-invigilators', rule: 'R02', have: 0, want: 2 } as const;
    expect(
      gapTexts([
        { ...gap, room: ROOM },
        { ...gap, room: as<RoomNo>('002'), have: 1 },
      ]),
    ).toEqual(['监考员不足的考场（R02）：001（0/2）、002（1/2）']);
  });
});
