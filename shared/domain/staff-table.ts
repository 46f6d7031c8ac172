import { err, ok, type Result } from '../result.ts';
import type { Role } from './events.ts';
import { toHalfWidth } from './id-number.ts';
import { trimBlanks } from './names.ts';
import type { StaffDetails } from './person.ts';
import { cellText, type RosterTable, type RosterTableRow } from './roster-table.ts';

/** A column that a staff list may have. */
export type StaffField = keyof StaffDetails | 'name' | 'role' | 'room' | 'trained' | 'pin';

/** What real lists call their columns, the name that we write first. */
const HEADINGS: Readonly<Record<StaffField, readonly [string, ...string[]]>> = {
  name: ['姓名', '教师姓名', '人员姓名', '监考员姓名', '监考姓名', '名字'],
  role: ['角色', '职务', '岗位', '分工', '考务角色', '考务职务', '担任职务', '考务分工'],
  room: ['考场', '考场号', '考场编号', '监考考场', '所在考场', '负责考场'],
  phone: ['电话', '手机', '手机号', '手机号码', '联系电话', '联系方式', '电话号码'],
  major: ['专业', '任教专业', '所教专业', '专业名称', '所属专业'],
  department: ['院系', '系部', '学院', '部门', '二级学院', '所在院系', '所属院系', '所在部门', '单位'],
  classes: ['任教班级', '班主任班级', '辅导员班级', '所带班级', '带班', '班级', '班主任、辅导员班级'],
  trained: ['培训', '是否培训', '考前培训', '培训情况', '已培训', '参加培训', '是否参加培训'],
  pin: ['PIN', 'PIN码', '初始PIN', '口令', '密码', '初始密码'],
  remark: ['备注', '说明'],
};
const FIELDS = Object.keys(HEADINGS) as readonly StaffField[]; // keys of a const object

const ROLE_NAMES: Readonly<Record<Role, readonly [string, ...string[]]>> = {
  chief: ['主考', '主考官', '总主考'],
  deputy: ['副主考', '副主考官'],
  invigilator: ['监考员', '监考', '监考教师', '监考老师', '监考人员', '监考员一', '监考员二'],
  technician: ['技术支持', '技术', '技术员', '技术主管', '技术人员', '系统管理员', '机房管理员', '技术保障'],
  inspector: ['巡视', '巡视员', '巡考', '巡考员', '督考', '督考员'],
};

const YES = [
  '是',
  '已',
  '有',
  '已培训',
  '已参加',
  '参加',
  '完成',
  '已完成',
  '合格',
  '√',
  '✓',
  '✔',
  'y',
  'yes',
  'true',
  '1',
];
const NO = ['', '否', '未', '无', '未培训', '未参加', '没有', '不', '×', '✗', 'x', 'n', 'no', 'false', '0'];

/** Somebody as the list names him; nothing compared yet. */
export interface StaffRow {
  /** As the sheet numbers it. */
  readonly row: number;
  readonly name: string;
  readonly role: Role;
  /** As read, "001", "1", "001 考场"; '' for none. */
  readonly room: string;
  readonly isTrained: boolean;
  /** 4 to 8 digits; null where the list gives none that can be used. */
  readonly pin: string | null;
  readonly details: StaffDetails;
}

/** error = the row is left out; warning = it is taken as said. */
export interface StaffRowProblem {
  readonly row: number;
  readonly severity: 'error' | 'warning';
  readonly code: 'name-missing' | 'name-too-long' | 'role-unknown' | 'training-unclear' | 'pin-unusable';
  /** What stands there; for the screen alone. */
  readonly value: string;
}

export interface ReadStaff {
  readonly rows: readonly StaffRow[];
  readonly problems: readonly StaffRowProblem[];
  /** Rows that name anybody or anything. */
  readonly personRows: number;
}

const SEARCHED_ROWS = 20;
const LONGEST_NAME = 50;
const LONGEST_DETAIL = 200;

