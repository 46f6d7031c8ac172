import { type CellValue, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../../electron/station/roster/read-table.ts';
import { cellText, type RosterTable } from '../../../../../shared/domain/roster-table.ts';

const HEADINGS = ['准考证号', '姓名', '考场', '座位号', '级别'];

async function table(sheets: readonly WriteSheet[]): Promise<RosterTable> {
  const read = await readTable(await writeXlsx({ sheets: [...sheets] }), 'workbook');
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
}
function sheet(rows: readonly (readonly CellValue[])[], more: Partial<WriteSheet> = {}): WriteSheet {
  return { name: '名单', rows: rows.map((row) => [...row]), ...more };
}

describe('readTable of a workbook', () => {
  it('keeps numbers, dates and texts apart', async () => {
    const { rows } = await table([sheet([['001', 1, new Date(Date.UTC(2022, 10, 20)), true, null, ' a ']])]);
    expect(rows[0]?.cells).toEqual([
      { kind: 'text', text: '001' },
      { kind: 'number', value: 1 },
      { kind: 'other', text: '2022-11-20' },
      { kind: 'other', text: 'TRUE' },
      { kind: 'empty' },
      { kind: 'text', text: ' a ' },
    ]);
  });

  it('numbers rows as the sheet does, blank rows or not', async () => {
    const { rows } = await table([sheet([['标题'], [], [null, ''], HEADINGS])]);
    expect(rows.map((row) => row.row)).toEqual([1, 4]);
  });

  it('says a cell merged downwards again in each row, and a title merged across only once', async () => {
    const merges = [
      { startRow: 0, endRow: 0, startCol: 0, endCol: 4 },
      { startRow: 2, endRow: 3, startCol: 2, endCol: 2 },
    ];
    const people = [
      ['1', '张三', '001', '1', '初级'],
      ['2', '李四', null, '2', '初级'],
    ];
    const { rows } = await table([sheet([['标题'], HEADINGS, ...people], { merges })]);
    expect(rows.map((row) => row.cells.map(cellText))).toEqual([
      ['标题', '', '', '', ''],
      HEADINGS,
      people[0],
      ['2', '李四', '001', '2', '初级'],
    ]);
  });

  it('reads the first sheet that has headings, skips hidden ones, and names the rosters it left', async () => {
    const read = await table([
      sheet([HEADINGS, ['隐']], { name: '旧名单', hidden: true }),
      sheet([['填表说明']], { name: '说明' }),
      sheet([HEADINGS, ['1']], { name: '001' }),
      sheet([HEADINGS, ['2']], { name: '002' }),
    ]);
    expect(read.rows.map((row) => cellText(row.cells[0]!))).toEqual(['准考证号', '1']);
    expect(read.otherSheets).toEqual(['002']);
  });

  it('calls a workbook whose parts do not hold together damaged', async () => {
    const bytes = await writeXlsx({ sheets: [sheet([HEADINGS])] });
    const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 60;
    bytes.fill(0, at, at + 40);
    expect(await readTable(bytes, 'workbook')).toEqual({ ok: false, error: { code: 'file-truncated', details: {} } });
  });
});

describe('readTable of a text', () => {
  const read = (text: string) => readTable(Buffer.from(text), 'text');

  it.each([',', '\t', ';'])('tells the delimiter %j by itself', async (delimiter) => {
    const rows = [HEADINGS, ['0221', '张三', '001', '01', '初级']];
    const parsed = await read(rows.map((row) => row.join(delimiter)).join('\r\n'));
    expect(parsed.ok && parsed.value.rows.map((row) => row.cells.map(cellText))).toEqual(rows);
  });

  it('numbers records as a spreadsheet shows them: a quoted line break makes no row', async () => {
    const parsed = await read('a,b\n"x\ny",1\n\nz,2\n');
    expect(parsed.ok && parsed.value.rows.map((row) => row.row)).toEqual([1, 2, 4]);
  });

  it('refuses a file whose quote is never closed, for it would swallow the rest', async () => {
    expect(await read('a,b\n1,"2\n3,4\n')).toMatchObject({ ok: false, error: { code: 'file-truncated' } });
  });

  it('refuses more than 50,000 rows', async () => {
    expect(await read('a,b\n'.repeat(50_001))).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
  });
});
