import type { RosterCell, RosterTable } from '../../shared/domain/roster-table.ts';

/** A table of plain values, first row = row 1; null is an empty cell, a Date an `other` one. */
export function aTable(rows: readonly (readonly (string | number | null | Date)[])[]): RosterTable {
  return { rows: rows.map((cells, at) => ({ row: at + 1, cells: cells.map(aCell) })), otherSheets: [] };
}

export function aCell(value: string | number | null | Date): RosterCell {
  if (value === null) return { kind: 'empty' };
  if (value instanceof Date) return { kind: 'other', text: value.toISOString().slice(0, 10) };
  return typeof value === 'number' ? { kind: 'number', value } : { kind: 'text', text: value };
}