/** 考务人员 of a table, in its order. Without a row of headings that has 姓名 and 角色 it is another list. */
export function readStaffTable(table: RosterTable): Result<ReadStaff, 'staff-without-heading'> {
  const at = table.rows.slice(0, SEARCHED_ROWS).findIndex((row) => hasHeadings(columnsOf(row)));
  const heading = table.rows[at];
  if (heading === undefined) return err('staff-without-heading');
  const columns = columnsOf(heading);
  const rows: StaffRow[] = [];
  const problems: StaffRowProblem[] = [];
  let personRows = 0;
  for (const row of table.rows.slice(at + 1)) {
    const texts = textsOf(row, columns);
    if (texts.name === '' && texts.role === '') continue; // a signature below the list, a count
    personRows += 1;
    const read = readRow(row.row, texts);
    problems.push(...read.problems);
    if (read.row !== null) rows.push(read.row);
  }
  return ok({ rows, problems, personRows });
}

type Columns = Readonly<Partial<Record<StaffField, number>>>;
type Texts = Readonly<Record<StaffField, string>>;

function hasHeadings({ name, role }: Columns): boolean {
  return name !== undefined && role !== undefined;
}

/** The surer name has the field where two columns claim it. */
function columnsOf(row: RosterTableRow): Columns {
  const names = row.cells.map((cell) => headingKey(cellText(cell)));
  const columns: Partial<Record<StaffField, number>> = {};
  for (const field of FIELDS) {
    const at = HEADINGS[field].map((name) => names.indexOf(headingKey(name))).find((found) => found >= 0);
    if (at !== undefined) columns[field] = at;
  }
  return columns;
}

/** Wide or narrow, with its blanks, its colon and its remark in brackets, a heading is the same. */
function headingKey(text: string): string {
  return toHalfWidth(text)
    .replaceAll(/\(.*?\)/g, '')
    .replaceAll(/[\s:*]/g, '')
    .toLowerCase();
}

function textsOf(row: RosterTableRow, columns: Columns): Texts {
  const textOf = (field: StaffField) => {
    const at = columns[field];
    const cell = at === undefined ? undefined : row.cells[at];
    return cell === undefined ? '' : trimBlanks(cellText(cell).replaceAll(/\p{Cc}+/gu, ' '));
  };
  return Object.fromEntries(FIELDS.map((field) => [field, textOf(field)])) as Record<StaffField, string>; // of every field
}

function readRow(
  row: number,
  texts: Texts,
): { readonly row: StaffRow | null; readonly problems: readonly StaffRowProblem[] } {
  const problems: StaffRowProblem[] = [];
  const say = (severity: StaffRowProblem['severity'], code: StaffRowProblem['code'], value: string) =>
    problems.push({ row, severity, code, value });
  const role = roleOf(texts.role);
  if (texts.name === '') say('error', 'name-missing', '');
  else if ([...texts.name].length > LONGEST_NAME) say('error', 'name-too-long', texts.name);
  if (role === null) say('error', 'role-unknown', texts.role);
  if (role === null || problems.length > 0) return { row: null, problems };
  const trained = toHalfWidth(texts.trained).toLowerCase();
  const isTrained = YES.includes(trained);
  if (!isTrained && !NO.includes(trained)) say('warning', 'training-unclear', texts.trained);
  const pin = toHalfWidth(texts.pin);
  const isPin = /^\d{4,8}$/.test(pin);
  if (pin !== '' && !isPin) say('warning', 'pin-unusable', '');
  const detail = (text: string) => [...text].slice(0, LONGEST_DETAIL).join('');
  const details = {
    phone: detail(toHalfWidth(texts.phone)),
    major: detail(texts.major),
    department: detail(texts.department),
    classes: detail(texts.classes),
    remark: detail(texts.remark),
  };
  const read = { row, name: texts.name, role, room: texts.room, isTrained, pin: isPin ? pin : null, details };
  return { row: read, problems };
}

function roleOf(text: string): Role | null {
  const key = headingKey(text);
  const roles = Object.entries(ROLE_NAMES) as [Role, readonly string[]][]; // keys of a record by Role
  return roles.find(([, names]) => names.includes(key))?.[0] ?? null;
}
