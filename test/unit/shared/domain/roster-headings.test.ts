import { describe, expect, it } from 'vitest';
import { findLayout, missingFields } from '../../../../shared/domain/roster-headings.ts';
import { columnLetter } from '../../../../shared/domain/roster-table.ts';
import { aTable } from '../../../support/roster-tables.ts';

const FULL = ['准考证号', '姓名', '考场编号', '座位号', '级别'];

function fieldsOf(headings: readonly string[]): readonly (string | null)[] {
  return findLayout(aTable([headings]))?.columns.map((column) => column.field) ?? [];
}

describe('findLayout', () => {
  it('finds the headings below titles and keeps the titles, each text once', () => {
    const layout = findLayout(
      aTable([
        ['编排表', '编排表', null],
        [null, null],
        ['打印日期', '2022'],
        FULL,
        ['1', '张三', '001', '01', '初级'],
      ]),
    );
    expect(layout?.headingRow.row).toBe(4);
    expect(layout?.titles).toEqual(['编排表', '打印日期 2022']);
  });

  it('forgives blanks, brackets, stars, colons and full-width signs', () => {
    expect(
      fieldsOf(['姓 名', '准考证号 ', '证件号码（必填）', '*座位号', '级别：', '考场【编号】', '考试科目(理论/实操)']),
    ).toEqual(['name', 'ticket', 'idNumber', 'seat', 'level', 'room', 'papers']);
  });

  it('gives a field that two columns claim to the surer heading, and the left one of equals', () => {
    expect(fieldsOf(['考号', '姓名', '准考证号', '姓名'])).toEqual([null, 'name', 'ticket', null]);
  });

  it('takes 考场 for the number where it stands alone, for the place where a number column stands beside it', () => {
    expect(fieldsOf(['姓名', '考场'])).toEqual(['name', 'room']);
    expect(fieldsOf(['姓名', '考场', '考场号'])).toEqual(['name', 'place', 'room']);
  });

  it('lets a mapping by hand name, move and leave out columns', () => {
    const table = aTable([['编号', '准考证号', '姓名', '班级']]);
    const fields = findLayout(table, { A: 'ticket', D: null })?.columns.map((column) => column.field);
    expect(fields).toEqual(['ticket', null, 'name', null]);
  });

  it('takes the first row of several texts when the headings are unknown and mapped by hand', () => {
    const table = aTable([['名单'], ['甲', '乙', '丙', '丁', '戊']]);
    expect(findLayout(table)).toBeNull();
    expect(findLayout(table, { A: 'ticket' })?.headingRow.row).toBe(2);
    expect(findLayout(aTable([['名单']]), { A: 'ticket' })).toBeNull();
  });

  it('looks no further than row 20', () => {
    const blank = Array.from({ length: 20 }, () => ['说明']);
    expect(findLayout(aTable([...blank, FULL]))).toBeNull();
    expect(findLayout(aTable([...blank.slice(1), FULL]))?.headingRow.row).toBe(20);
  });
});

describe('missingFields', () => {
  it('names what a roster cannot do without; a given room is not missed', () => {
    const layout = findLayout(aTable([['姓名', '性别']]))!;
    expect(missingFields(layout, false)).toEqual(['ticket', 'room', 'seat', 'level']);
    expect(missingFields(layout, true)).toEqual(['ticket', 'seat', 'level']);
  });
});

describe('columnLetter', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i → %s', (column, letter) => {
    expect(columnLetter(column)).toBe(letter);
  });
});
