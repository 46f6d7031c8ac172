import { describe, expect, it } from 'vitest';
import { lateSigners, signersOf } from '../../../../renderer/screens/documents/signers.ts';
import type { StaffCard } from '../../../../shared/contract/views.ts';
import { as, type DocumentId, type RoomNo, type StaffId } from '../../../../shared/ids.ts';

const ROOM = as<RoomNo>('001');

function card(name: string, role: StaffCard['role'], room: string | null): StaffCard {
  return { staff: as<StaffId>(name), role, room: room === null ? null : as<RoomNo>(room), leftAt: null, name };
}

const BLANK = { staff: null, isDue: false, at: null } as const;
const LINES = [
  { ...BLANK, role: 'invigilator', staff: as<StaffId>('first'), isDue: true },
  { ...BLANK, role: 'invigilator', staff: as<StaffId>('second'), isDue: true },
  { ...BLANK, role: 'technician', staff: as<StaffId>('technician') },
  { ...BLANK, role: 'chief' },
] as const;

const STAFF = [
  card('chief', 'chief', null),
  card('elsewhere', 'invigilator', '002'),
  card('technician', 'technician', null),
  card('first', 'invigilator', '001'),
  card('inspector', 'inspector', null),
  card('second', 'invigilator', '001'),
];

describe('who signs a paper', () => {
  it('[R36] the room’s invigilators have to, its technician and the chief may', () => {
    expect(signersOf(STAFF, ROOM, [...LINES]).map(({ card: { name }, isDue }) => [name, isDue])).toEqual([
      ['first', true],
      ['second', true],
      ['technician', false],
      ['chief', false],
    ]);
  });

  it('[ST5] who left keeps his line, and is asked for no signature here', () => {
    const staff = STAFF.map((one) => (one.name === 'first' ? { ...one, room: null, leftAt: 5 } : one));
    expect(signersOf(staff, ROOM, [...LINES]).map(({ card: { name }, isHere }) => [name, isHere])).toEqual([
      ['first', false],
      ['second', true],
      ['technician', true],
      ['chief', true],
    ]);
  });

  it('says when each has signed exactly this', () => {
    const lines = LINES.map((line) => (line.staff === 'second' ? { ...line, at: 5 } : line));
    expect(signersOf(STAFF, ROOM, lines).map(({ signedAt }) => signedAt)).toEqual([null, 5, null, null]);
  });

  it('offers no technician on a paper that has no line for one', () => {
    const lines = LINES.filter(({ role }) => role !== 'technician');
    expect(signersOf(STAFF, ROOM, lines).map(({ card: { name } }) => name)).toEqual(['first', 'second', 'chief']);
  });

  it('[SE4] lets sign late whose field waits, a deputy on a nameless field of the chief, and nobody twice', () => {
    const deputy = card('deputy', 'deputy', null);
    const sealed = {
      document: as<DocumentId>('1'),
      at: 0,
      contentDigest: '',
      isOutdated: false,
      isSubjectGone: false,
      signatures: [{ staff: as<StaffId>('first'), as: 'invigilator', at: 1 }],
    } as const;
    const late = (open: Parameters<typeof lateSigners>[2]['open']) =>
      lateSigners([...STAFF, deputy], ROOM, { ...sealed, signatures: [...sealed.signatures], open }).map(
        ({ name }) => name,
      );
    expect(late([{ as: 'chief', staff: null }])).toEqual(['chief', 'deputy']);
    expect(late([{ as: 'technician', staff: as<StaffId>('technician') }])).toEqual(['technician']);
    expect(late([{ as: 'invigilator', staff: null }])).toEqual(['second']);
  });
});
