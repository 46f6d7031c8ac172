import { describe, expect, it } from 'vitest';
import { invigilatorsDuring, type StaffPost } from '../../../../shared/domain/staff-state.ts';
import type { StaffInfo } from '../../../../shared/domain/state.ts';
import { as, type RoomNo } from '../../../../shared/ids.ts';
import { INVIGILATOR_1, ROOM } from '../../../support/sim-station.ts';
import { createStaffedRoom } from '../../../support/staff-acts.ts';

const ELSEWHERE = as<RoomNo>('002');
/** The paper, in any unit of time. */
const PAPER = { from: 100, until: 200 };

/** One person with these posts. */
function siteOf(posts: readonly StaffPost[], more: Partial<StaffInfo> = {}) {
  const known = createStaffedRoom().state.site.staff[INVIGILATOR_1]!;
  return { staff: { [INVIGILATOR_1]: { ...known, posts, ...more } } };
}

describe('whose paper it was', () => {
  it.each([
    ['was there from the beginning', [{ room: ROOM, since: 0 }], 1],
    [
      'left at the very start',
      [
        { room: ROOM, since: 0 },
        { room: null, since: 100 },
      ],
      0,
    ],
    [
      'left in the first moment',
      [
        { room: ROOM, since: 0 },
        { room: null, since: 101 },
      ],
      1,
    ],
    ['came in its last moment', [{ room: ROOM, since: 200 }], 1],
    ['came after it', [{ room: ROOM, since: 201 }], 0],
    ['was in another room', [{ room: ELSEWHERE, since: 0 }], 0],
    [
      'came from another room',
      [
        { room: ELSEWHERE, since: 0 },
        { room: ROOM, since: 150 },
      ],
      1,
    ],
    [
      'is told out of order',
      [
        { room: null, since: 90 },
        { room: ROOM, since: 0 },
      ],
      0,
    ],
  ] as const)('[ST7] who %s', (_, posts, count) => {
    expect(invigilatorsDuring(siteOf(posts), ROOM, PAPER)).toHaveLength(count);
  });

  it('[ST7] invigilators alone', () => {
    expect(invigilatorsDuring(siteOf([{ room: ROOM, since: 0 }], { role: 'technician' }), ROOM, PAPER)).toEqual([]);
  });
});
