import { describe, expect, it } from 'vitest';
import { freeInvigilators, groupStaff } from '../../../../renderer/screens/staff/staff-groups.ts';
import { conflictTexts, gapTexts } from '../../../../renderer/text/staff.ts';
import type { StaffCard } from '../../../../shared/contract/views.ts';
import { as, type RoomNo } from '../../../../shared/ids.ts';
import { at, CHIEF, INVIGILATOR_1, INVIGILATOR_2, must, ROOM, type SimStation } from '../../../support/sim-station.ts';
import { roomNo } from '../../../support/lots.ts';
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

  it('[ST8] who was removed stands nowhere', () => {
    const station = createStaffedRoom();
    must(station.act({ type: 'removeStaff', staff: NEWCOMER, hasActed: false }, at('07:10'), { actor: CHIEF }));
    const { unassigned, left } = groupStaff(station.state, cardsOf(station), null);
    expect([...unassigned, ...left, ...freeInvigilators(station.state, cardsOf(station))]).toEqual([]);
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

describe('须回避 of one person', () => {
  it('[R05] names each reason once, with the rooms it holds for', () => {
    const conflict = (no: number, kind: 'class' | 'major', word: string) => ({ room: roomNo(no), kind, word });
    expect(
      conflictTexts([
        conflict(1, 'class', '软件2301'),
        conflict(2, 'major', '软件技术'),
        conflict(3, 'major', '软件技术'),
      ]),
    ).toEqual(['001 考场：此人是 软件2301 的班主任、辅导员或任课教师', '002、003 考场：此人任教 软件技术 专业']);
    const everywhere = Array.from({ length: 12 }, (_, at) => conflict(at + 1, 'major', '软件技术'));
    expect(conflictTexts(everywhere)).toEqual(['001、002、003、004 等 12 个考场：此人任教 软件技术 专业']);
  });
});
