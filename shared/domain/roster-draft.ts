import type { Level, PaperId } from '../ids.ts';
import { PAPER_IDS } from '../ids.ts';
import { trimBlanks } from './names.ts';
import type { RosterField, RosterProblem } from './roster.ts';
import * as rules from './roster-cell-rules.ts';
import type { RosterLayout } from './roster-headings.ts';
import { cellAt, cellText, type RosterCell, type RosterTableRow } from './roster-table.ts';

/** A person's row with every cell read by its own rule; null where a cell cannot be taken. */
export interface DraftRow {
  readonly row: number;
  readonly ticket: string | null;
  readonly name: string | null;
  readonly idType: string;
  /** '' when the roster has none, null when its digits are lost. */
  readonly idNumber: string | null;
  readonly room: string | null;
  readonly seat: number | null;
  readonly level: Level | null;
  readonly papers: readonly PaperId[] | null;
  readonly gender: string;
  readonly school: string;
  readonly major: string;
  readonly className: string;
  readonly place: string;
  /** What the cells' own rules say, by column. */
  readonly problems: readonly RosterProblem[];
}

/** What the cells' rules need to know beyond the cell. */
export interface DraftOptions {
  /** "YYYY-MM-DD": nobody on the list is born later. */
  readonly today: string;
  /** The room of everybody, where the file has no column for it. */
  readonly defaultRoom?: string;
}

const PERSON_FIELDS: readonly RosterField[] = ['ticket', 'name', 'idNumber'];
const EMPTY: RosterCell = { kind: 'empty' };

/** Whether a row is about a person: sums, notes and empty seats bear neither ticket nor name nor ID number. */
export function holdsPerson(layout: RosterLayout, row: RosterTableRow): boolean {
  return PERSON_FIELDS.some((field) => {
    const column = layout.columnOf.get(field);
    return column !== undefined && trimBlanks(cellText(cellAt(row, column))) !== '';
  });
}

/** Reads a person's row; what is wrong with it is in `problems`, never thrown. */
export function draftRow(layout: RosterLayout, row: RosterTableRow, options: DraftOptions): DraftRow {
  const problems: RosterProblem[] = [];

  function take<T>(field: RosterField, read: (cell: RosterCell) => rules.Reading<T>): T {
    const column = layout.columnOf.get(field);
    const cell = column === undefined ? EMPTY : cellAt(row, column);
    const reading = read(cell);
    for (const finding of reading.findings) {
      problems.push(problemAt(layout, row.row, field, { ...finding, value: cellText(cell), otherRow: null }));
    }
    return reading.value;
  }
  function takeIfListed<T, D>(field: RosterField, read: (cell: RosterCell) => rules.Reading<T>, absent: D): T | D {
    return layout.columnOf.has(field) ? take(field, read) : absent;
  }

  const idType = takeIfListed('idType', rules.readIdType, { name: '', rule: 'resident' as const });
  const draft = {
    row: row.row,
    ticket: take('ticket', rules.readTicket),
    name: take('name', rules.readName),
    idType: idType.name,
    idNumber: takeIfListed('idNumber', (cell) => rules.readIdNumber(cell, idType.rule, options.today), ''),
    room: takeIfListed('room', rules.readRoom, options.defaultRoom ?? null),
    seat: take('seat', rules.readSeat),
    level: take('level', rules.readLevel),
    papers: takeIfListed('papers', rules.readPapers, PAPER_IDS),
    gender: take('gender', rules.readPlain),
    school: take('school', rules.readPlain),
    major: take('major', rules.readPlain),
    className: take('className', rules.readPlain),
    place: take('place', rules.readPlace),
  };
  return { ...draft, problems };
}

/** A problem of one field, or of the whole row (field null), with the column's letter and heading as the sheet has them. */
export function problemAt(
  layout: RosterLayout,
  row: number,
  field: RosterField | null,
  said: Pick<RosterProblem, 'code' | 'severity' | 'value' | 'otherRow'>,
): RosterProblem {
  const column = field === null ? undefined : layout.columns[layout.columnOf.get(field) ?? -1];
  return { row, column: column?.letter ?? null, heading: column?.heading ?? '', field, ...said };
}
