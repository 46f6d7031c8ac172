import { err, ok, type Result } from '../result.ts';
import type { CheckedRoster, RosterField, RosterFileError, RosterProblem, RosterRow } from './roster.ts';
import { type DraftOptions, type DraftRow, draftRow, holdsPerson, problemAt } from './roster-draft.ts';
import { type Duplicate, findDuplicates } from './roster-duplicates.ts';
import {
  type ColumnMapping,
  findLayout,
  missingFields,
  type RosterLayout,
  repeatsHeadings,
} from './roster-headings.ts';
import { cellText, type RosterTable } from './roster-table.ts';

/** What a check needs beyond the table. */
export interface CheckRosterOptions extends DraftOptions {
  /** 每考场人数上限: from the day's rules. */
  readonly capacityPerRoom: number;
  readonly mapping?: ColumnMapping;
}

/**
 * Checks a roster as read from a file: finds headings and columns, reads each person's row, and says everything that is
 * wrong at once. An error leaves its row out; nothing is guessed. Fails only where there is no roster to speak of.
 */
export function checkRoster(table: RosterTable, options: CheckRosterOptions): Result<CheckedRoster, RosterFileError> {
  if (table.rows.every((row) => row.cells.every((cell) => cellText(cell).trim() === ''))) {
    return err({ code: 'file-empty', details: {} });
  }
  const layout = findLayout(table, options.mapping);
  if (layout === null) return err({ code: 'file-no-heading-row', details: {} });
  const headingRow = layout.headingRow.row;
  const missing = missingFields(layout, options.defaultRoom !== undefined);
  if (missing.length > 0) {
    return err({ code: 'file-required-column-missing', details: { missing: missing.join(','), headingRow } });
  }
  const persons = table.rows.filter(
    (row) => row.row > headingRow && holdsPerson(layout, row) && !repeatsHeadings(layout, row),
  );
  if (persons.length === 0) return err({ code: 'file-no-person-rows', details: { headingRow } });

  const drafts = persons.map((row) => draftRow(layout, row, options));
  const duplicates = findDuplicates(drafts);
  const leftOut = new Set(duplicates.map((duplicate) => duplicate.row.row));
  const problems = [
    ...drafts.flatMap((draft) => draft.problems),
    ...duplicates.map((duplicate) => duplicateProblem(layout, duplicate)),
    ...overCapacity(layout, drafts, options.capacityPerRoom),
  ];
  return ok({
    headingRow,
    titles: layout.titles,
    columns: layout.columns,
    rows: drafts.flatMap((draft) => (leftOut.has(draft.row) ? [] : (takenRow(draft) ?? []))),
    problems: problems.sort((a, b) => a.row - b.row), // stable: within a row the cells come first
    personRows: drafts.length,
    otherSheets: table.otherSheets,
  });
}

/** The row as it is taken; null when a cell that it cannot do without was refused. */
function takenRow(draft: DraftRow): RosterRow | null {
  const { row, ticket, name, idNumber, room, seat, level, papers, place, idType, gender, school, major, className } =
    draft;
  if (ticket === null || name === null || idNumber === null || room === null) return null;
  if (seat === null || level === null || papers === null) return null;
  return {
    row,
    room,
    place,
    seat,
    level,
    papers,
    person: { name, ticket, idType, idNumber, gender, school, major, className },
    marks: draft.problems.filter((problem) => problem.severity === 'warning').map((problem) => problem.code),
  };
}

const FIELD_OF_DUPLICATE: Readonly<Record<Duplicate['code'], RosterField>> = {
  'duplicate-ticket': 'ticket',
  'duplicate-seat': 'seat',
  'duplicate-id': 'idNumber',
  'two-levels-one-person': 'level',
};

function duplicateProblem(layout: RosterLayout, { row, code, value, otherRow }: Duplicate): RosterProblem {
  return problemAt(layout, row.row, FIELD_OF_DUPLICATE[code], { code, severity: 'error', value, otherRow });
}

/** Everybody a room's list holds beyond its capacity, taken or not: a warning, the chief decides about the room. */
function overCapacity(layout: RosterLayout, drafts: readonly DraftRow[], capacity: number): readonly RosterProblem[] {
  const people = new Map<string, number>();
  return drafts.flatMap((draft) => {
    if (draft.room === null) return [];
    const count = (people.get(draft.room) ?? 0) + 1;
    people.set(draft.room, count);
    if (count <= capacity) return [];
    const said = { code: 'over-capacity', severity: 'warning', value: String(count), otherRow: null } as const;
    return [problemAt(layout, draft.row, layout.columnOf.has('room') ? 'room' : null, said)];
  });
}
