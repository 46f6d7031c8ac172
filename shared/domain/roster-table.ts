/**
 * A cell as the reader found it. A number stays a number: what Excel stored as one has lost its leading zeros and every
 * digit after the 15th, and the rules must see that. `other` is a date or a truth value, as text.
 */
export type RosterCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'other'; readonly text: string }
  | { readonly kind: 'empty' };

/** A row with its 1-based number in the sheet; blank rows may be absent. `cells[0]` is column A. */
export interface RosterTableRow {
  readonly row: number;
  readonly cells: readonly RosterCell[];
}

/** A sheet, or a text file, before anything is known about its columns; rows in the order of the sheet. */
export interface RosterTable {
  readonly rows: readonly RosterTableRow[];
  /** Names of further sheets that look like rosters and were not read. */
  readonly otherSheets: readonly string[];
}

const EMPTY_CELL: RosterCell = { kind: 'empty' };

/** The cell at a 0-based column; beyond the row's end it is empty. */
export function cellAt(row: RosterTableRow, column: number): RosterCell {
  return row.cells[column] ?? EMPTY_CELL;
}

/** What stands in a cell, as text, unchanged. */
export function cellText(cell: RosterCell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'number':
      return String(cell.value);
    case 'text':
    case 'other':
      return cell.text;
  }
}

/** A column's letter as the sheet shows it: 0 → "A", 26 → "AA". */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last;
}
