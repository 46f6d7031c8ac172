import { describe, expect, it } from 'vitest';
import { hasPeopleElsewhere, peopleHere, secondOf } from '../../../../renderer/stores/people-here.ts';
import type { StaffCard } from '../../../../shared/contract/views.ts';
import { as, type RoomNo, type StaffId } from '../../../../shared/ids.ts';

const ROOM = as<RoomNo>('002');

function card(name: string, role: StaffCard['role'], room: string | null, leftAt: number | null = null): StaffCard {
  return { staff: as<StaffId>(name), name, role, room: room === null ? null : as<RoomNo>(room), leftAt };
}

/** The staff of a whole day, as a day package brings them into every room. */
const STAFF = [
  card('chief', 'chief', null),
  card('first-of-1', 'invigilator', '001'),
  card('second-of-1', 'invigilator', '001'),
  card('first-of-2', 'invigilator', '002'),
  card('left-2', 'invigilator', '002', 1),
  card('second-of-2', 'invigilator', '002'),
  card('waiting', 'invigilator', null),
  card('technician', 'technician', null),
  card('technician-of-1', 'technician', '001'),
];
const IN_ROOM = { kind: 'room', room: ROOM } as const;
const namesOf = (cards: readonly StaffCard[]) => cards.map(({ name }) => name);

describe('who is asked for at a computer', () => {
  it('in a room its own people, the invigilators first, and those of the whole site; nobody of another room', () => {
    expect(namesOf(peopleHere(STAFF, IN_ROOM))).toEqual(['first-of-2', 'second-of-2', 'technician', 'chief']);
    expect(hasPeopleElsewhere(STAFF, IN_ROOM)).toBe(true);
  });

  it('at the office whoever is of no room’s invigilators', () => {
    expect(namesOf(peopleHere(STAFF, { kind: 'office' }))).toEqual(['technician', 'technician-of-1', 'chief']);
  });

  it('before the computer has its place, everybody on duty', () => {
    expect(peopleHere(STAFF, null)).toHaveLength(7);
    expect(hasPeopleElsewhere(STAFF, null)).toBe(false);
  });
});

describe('who stands by as the second person', () => {
  it('is the other invigilator of this room, for the chief too', () => {
    expect(secondOf(STAFF, as('second-of-2'), IN_ROOM)?.name).toBe('first-of-2');
    expect(secondOf(STAFF, as('first-of-2'), IN_ROOM)?.name).toBe('second-of-2');
    expect(secondOf(STAFF, as('chief'), IN_ROOM)?.name).toBe('first-of-2');
    expect(secondOf(STAFF, null, IN_ROOM)).toBeNull();
  });

  it('is nobody at the office, whoever is on duty in the rooms', () => {
    expect(secondOf(STAFF, as('chief'), { kind: 'office' })).toBeNull();
  });
});
