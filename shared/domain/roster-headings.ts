import { toHalfWidth } from './id-number.ts';
import type { RosterColumn, RosterField } from './roster.ts';
import { cellText, columnLetter, type RosterTable, type RosterTableRow } from './roster-table.ts';

/**
 * What a list calls its columns, the surest name first: where two columns claim one field, the surer name has it.
 * The platform's own layout is not public, so these are the words of real lists; anything else is mapped by hand.
 */
const HEADINGS: Readonly<Record<RosterField, readonly string[]>> = {
  ticket: ['准考证号', '准考证号码', '准考证编号', '考生准考证号', '准考证', '考生考号', '考号'],
  name: ['姓名', '考生姓名', '学生姓名', '名字'],
  gender: ['性别', '考生性别'],
  idType: ['证件类型', '证件类别', '证件种类', '身份证件类型'],
  idNumber: [
    '证件号码',
    '证件号',
    '身份证号码',
    '身份证号',
    '居民身份证号码',
    '居民身份证号',
    '公民身份号码',
    '身份证件号码',
    '身份证件号',
    '有效证件号码',
    '身份证',
  ],
  school: ['院校名称', '学校名称', '院校', '学校', '所在院校', '所在学校'],
  major: ['专业名称', '专业', '所学专业'],
  className: ['班级名称', '班级', '所在班级', '行政班级'],
  level: [
    '级别',
    '申报级别',
    '报考级别',
    '考试级别',
    '考核级别',
    '证书级别',
    '等级',
    '申报等级',
    '报考等级',
    '证书等级',
    '技能等级',
    '职业技能等级',
  ],
  papers: ['考试科目', '科目', '报考科目', '考核科目', '科目名称', '考试科目名称'],
  room: ['考场编号', '考场号', '考场编码', '考场序号', '考室编号', '考室号', '考场', '考室'],
  place: ['考场名称', '考场地点', '考场位置', '考场地址', '考试地点', '考室名称', '地点', '机房', '考场', '考室'],
  seat: ['座位号', '座位编号', '考场座位号', '座号', '座次号', '机位号', '座位', '座次', '机位'],
};

/** What a roster cannot do without; the room may be given by whoever imports. */
const REQUIRED: readonly RosterField[] = ['ticket', 'name', 'room', 'seat', 'level'];

const FIELDS_OF_HEADING = indexHeadings();
/** Titles, notes and signatures above the headings take this many rows at most. */
const SEARCHED_ROWS = 20;
/** One known word may stand in any title; two in one row are headings. */
const FEWEST_KNOWN_HEADINGS = 2;

/** Columns by letter that a person at the screen has mapped by hand; null = leave this column out. */
export type ColumnMapping = Readonly<Record<string, RosterField | null>>;

/** Where the headings of a roster stand and what its columns are. */
export interface RosterLayout {
  readonly headingRow: RosterTableRow;
  /** Text of the rows above the headings, one each. */
  readonly titles: readonly string[];
  readonly columns: readonly RosterColumn[];
  /** 0-based column of each field that the file has. */
  readonly columnOf: ReadonlyMap<RosterField, number>;
}

/** Finds headings and columns of a table; null when no row among the first 20 looks like headings. */
export function findLayout(table: RosterTable, mapping: ColumnMapping = {}): RosterLayout | null {
  const headingRow = findHeadingRow(table, Object.keys(mapping).length > 0);
  if (headingRow === null) return null;
  const columns = applyMapping(headingRow, assignColumns(headingRow), mapping);
  const columnOf = new Map<RosterField, number>();
  for (const [at, column] of columns.entries()) if (column.field !== null) columnOf.set(column.field, at);
  const titles = table.rows
    .filter((row) => row.row < headingRow.row)
    .map(titleOf)
    .filter((title) => title !== '');
  return { headingRow, titles, columns, columnOf };
}

