import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createRosterReader } from '../../../../../electron/station/roster/read-roster.ts';
import type { CheckedRoster, RosterFileError } from '../../../../../shared/domain/roster.ts';
import type { Result } from '../../../../../shared/result.ts';
import { aZip } from '../../../../support/zip-files.ts';

const OPTIONS = { capacityPerRoom: 40, today: '2022-11-20' };
const folder = 'test/fixtures/rosters';

function read(
  name: string,
  bytes: Uint8Array = readFileSync(`${folder}/${name}`),
): Promise<Result<CheckedRoster, RosterFileError>> {
  return createRosterReader().read({ name, bytes }, OPTIONS);
}
async function roster(name: string): Promise<CheckedRoster> {
  const checked = await read(name);
  if (!checked.ok) throw new Error(checked.error.code);
  return checked.value;
}

describe('createRosterReader', () => {
  it('finds in the list kept by hand exactly what stands in its expected file', async () => {
    const expected: unknown = JSON.parse(readFileSync(`${folder}/by-hand-with-mistakes.expected.json`, 'utf8'));
    const checked = await roster('by-hand-with-mistakes.xlsx');
    expect(checked.problems.map(({ row, code, severity }) => ({ row, code, severity }))).toEqual(expected);
    expect(checked.personRows).toBe(48);
    const errors = new Set(
      checked.problems.filter((problem) => problem.severity === 'error').map((problem) => problem.row),
    );
    expect(checked.rows.map((row) => row.row)).toEqual(
      Array.from({ length: 48 }, (_, at) => at + 2).filter((row) => !errors.has(row)),
    );
  });

  it('keeps names as read and repairs codes in the list kept by hand', async () => {
    const { rows } = await roster('by-hand-with-mistakes.xlsx');
    const inRow = (row: number) => rows.find((found) => found.row === row)?.person;
    expect(inRow(8)?.idNumber).toBe('510199200601100001');
    expect(inRow(10)?.name).toBe(' 韩文行　');
    expect(inRow(26)?.idNumber).toBe('51019920020513009X');
    expect(inRow(36)?.name).toBe('阿里木•吐尔逊');
    expect(rows.find((row) => row.row === 34)?.marks).toEqual(['id-impossible-date']);
  });

  it('takes a whole site: 467 people in 12 rooms, the last with 27', async () => {
    const { rows, problems, headingRow, titles } = await roster('site-12-rooms.xlsx');
    const people = new Map<string, number>();
    for (const { room } of rows) people.set(room, (people.get(room) ?? 0) + 1);
    expect(problems).toEqual([]);
    expect(headingRow).toBe(3);
    expect(titles[0]).toBe('2022年11月1+X Python程序开发职业技能等级证书考试考场编排表');
    expect([...people]).toEqual([
      ...Array.from({ length: 11 }, (_, at) => [String(at + 1).padStart(3, '0'), 40]),
      ['012', 27],
    ]);
    expect(rows[0]).toMatchObject({
      row: 4,
      room: '001',
      place: '实训楼201机房',
      seat: 1,
      level: 'elementary',
      papers: ['theory', 'practical'],
      person: {
        name: '赵景俊',
        ticket: '221137010010107',
        idType: '居民身份证',
        idNumber: '51019920040316723X',
        gender: '男',
      },
    });
    const names = rows.map((row) => row.person.name).join(' ');
    for (const rare of ['䶮', '㛃', '𬱖', '·']) expect(names).toContain(rare);
  });

  it('reads one room the same from GB 18030 and from UTF-8, under other headings', async () => {
    const [gb, utf8] = await Promise.all([roster('room-003-gb18030.csv'), roster('room-003-utf8-bom.csv')]);
    expect(gb.rows).toEqual(utf8.rows);
    expect(gb.problems).toEqual([]);
    expect(gb.rows).toHaveLength(40);
    expect(gb.rows[36]?.person.name).toBe('陈𫖯');
    expect(gb.rows[37]?.person.name).toBe('古丽米热·吐尔逊江·艾合买提');
  });

  it.each([
    ['truncated.xlsx', 'file-truncated'],
    ['not-a-roster.xlsx', 'file-not-a-roster'],
    ['empty.csv', 'file-empty'],
  ])('refuses %s with %s', async (name, code) => {
    expect(await read(name)).toMatchObject({ ok: false, error: { code } });
  });

  it('refuses a bomb by its directory, before anything is unpacked', async () => {
    const bomb = aZip([{ name: 'xl/worksheets/sheet1.xml', content: new Uint8Array(4 * 1024 * 1024).fill(32) }]);
    expect(await read('bomb.xlsx', bomb)).toMatchObject({ ok: false, error: { code: 'file-suspicious-archive' } });
  });

  it('kills a parse that takes longer than its time', async () => {
    const impatient = createRosterReader({ timeoutMs: 5 });
    const bytes = readFileSync(`${folder}/large-5000.xlsx`);
    expect(await impatient.read({ name: 'large-5000.xlsx', bytes }, OPTIONS)).toEqual({
      ok: false,
      error: { code: 'file-reader-timeout', details: { seconds: 0.005 } },
    });
  });

  it('passes the mapping by hand and the given room on', async () => {
    const bytes = Buffer.from('编号,姓名,座位,级别\nA01,张三,1,初级\n');
    const mapping = { A: 'ticket' } as const;
    const checked = await createRosterReader().read(
      { name: 'a.csv', bytes },
      { ...OPTIONS, mapping, defaultRoom: '007' },
    );
    expect(checked.ok && checked.value.rows[0]).toMatchObject({ room: '007', person: { ticket: 'A01' } });
  });
});

