import { describe, expect, it } from 'vitest';
import { planStaffImport } from '../../../../shared/domain/staff-import.ts';
import type { StaffRow } from '../../../../shared/domain/staff-table.ts';
import { as, type StaffId } from '../../../../shared/ids.ts';
import {
  CHIEF,
  createReadyRoom,
  createSimStation,
  MAKE_DAY,
  must,
  ROOM,
  rosterOf,
  stationId,
} from '../../../support/sim-station.ts';

const NO_DETAILS = { phone: '', major: '', department: '', classes: '', remark: '' };

function row(at: number, more: Partial<StaffRow> = {}): StaffRow {
  return {
    row: at,
    name: `教师${at}`,
    role: 'invigilator',
    room: '',
    isTrained: true,
    pin: null,
    details: NO_DETAILS,
    ...more,
  };
}

/** Room 001 without anybody in it yet. */
function emptyRoom() {
  const station = createSimStation(stationId(1));
  must(station.act(MAKE_DAY, 0, { actor: null }));
  must(station.act(rosterOf(40), 0, { actor: CHIEF }));
  return station.state;
}

function plan(rows: readonly StaffRow[], more: Partial<Parameters<typeof planStaffImport>[0]> = {}) {
  return planStaffImport({ state: emptyRoom(), rows, problems: [], present: [], recusalOf: () => null, ...more });
}

const codes = ({ problems }: ReturnType<typeof plan>) => problems.map(({ row: at, code }) => [at, code]);

describe('a staff list against the day', () => {
  it.each(['001', '1', '第001考场', '００１', '001 号'])('[ST2] finds the room that is written %s', (room) => {
    expect(plan([row(2, { room })]).rows).toMatchObject([{ room: ROOM, known: null }]);
  });

  it('[ST2] a room that cannot be had is left open, and the row says why', () => {
    const found = plan(
      [
        row(2, { room: '001' }),
        row(3, { room: '009' }),
        row(4, { room: '001', isTrained: false }),
        row(5, { room: '001', details: { ...NO_DETAILS, classes: '软件2301' } }),
        row(6, { room: '001', role: 'inspector' }),
        row(7, { room: '001' }),
        row(8, { room: '001' }),
        row(9, { room: '001', role: 'technician', isTrained: false }),
      ],
      { recusalOf: ({ classes }) => (classes === '' ? null : { kind: 'class', word: classes }) },
    );
    expect(found.rows.map(({ row: at, room }) => [at, room])).toEqual([
      [2, ROOM],
      [3, null],
      [4, null],
      [5, null],
      [6, null],
      [7, ROOM],
      [8, null],
      [9, ROOM],
    ]);
    expect(codes(found)).toEqual([
      [3, 'room-unknown'],
      [4, 'room-untrained'],
      [5, 'room-recusal'],
      [6, 'room-not-of-role'],
      [8, 'room-full'],
    ]);
  });

  it('[R02] counts who is in the room already', () => {
    expect(codes(plan([row(2, { room: '001' })], { state: createReadyRoom().state }))).toEqual([[2, 'room-full']]);
  });

  it('[ST2] the same name is the same person, but for another telephone', () => {
    const staff = as<StaffId>('known');
    const present = [{ staff, name: '教师2', phone: '138 0000' }];
    const found = plan(
      [
        row(2, { details: { ...NO_DETAILS, phone: '1380000' } }),
        row(3, { name: '教师2', details: { ...NO_DETAILS, phone: '1390000' } }),
        row(4, { name: '教师 2', details: { ...NO_DETAILS, phone: '1390000' } }),
      ],
      { present },
    );
    expect(found.rows.map(({ row: at, known }) => [at, known])).toEqual([
      [2, staff],
      [3, null],
    ]);
    expect(codes(found)).toEqual([
      [2, 'already-listed'],
      [4, 'listed-twice'],
    ]);
  });

  it('[ST2] two of one name are two people, known or not yet, each by his own telephone', () => {
    const [plain, called] = [as<StaffId>('plain'), as<StaffId>('called')];
    const withPhone = (at: number, phone: string) => row(at, { name: '王伟', details: { ...NO_DETAILS, phone } });
    const knownOf = (rows: readonly StaffRow[], present: Parameters<typeof planStaffImport>[0]['present']) =>
      plan(rows, { present }).rows.map(({ known }) => known);
    const one = { staff: plain, name: '王伟', phone: '' };
    const both = [one, { staff: called, name: '王伟', phone: '139' }];
    expect(knownOf([withPhone(2, '138'), withPhone(3, '139')], [one])).toEqual([plain, null]);
    expect(knownOf([withPhone(2, '139')], both)).toEqual([called]);
    expect(knownOf([withPhone(2, '139'), withPhone(3, '138')], both)).toEqual([called, plain]);
  });

  it('[ST2] whoever is listed in another role keeps his own, and the row says so', () => {
    const found = plan([row(2, { name: '周主考', role: 'technician' })], {
      present: [{ staff: CHIEF, name: '周主考', phone: '' }],
    });
    expect(found.rows).toMatchObject([{ known: CHIEF, role: 'chief' }]);
    expect(codes(found)).toEqual([[2, 'role-kept']]);
  });

  it('[ST2] a day has one chief: he is described, another is left out', () => {
    const found = plan([row(2, { name: '周主考', role: 'chief' }), row(3, { role: 'chief' })], {
      present: [{ staff: CHIEF, name: '周主考', phone: '' }],
    });
    expect(found.rows).toMatchObject([{ row: 2, known: CHIEF }]);
    expect(codes(found)).toEqual([
      [2, 'already-listed'],
      [3, 'another-chief'],
    ]);
  });
});