/** The fields a roster must have and this one has not; the room is not missed where the caller has one to give. */
export function missingFields(layout: RosterLayout, hasDefaultRoom: boolean): readonly RosterField[] {
  return REQUIRED.filter((field) => !layout.columnOf.has(field) && !(field === 'room' && hasDefaultRoom));
}

/** Whether a row below the headings only says them again, as the second page of a printed list does. */
export function repeatsHeadings(layout: RosterLayout, row: RosterTableRow): boolean {
  let known = 0;
  for (const at of layout.columnOf.values()) {
    const cell = row.cells[at];
    if (cell === undefined || cell.kind === 'empty') continue;
    if (cell.kind !== 'text' || cell.text !== layout.columns[at]?.heading) return false;
    known++;
  }
  return known >= FEWEST_KNOWN_HEADINGS;
}

/** The row of the headings, or null; with `byHand` the first row of several texts will do, its words are mapped by hand. */
function findHeadingRow(table: RosterTable, byHand: boolean): RosterTableRow | null {
  const candidates = table.rows.filter((row) => row.row <= SEARCHED_ROWS);
  let best: RosterTableRow | null = null;
  let bestKnown = FEWEST_KNOWN_HEADINGS - 1;
  for (const row of candidates) {
    const known = assignColumns(row).size;
    if (known > bestKnown) [best, bestKnown] = [row, known];
  }
  if (best !== null || !byHand) return best;
  return candidates.find((row) => row.cells.filter((cell) => cell.kind === 'text').length >= REQUIRED.length) ?? null;
}

/** Gives each field the column whose heading names it most surely, the left one of equals; column → field. */
function assignColumns(row: RosterTableRow): ReadonlyMap<number, RosterField> {
  const claims = row.cells.flatMap((cell, column) =>
    cell.kind === 'text'
      ? (FIELDS_OF_HEADING.get(plainHeading(cell.text)) ?? []).map((claim) => ({ ...claim, column }))
      : [],
  );
  claims.sort((a, b) => a.rank - b.rank || a.column - b.column);
  const fieldOf = new Map<number, RosterField>();
  const taken = new Set<RosterField>();
  for (const { field, column } of claims) {
    if (taken.has(field) || fieldOf.has(column)) continue;
    taken.add(field);
    fieldOf.set(column, field);
  }
  return fieldOf;
}

function applyMapping(
  headingRow: RosterTableRow,
  found: ReadonlyMap<number, RosterField>,
  mapping: ColumnMapping,
): readonly RosterColumn[] {
  const mappedFields = new Set(Object.values(mapping));
  return headingRow.cells.map((cell, at) => {
    const letter = columnLetter(at);
    const guess = found.get(at) ?? null;
    // A field mapped by hand is taken away from the column that was guessed for it.
    const field = Object.hasOwn(mapping, letter) ? (mapping[letter] ?? null) : mappedFields.has(guess) ? null : guess;
    return { letter, heading: cellText(cell), field };
  });
}

/** A heading without blanks, brackets and what stands in them, stars and colons; full-width signs as ASCII. */
function plainHeading(heading: string): string {
  return toHalfWidth(heading)
    .replace(/[\s\p{Cc}\p{Cf}*:]/gu, '')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕/g, '');
}

function titleOf(row: RosterTableRow): string {
  const texts = row.cells.map((cell) => cellText(cell).trim()).filter((text) => text !== '');
  return [...new Set(texts)].join(' ');
}

function indexHeadings(): ReadonlyMap<string, readonly { readonly field: RosterField; readonly rank: number }[]> {
  const index = new Map<string, { field: RosterField; rank: number }[]>();
  for (const field of Object.keys(HEADINGS) as RosterField[]) {
    // keys of the record above, which TypeScript widens to string
    for (const [rank, heading] of HEADINGS[field].entries()) {
      index.set(heading, [...(index.get(heading) ?? []), { field, rank }]);
    }
  }
  return index;
}
