import { describe, expect, it } from 'vitest';
import { rosterFileErrorText, rosterProblemText } from '../../../../renderer/text/roster.ts';
import type { RosterProblem } from '../../../../shared/domain/roster.ts';

function aProblem(change: Partial<RosterProblem>): RosterProblem {
  return {
    row: 4,
    column: 'C',
    heading: '证件号码',
    field: 'idNumber',
    code: 'id-check-digit',
    severity: 'warning',
    value: '',
    otherRow: null,
    ...change,
  };
}

describe('rosterProblemText', () => {
  it('says where, that digits are lost, and what to do', () => {
    expect(rosterProblemText(aProblem({ code: 'id-number-lost-digits', severity: 'error' }))).toBe(
      '第 4 行 C 列「证件号码」：证件号码是数字格式，末几位已经丢失，无法还原。请把该列设为「文本」，从报名系统重新导出。',
    );
  });

  it('names the other row of a duplicate', () => {
    const problem = aProblem({ code: 'duplicate-seat', column: 'D', heading: '座位', value: '12', otherRow: 13 });
    expect(rosterProblemText(problem)).toBe('第 4 行 D 列「座位」：座位 12 已在第 13 行排给别人。请改排座位。');
  });

  it('leaves out a column or a heading that there is none of', () => {
    expect(rosterProblemText(aProblem({ code: 'over-capacity', column: null, heading: '', value: '41' }))).toMatch(
      /^第 4 行：该考场的第 41 人/,
    );
    expect(rosterProblemText(aProblem({ heading: ' ' }))).toMatch(/^第 4 行 C 列：/);
  });

  it('tells an empty cell from one that is not understood', () => {
    expect(rosterProblemText(aProblem({ code: 'unknown-level', value: ' ' }))).toContain('没有级别');
    expect(rosterProblemText(aProblem({ code: 'unknown-level', value: '特级' }))).toContain('不认识级别「特级」');
  });
});

describe('rosterFileErrorText', () => {
  it('says what the file really is and what to choose instead', () => {
    expect(rosterFileErrorText({ code: 'file-not-a-roster', details: { kind: 'pdf' } }, '名单.xlsx')).toEqual({
      title: '「名单.xlsx」其实是 PDF 文件，不是名单表格',
      whatToDo: '请选择 .xlsx 或 .csv 名单文件。',
    });
    expect(rosterFileErrorText({ code: 'file-not-a-roster', details: { kind: 'html' } }, 'a.xls').whatToDo).toContain(
      '另存为',
    );
    expect(rosterFileErrorText({ code: 'file-not-a-roster', details: { kind: 'binary' } }, 'a').title).toBe(
      '「a」不是名单文件',
    );
  });

  it('names the missing columns in words', () => {
    const error = { code: 'file-required-column-missing', details: { missing: 'ticket,seat', headingRow: 3 } } as const;
    expect(rosterFileErrorText(error, 'a.xlsx')).toEqual({
      title: '名单缺少：准考证号、座位号',
      whatToDo: '第 3 行是表头，其中没有这些列。请补上后再导入。',
    });
  });
});
