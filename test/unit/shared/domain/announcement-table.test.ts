import { describe, expect, it } from 'vitest';
import { placeholdersOf, readAnnouncements, spokenKindName } from '../../../../shared/domain/announcement-table.ts';
import type { RosterTable } from '../../../../shared/domain/roster-table.ts';
import { SPOKEN_KINDS } from '../../../../shared/domain/timeline-types.ts';

/** A sheet of these rows, the first one row 1; '' is an empty cell. */
function sheet(...rows: readonly (readonly string[])[]): RosterTable {
  return {
    rows: rows.map((cells, at) => ({
      row: at + 1,
      cells: cells.map((text) => (text === '' ? { kind: 'empty' } : { kind: 'text', text })),
    })),
    otherSheets: [],
  };
}

const HEADINGS = ['环节', '科目', '指令'];

function read(...rows: readonly (readonly string[])[]) {
  const answer = readAnnouncements(sheet(HEADINGS, ...rows));
  if (!answer.ok) throw new Error(answer.error);
  return answer.value;
}

describe('宣读指令 of a table', () => {
  it('[D33] are read by the names that the template writes, of one paper or of both', () => {
    expect(
      read(['开考', '理论', '理论现在开考。'], ['开考', '实操', '实操现在开考。'], ['停止入场', '', '停止入场。']),
    ).toEqual({
      texts: [
        { kind: 'start', paper: 'theory', text: '理论现在开考。' },
        { kind: 'start', paper: 'practical', text: '实操现在开考。' },
        { kind: 'entry-close', paper: null, text: '停止入场。' },
      ],
      problems: [],
    });
  });

  it('every sentence has a name of its own', () => {
    expect(new Set(SPOKEN_KINDS.map(spokenKindName)).size).toBe(SPOKEN_KINDS.length);
    const { texts, problems } = read(...SPOKEN_KINDS.map((kind) => [spokenKindName(kind), '', '一句话。']));
    expect(texts.map(({ kind }) => kind)).toEqual(SPOKEN_KINDS);
    expect(problems).toEqual([]);
  });

  it('the headings may stand in another order, under a title, with blanks in them, and 科目 may be missing', () => {
    const table = sheet(['某考点宣读指令'], ['指 令', '', '环节'], ['停止入场。', '', '停止入场']);
    expect(readAnnouncements(table)).toEqual({
      ok: true,
      value: { texts: [{ kind: 'entry-close', paper: null, text: '停止入场。' }], problems: [] },
    });
  });

  it('a table without these headings is none', () => {
    const named = { ok: false, error: 'announcements-without-heading' };
    expect(readAnnouncements(sheet(['准考证号', '姓名'], ['1', '张三']))).toEqual(named);
    expect(readAnnouncements(sheet())).toEqual(named);
    expect(readAnnouncements(sheet(['环节', '科目'], ['开考', '']))).toEqual(named);
    expect(readAnnouncements(sheet(['科目', '指令'], ['', '现在开考。']))).toEqual(named);
    expect(readAnnouncements(sheet(...Array.from({ length: 10 }, () => ['题']), HEADINGS))).toEqual(named);
  });

  it('what cannot be taken is named by its row in the sheet, and the rest is taken', () => {
    const { texts, problems } = read(
      ['午休', '', '请休息。'],
      ['开考', '英语', '现在开考。'],
      ['开考', '', ''],
      ['考试结束', '', '停'.repeat(601)],
      ['停止入场', '两科', '停止入场。'],
      ['停止入场', '', '不再入场。'],
    );
    expect(problems).toEqual([
      { row: 2, code: 'kind-unknown' },
      { row: 3, code: 'paper-unknown' },
      { row: 4, code: 'text-missing' },
      { row: 5, code: 'text-too-long' },
      { row: 7, code: 'twice' },
    ]);
    expect(texts).toEqual([{ kind: 'entry-close', paper: null, text: '停止入场。' }]);
  });

  it('rows that say nothing are no rows, and breaks inside a cell are not said', () => {
    const { texts, problems } = read(['', '', ''], ['开考', '', ' 现在开考。\r\n请答题。 ']);
    expect(texts).toEqual([{ kind: 'start', paper: null, text: '现在开考。请答题。' }]);
    expect(problems).toEqual([]);
  });

  it('[R29] braces hold the minutes and seats that the sentence has, wide braces too, and nothing else', () => {
    const { texts, problems } = read(
      ['提醒剩余时间', '', '还有 ｛分钟｝ 分钟。'],
      ['延时座位结束', '', '{座位} 座停止答题。'],
      ['开考', '', '还有 {分钟} 分钟。'],
      ['考试结束', '', '第 {考场} 考场。'],
      ['预备', '', '还有 {分钟'],
    );
    expect(texts.map(({ text }) => text)).toEqual(['还有 {分钟} 分钟。', '{座位} 座停止答题。']);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [4, 'placeholder-unknown'],
      [5, 'placeholder-unknown'],
      [6, 'placeholder-unknown'],
    ]);
    expect(placeholdersOf('seat-end-reminder')).toEqual(['{分钟}', '{座位}']);
  });
});
