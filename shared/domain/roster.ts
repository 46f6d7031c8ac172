import type { Level, PaperId } from '../ids.ts';
import type { Person } from './person.ts';

/** A column the importer knows. */
export type RosterField =
  | 'ticket'
  | 'name'
  | 'gender'
  | 'idType'
  | 'idNumber'
  | 'school'
  | 'major'
  | 'className'
  | 'level'
  | 'papers'
  | 'room'
  | 'place'
  | 'seat';

/** error = the row is left out as it stands; warning = taken and marked; repaired = taken as repaired, and said. */
export type RosterSeverity = 'error' | 'warning' | 'repaired';

export type RosterProblemCode =
  | 'id-number-lost-digits'
  | 'ticket-is-number'
  | 'missing-ticket'
  | 'missing-name'
  | 'missing-room'
  | 'missing-seat'
  | 'bad-seat'
  | 'duplicate-ticket'
  | 'duplicate-seat'
  | 'duplicate-id'
  | 'two-levels-one-person'
  | 'unknown-level'
  | 'unknown-papers'
  | 'id-check-digit'
  | 'id-impossible-date'
  | 'id-15-digits'
  | 'id-length'
  | 'missing-id'
  | 'unknown-id-type'
  | 'name-looks-like-formula'
  | 'over-capacity'
  | 'full-width-digits'
  | 'surrounding-blanks'
  | 'lower-case-x'
  | 'name-separator'
  | 'private-use-character';

export interface RosterProblem {
  /** 1-based row as the sheet shows it. */
  readonly row: number;
  /** The column's letter as the sheet shows it ("F"), or null when the whole row is meant. */
  readonly column: string | null;
  /** The heading as read ("证件号码"), '' when none. */
  readonly heading: string;
  readonly field: RosterField | null;
  readonly code: RosterProblemCode;
  readonly severity: RosterSeverity;
  /** What stands there, for the preview only; never logged. */
  readonly value: string;
  /** The other row of a duplicate. */
  readonly otherRow: number | null;
}

/** One person as the roster lists him, checked. */
export interface RosterRow {
  readonly row: number;
  readonly room: string;
  readonly place: string;
  readonly seat: number;
  readonly level: Level;
  readonly papers: readonly PaperId[];
  readonly person: Person;
  /** Warnings that stay with the person on screen and paper. */
  readonly marks: readonly RosterProblemCode[];
}

/** A column of the file and what it was taken for. */
export interface RosterColumn {
  readonly letter: string;
  readonly heading: string;
  readonly field: RosterField | null;
}

/** A roster as read and checked; nothing is stored yet. */
export interface CheckedRoster {
  /** 1-based row of the headings. */
  readonly headingRow: number;
  /** Text of the title rows above the headings. */
  readonly titles: readonly string[];
  readonly columns: readonly RosterColumn[];
  /** Rows that can be taken. */
  readonly rows: readonly RosterRow[];
  /** In order of row; every problem of every row. */
  readonly problems: readonly RosterProblem[];
  /** Rows that hold a person, taken or not. */
  readonly personRows: number;
  /** Further sheets that look like rosters and were not read: to be said, or their people are missed at the door. */
  readonly otherSheets: readonly string[];
}

/** Why a file was not taken at all. */
export type RosterFileErrorCode =
  | 'file-empty'
  | 'file-truncated'
  | 'file-not-a-roster'
  | 'file-too-large'
  | 'file-suspicious-archive'
  | 'file-old-excel'
  | 'file-encrypted'
  | 'file-encoding-unknown'
  | 'file-no-heading-row'
  | 'file-required-column-missing'
  | 'file-no-person-rows'
  | 'file-reader-timeout';

export interface RosterFileError {
  readonly code: RosterFileErrorCode;
  /** Figures and names for the sentence, e.g. the missing columns. */
  readonly details: Readonly<Record<string, string | number>>;
}
