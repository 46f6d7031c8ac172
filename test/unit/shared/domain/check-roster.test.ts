import { describe, expect, it } from 'vitest';
import { checkRoster, type CheckRosterOptions } from '../../../../shared/domain/check-roster.ts';
import type { CheckedRoster } from '../../../../shared/domain/roster.ts';
import { aTable } from '../../../support/roster-tables.ts';

const HEADINGS = ['准考证号', '姓名', '证件号码', '考场', '座位号', '级别'];
const OPTIONS: CheckRosterOptions = { capacityPerRoom: 40, today: '2022-11-20' };
type Row = readonly (string | number | null)[];

function person(at: number, change: { readonly [column: number]: string | number | null } = {}): Row {
  const row = [`T${at}`, `考生${at}`, null, '001', String(at), '初级'];
  return row.map((value, column) => (column in change ? (change[column] ?? null) : value));
}

function check(rows: readonly Row[], options: Partial<CheckRosterOptions> = {}): CheckedRoster {
  const checked = checkRoster(aTable(rows), { ...OPTIONS, ...options });
  if (!checked.ok) throw new Error(checked.error.code);
  return checked.value;
}

/** Everything said but the missing ID numbers, which these rows leave out. */
function problems(roster: CheckedRoster): readonly unknown[] {
  return roster.problems
    .filter((problem) => problem.code !== 'missing-id')
    .map(({ row, code, severity, otherRow }) => [row, code, severity, otherRow]);
}

function refusal(rows: readonly Row[], options: Partial<CheckRosterOptions> = {}): unknown {
  const checked = checkRoster(aTable(rows), { ...OPTIONS, ...options });
  return checked.ok ? 'taken' : checked.error;
}

describe('checkRoster', () => {
  it('takes a row whole: ID number kept, both papers where no column says otherwise', () => {
    const roster = check([HEADINGS, person(1, { 2: '510199200502184019' })]);
    expect(roster.rows).toEqual([
      {
        row: 2,
        room: '001',
        place: '',
        seat: 1,
        level: 'elementary',
        papers: ['theory', 'practical'],
        person: {
          name: '考生1',
          ticket: 'T1',
          idType: '',
          idNumber: '510199200502184019',
          gender: '',
          school: '',
          major: '',
          className: '',
        },
        marks: [],
      },
    ]);
  });

  it('leaves out a row with an error, keeps one with a warning and marks the person', () => {
    const roster = check([HEADINGS, person(1, { 5: '特级' }), person(2, { 2: '510199200502184010' })]);
    expect(problems(roster)).toEqual([
      [2, 'unknown-level', 'error', null],
      [3, 'id-check-digit', 'warning', null],
    ]);
    expect(roster.rows.map((row) => [row.row, row.marks])).toEqual([[3, ['id-check-digit']]]);
    expect(roster.personRows).toBe(2);
  });

  it('says where: row, column letter, heading as read and what stands there', () => {
    const roster = check([['列表'], HEADINGS, person(1, { 4: '靠窗' })]);
    expect(roster.problems.find((problem) => problem.code === 'bad-seat')).toEqual({
      row: 3,
      column: 'E',
      heading: '座位号',
      field: 'seat',
      code: 'bad-seat',
      severity: 'error',
      value: '靠窗',
      otherRow: null,
    });
  });

  it('names the earlier row of a ticket, a seat and an ID number that stand twice', () => {
    const roster = check([
      HEADINGS,
      person(1, { 2: '510199200502184019' }),
      person(2, { 0: 't1' }),
      person(3, { 4: '1' }),
      person(4, { 2: '510199200502184019' }),
    ]);
    expect(problems(roster)).toEqual([
      [3, 'duplicate-ticket', 'error', 2],
      [4, 'duplicate-seat', 'error', 2],
      [5, 'duplicate-id', 'error', 2],
    ]);
    expect(roster.rows.map((row) => row.row)).toEqual([2]);
  });

  it('[R13] refuses a second level of one person', () => {
    const id = '510199200502184019';
    const roster = check([HEADINGS, person(1, { 2: id }), person(2, { 2: id, 5: '高级' })]);
    expect(problems(roster)).toEqual([[3, 'two-levels-one-person', 'error', 2]]);
  });

  it('says a row that was copied whole once only', () => {
    const row = person(1, { 2: '510199200502184019' });
    expect(problems(check([HEADINGS, row, row]))).toEqual([[3, 'duplicate-ticket', 'error', 2]]);
  });

  it('holds one seat number in two rooms for two seats', () => {
    expect(problems(check([HEADINGS, person(1), person(2, { 3: '002', 4: '1' })]))).toEqual([]);
  });

  it('warns of everybody beyond the capacity of a room, without marking the person', () => {
    const roster = check([HEADINGS, person(1), person(2), person(3), person(4, { 3: '002' })], { capacityPerRoom: 2 });
    expect(problems(roster)).toEqual([[4, 'over-capacity', 'warning', null]]);
    expect(roster.rows[2]?.marks).toEqual(['missing-id']);
  });

  it('ignores sums, notes, blank rows, empty seats and headings that are printed again', () => {
    const roster = check([
      ['序号', ...HEADINGS],
      [1, ...person(1)],
      [null],
      ['序号', ...HEADINGS],
      [2, ...person(2)],
      [3, null, null, null, '001', '3', null],
      ['合计：2 人'],
    ]);
    expect(roster.personRows).toBe(2);
    expect(roster.rows.map((row) => row.row)).toEqual([2, 5]);
  });

  it('puts everybody into the given room where the file has no column for it', () => {
    const rows = [HEADINGS.filter((_, at) => at !== 3), person(1).filter((_, at) => at !== 3)];
    expect(refusal(rows)).toEqual({
      code: 'file-required-column-missing',
      details: { missing: 'room', headingRow: 1 },
    });
    const roster = check(rows, { defaultRoom: '007', capacityPerRoom: 0 });
    expect(roster.rows[0]?.room).toBe('007');
    expect(roster.problems.at(-1)).toMatchObject({ code: 'over-capacity', column: null, field: null, heading: '' });
  });

  it('does not put a person without a room into the given room', () => {
    expect(problems(check([HEADINGS, person(1, { 3: null })], { defaultRoom: '007' }))).toEqual([
      [2, 'missing-room', 'error', null],
    ]);
  });

  it('says a missing ID number only where there is a column for it', () => {
    const without = (row: Row) => row.filter((_, at) => at !== 2);
    expect(check([without(HEADINGS), without(person(1))]).problems).toEqual([]);
    expect(check([HEADINGS, person(1)]).problems.map((problem) => problem.code)).toEqual(['missing-id']);
  });

  it('refuses what is no roster, each with its own code', () => {
    expect(refusal([])).toEqual({ code: 'file-empty', details: {} });
    expect(refusal([[null], [' ']])).toEqual({ code: 'file-empty', details: {} });
    expect(
      refusal([
        ['产品', '价格'],
        ['苹果', 3],
      ]),
    ).toEqual({ code: 'file-no-heading-row', details: {} });
    expect(
      refusal([
        ['姓名', '性别'],
        ['张三', '男'],
      ]),
    ).toEqual({
      code: 'file-required-column-missing',
      details: { missing: 'ticket,room,seat,level', headingRow: 1 },
    });
    expect(refusal([HEADINGS, ['', ' ']])).toEqual({ code: 'file-no-person-rows', details: { headingRow: 1 } });
  });
});
