import type { CellValue, Sheet } from 'hucre/xlsx';
import type { RosterFileError } from '../../../shared/domain/roster.ts';
import { findLayout } from '../../../shared/domain/roster-headings.ts';
import type { RosterCell, RosterTable } from '../../../shared/domain/roster-table.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { decodeText } from './decode-text.ts';
import type { FileKind } from './file-kind.ts';

const MOST_ROWS = 50_000;
const EMPTY: RosterCell = { kind: 'empty' };

/**
 * Reads a file into a table, rows numbered as the sheet shows them. Runs in the child process only: a hostile file may
 * take all the memory and time it gets. Damaged files answer `file-truncated`.
 */
export async function readTable(bytes: Uint8Array, kind: FileKind): Promise<Result<RosterTable, RosterFileError>> {
  const table = kind === 'workbook' ? await readWorkbook(bytes) : await readDelimited(bytes);
  if (table.ok && table.value.rows.length > MOST_ROWS) {
    return err({ code: 'file-too-large', details: { rows: table.value.rows.length, most: MOST_ROWS } });
  }
  return table;
}

async function readWorkbook(bytes: Uint8Array): Promise<Result<RosterTable, RosterFileError>> {
  const { readXlsx } = await import('hucre/xlsx'); // each kind loads its own reader only: the process lives for one file
  let sheets: readonly Sheet[];
  try {
    sheets = (await readXlsx(bytes, { sheets: (info) => info.hidden !== true && info.veryHidden !== true })).sheets;
  } catch {
    // The directory was sound; what it points at is not.
    return err({ code: 'file-truncated', details: {} });
  }
  const tables = sheets.map((sheet) => ({ name: sheet.name, rows: sheetRows(sheet) }));
  const rosters = tables.filter(({ rows }) => findLayout({ rows, otherSheets: [] }) !== null);
  const chosen = rosters[0] ?? tables[0];
  if (chosen === undefined) return err({ code: 'file-empty', details: {} });
  return ok({ rows: chosen.rows, otherSheets: rosters.slice(1).map((table) => table.name) });
}

function sheetRows(sheet: Sheet): RosterTable['rows'] {
  fillMergedDown(sheet);
  return sheet.rows.flatMap((values, at) => {
    const cells = values.map(toCell);
    return cells.every((cell) => cell === EMPTY) ? [] : [{ row: at + 1, cells }];
  });
}

/**
 * A cell merged over several rows (one room for forty people) says the same for each of them. Only downwards: a title
 * merged over the whole width says nothing of the columns.
 */
function fillMergedDown(sheet: Sheet): void {
  for (const { startRow, endRow, startCol } of sheet.merges ?? []) {
    const value = sheet.rows[startRow]?.[startCol] ?? null;
    for (let row = startRow + 1; value !== null && row <= Math.min(endRow, sheet.rows.length - 1); row++) {
      const values = sheet.rows[row];
      if (values !== undefined && startCol < values.length) values[startCol] = value;
    }
  }
}

function toCell(value: CellValue): RosterCell {
  if (value === null || value === '') return EMPTY;
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'boolean') return { kind: 'other', text: value ? 'TRUE' : 'FALSE' };
  return { kind: 'other', text: Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10) };
}

async function readDelimited(bytes: Uint8Array): Promise<Result<RosterTable, RosterFileError>> {
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const { default: Papa } = await import('papaparse');
  const parsed = Papa.parse<string[]>(text.value, { delimitersToGuess: [',', '\t', ';', '|'], skipEmptyLines: false });
  // A quote that is never closed swallows every row after it: better no roster than half of one.
  const unclosed = parsed.errors.find((error) => error.code === 'MissingQuotes');
  if (unclosed !== undefined) return err({ code: 'file-truncated', details: { row: (unclosed.row ?? 0) + 1 } });
  const rows = parsed.data.flatMap((values, at) => {
    const cells = values.map((value): RosterCell => (value === '' ? EMPTY : { kind: 'text', text: value }));
    return cells.every((cell) => cell === EMPTY) ? [] : [{ row: at + 1, cells }];
  });
  return ok({ rows, otherSheets: [] });
}