describe('a table that is no roster', () => {
  const readTable = (bytes: Uint8Array, options?: { readonly timeoutMs: number }) =>
    createRosterReader(options).readTable({ name: 'table', bytes });

  it('is read as it stands, rows numbered as the sheet shows them, in Excel’s own encoding too', async () => {
    const text = '\uFEFF环节,科目,指令\r\n\r\n开考,,"请听好,现在开考。"\r\n';
    expect(await readTable(new TextEncoder().encode(text))).toEqual({
      ok: true,
      value: {
        otherSheets: [],
        rows: [
          { row: 1, cells: ['环节', '科目', '指令'].map((cell) => ({ kind: 'text', text: cell })) },
          {
            row: 3,
            cells: [{ kind: 'text', text: '开考' }, { kind: 'empty' }, { kind: 'text', text: '请听好,现在开考。' }],
          },
        ],
      },
    });
    // 环节 in GB 18030.
    const gbk = await readTable(new Uint8Array([0xbb, 0xb7, 0xbd, 0xda]));
    expect(gbk).toMatchObject({ ok: true, value: { rows: [{ cells: [{ text: '环节' }] }] } });
  });

  it('is a workbook as well, first sheet', async () => {
    const table = await readTable(readFileSync(`${folder}/site-12-rooms.xlsx`));
    if (!table.ok) throw new Error(table.error.code);
    expect(table.value.rows.length).toBeGreaterThan(467);
  });

  it('is refused like a roster where no parser should see it, and beyond a thousand rows', async () => {
    expect(await readTable(new TextEncoder().encode('%PDF-1.7'))).toMatchObject({
      error: { code: 'file-not-a-roster' },
    });
    expect(await readTable(new Uint8Array())).toMatchObject({ error: { code: 'file-empty' } });
    expect(await readTable(new TextEncoder().encode('a,b\n'.repeat(1001)))).toMatchObject({
      error: { code: 'file-too-large', details: { rows: 1001, most: 1000 } },
    });
    expect(await readTable(new TextEncoder().encode('a,b\n'.repeat(1000)))).toMatchObject({ ok: true });
  });

  it('does not hold the station up: a reader that takes too long is ended', async () => {
    expect(await readTable(new TextEncoder().encode('a,b\n'), { timeoutMs: 1 })).toMatchObject({
      error: { code: 'file-reader-timeout' },
    });
  });
});
