import { describe, expect, it } from 'vitest';
import { signersOf } from '../../../../renderer/screens/documents/signers.ts';
import type { StaffCard } from '../../../../shared/contract/views.ts';
import { as, type RoomNo, type StaffId } from '../../../../shared/ids.ts';

const ROOM = as<RoomNo>('001');

function card(name: string, role: StaffCard['role'], room: string | null): StaffCard {
  return { staff: as<StaffId>(name), role, room: room === null ? null : as<RoomNo>(room), leftAt: null, name };
}

const HERE = { room: ROOM, invigilators: ['first', 'second'].map((name) => as<StaffId>(name)) };

const STAFF = [
  card('chief', 'chief', null),
  card('elsewhere', 'invigilator', '002'),
  card('technician', 'technician', null),
  card('first', 'invigilator', '001'),
  card('inspector', 'inspector', null),
  card('second', 'invigilator', '001'),
];

describe('who signs a room record', () => {
  it('[R36] the room’s invigilators have to, its technician and the chief may', () => {
    expect(signersOf(STAFF, HERE, []).map(({ card: { name }, isDue }) => [name, isDue])).toEqual([
      ['first', true],
      ['second', true],
      ['technician', false],
      ['chief', false],
    ]);
  });

  it('says when each has signed exactly this', () => {
    const signed = { staff: as<StaffId>('second'), role: 'invigilator', at: 5 } as const;
    expect(signersOf(STAFF, HERE, [signed]).map(({ signedAt }) => signedAt)).toEqual([null, 5, null, null]);
  });
});
