import { describe, expect, it } from 'vitest';
import type { RosterTable } from '../../../../shared/domain/roster-table.ts';
import { readStaffTable } from '../../../../shared/domain/staff-table.ts';
import { must } from '../../../support/sim-station.ts';

/** A sheet of texts; numbers stay numbers, as a spreadsheet keeps telephones and PINs. */
function tableOf(...rows: readonly (readonly (string | number)[])[]): RosterTable {
  return {
    rows: rows.map((cells, at) => ({
      row: at + 1,
      cells: cells.map((value) =>
        typeof value === 'number'
          ? ({ kind: 'number', value } as const)
          : value === ''
            ? ({ kind: 'empty' } as const)
            : ({ kind: 'text', text: value } as const),
      ),
    })),
    otherSheets: [],
  };
}

const HEAD = ['姓名', '角色', '考场', '电话', '专业', '院系', '任教班级', '培训', 'PIN'];

describe('a staff list', () => {
  it('[ST2] is read under a title, its columns by their usual names', () => {
    const { rows, problems } = must(
      readStaffTable(
        tableOf(
          ['2022年11月考务人员安排表'],
          ['序号', '监考姓名', '考务职务（必填）', '考场号', '联系电话', '是否培训', '初始PIN'],
          ['1', '张监考', '监考老师', '001', 13_800_000_001, '已培训', '246810'],
          ['2', '李副考', '副主考', '', '０２４-８８８', '', ''],
        ),
      ),
    );
    expect(problems).toEqual([]);
    expect(rows).toEqual([
      {
        row: 3,
        name: '张监考',
        role: 'invigilator',
        room: '001',
        isTrained: true,
        pin: '246810',
        details: { phone: '13800000001', major: '', department: '', classes: '', remark: '' },
      },
      expect.objectContaining({
        row: 4,
        role: 'deputy',
        room: '',
        isTrained: false,
        pin: null,
        details: expect.objectContaining({ phone: '024-888' }),
      }),
    ]);
  });

  it('[ST2] says which rows cannot be taken, and takes the others', () => {
    const { rows, problems, personRows } = must(
      readStaffTable(
        tableOf(
          HEAD,
          ['', '监考员'],
          ['王监考', '后勤'],
          ['赵监考', ''],
          ['字'.repeat(51), '监考员'],
          ['钱监考', '监考员'],
          ['', ''],
          ['', '', '合计 5 人'],
        ),
      ),
    );
    expect(rows.map(({ name }) => name)).toEqual(['钱监考']);
    expect(personRows).toBe(5);
    expect(problems.map(({ row, code, severity }) => [row, code, severity])).toEqual([
      [2, 'name-missing', 'error'],
      [3, 'role-unknown', 'error'],
      [4, 'role-unknown', 'error'],
      [5, 'name-too-long', 'error'],
    ]);
  });

  it('[ST2] an unclear training is none, an unusable PIN is made anew; a PIN is never repeated in a problem', () => {
    const { rows, problems } = must(
      readStaffTable(
        tableOf(
          HEAD,
          ['张监考', '监考员', '', '', '', '', '', '下周', '12'],
          ['李监考', '监考员', '', '', '', '', '', '√', 1234],
        ),
      ),
    );
    expect(rows.map(({ isTrained, pin }) => [isTrained, pin])).toEqual([
      [false, null],
      [true, '1234'],
    ]);
    expect(problems).toEqual([
      { row: 2, severity: 'warning', code: 'training-unclear', value: '下周' },
      { row: 2, severity: 'warning', code: 'pin-unusable', value: '' },
    ]);
  });

  it.each([
    ['a list of candidates', tableOf(['准考证号', '姓名', '考场'], ['1', '张三', '001'])],
    ['an empty sheet', tableOf()],
  ])('[ST2] %s is no staff list', (_, table) => {
    expect(readStaffTable(table)).toEqual({ ok: false, error: 'staff-without-heading' });
  });
});
