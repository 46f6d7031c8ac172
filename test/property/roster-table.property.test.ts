import { writeXlsx } from 'hucre/xlsx';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, it } from 'vitest';
import { readTable } from '../../electron/station/roster/read-table.ts';
import { cellText } from '../../shared/domain/roster-table.ts';

/** Texts as people write them: any character that a sheet can hold, rare ones included, but no control characters. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '王䶮',
      '陈𬱖',
      '阿依古丽·买买提',
      ' 韩文行　',
      '=1+1',
      '007',
      '510199200502184019',
      'a,b',
      '"',
      'a\nb',
      'x;y',
    ),
  )
  .filter((value) => !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(value.replace('\n', '')));
const HEADINGS = ['准考证号', '姓名', '考场', '座位号', '级别'];
const rosterRows = fc
  .array(fc.tuple(fc.stringMatching(/^[0-9A-Z]{1,18}$/), text, text, text, text), { minLength: 1, maxLength: 20 })
  .map((rows) => [HEADINGS, ...rows.map((row) => [...row])]);

async function readBack(bytes: Uint8Array, kind: 'workbook' | 'text'): Promise<readonly (readonly string[])[]> {
  const table = await readTable(bytes, kind);
  if (!table.ok) throw new Error(table.error.code);
  return table.value.rows.map((row) => HEADINGS.map((_, at) => cellText(row.cells[at] ?? { kind: 'empty' })));
}
function same(a: readonly (readonly string[])[], b: readonly (readonly string[])[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

describe('reading what was written', () => {
  it('gives the rows back, from CSV with a byte order mark', async () => {
    await fc.assert(
      fc.asyncProperty(rosterRows, async (rows) => {
        return same(await readBack(Buffer.from(`\ufeff${Papa.unparse(rows)}`), 'text'), rows);
      }),
    );
  });

  it('gives the rows back, from a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(rosterRows, async (rows) => {
        return same(await readBack(await writeXlsx({ sheets: [{ name: '名单', rows }] }), 'workbook'), rows);
      }),
      { numRuns: 40 },
    );
  });
});
