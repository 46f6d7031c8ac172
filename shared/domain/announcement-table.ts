import type { PaperId } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';
import { type SiteText, siteTextSchema } from './course-events.ts';
import { toHalfWidth } from './id-number.ts';
import { cellText, type RosterTable, type RosterTableRow } from './roster-table.ts';
import type { MilestoneKind, SPOKEN_KINDS } from './timeline-types.ts';

export type SpokenKind = (typeof SPOKEN_KINDS)[number];

/** 环节 as the file names it, the name that we write first; a milestone's title on screen is taken too. */
const KIND_NAMES: Readonly<Record<SpokenKind, readonly [string, ...string[]]>> = {
  'admission-open': ['组织入场', '组织入场、核对证件'],
  'rules-reading': ['宣读考场规则'],
  'login-call': ['通知登录', '通知登录考试系统'],
  'login-last-call': ['最后提醒登录'],
  prepare: ['预备', '预备信号'],
  start: ['开考', '宣布开考'],
  'login-check': ['提醒未登录', '提醒尚未登录的考生'],
  'entry-close': ['停止入场'],
  'end-reminder': ['提醒剩余时间'],
  end: ['考试结束', '宣布考试结束'],
  'seat-end-reminder': ['提醒延时座位剩余时间'],
  'seat-end': ['延时座位结束', '宣布延时座位结束'],
  machines: ['关机提醒'],
};

const PAPER_NAMES: Readonly<Record<PaperId, readonly [string, ...string[]]>> = {
  theory: ['理论', '理论考试'],
  practical: ['实操', '实操考试'],
};
const BOTH_PAPERS = ['', '两科', '理论、实操', '理论和实操'];

/** The file's columns. */
export const ANNOUNCEMENT_HEADINGS = ['环节', '科目', '指令'] as const;

/** Filled in when a sentence is shown: the minutes that are left, the seats that it is for. */
export const MINUTES_PLACEHOLDER = '{分钟}';
export const SEATS_PLACEHOLDER = '{座位}';

/** What may stand in braces in the sentence of a milestone. */
export function placeholdersOf(kind: MilestoneKind): readonly string[] {
  switch (kind) {
    case 'login-last-call':
    case 'end-reminder':
      return [MINUTES_PLACEHOLDER];
    case 'seat-end-reminder':
      return [MINUTES_PLACEHOLDER, SEATS_PLACEHOLDER];
    case 'seat-end':
      return [SEATS_PLACEHOLDER];
    default:
      return [];
  }
}

/** 环节 as we write it. */
export function spokenKindName(kind: SpokenKind): string {
  return KIND_NAMES[kind][0];
}

/** 科目 as we write it; '' for both. */
export function announcementPaperName(paper: PaperId | null): string {
  return paper === null ? '' : PAPER_NAMES[paper][0];
}

/** Why a row was not taken. */
export interface AnnouncementProblem {
  /** As the sheet numbers it. */
  readonly row: number;
  readonly code: 'kind-unknown' | 'paper-unknown' | 'text-missing' | 'text-too-long' | 'placeholder-unknown' | 'twice';
}

export interface ReadAnnouncements {
  readonly texts: readonly SiteText[];
  readonly problems: readonly AnnouncementProblem[];
}

/** A row of headings stands among the first of these. */
const SEARCHED_ROWS = 10;

/** 宣读指令 of a table, in its order; of two rows for one sentence the first is taken. Rows without any text are no rows. */
export function readAnnouncements(table: RosterTable): Result<ReadAnnouncements, 'announcements-without-heading'> {
  const at = table.rows.slice(0, SEARCHED_ROWS).findIndex((row) => columnsOf(row) !== null);
  const heading = table.rows[at];
  const columns = heading === undefined ? null : columnsOf(heading);
  if (columns === null) return err('announcements-without-heading');
  const texts: SiteText[] = [];
  const problems: AnnouncementProblem[] = [];
  for (const row of table.rows.slice(at + 1)) {
    const [kind, paper, text] = columns.map((column) => textIn(row, column));
    if ([kind, paper, text].every((cell) => (cell ?? '') === '')) continue;
    const read = readRow({ kind: kind ?? '', paper: paper ?? '', text: text ?? '' });
    const isTwice = read.ok && texts.some((one) => one.kind === read.value.kind && one.paper === read.value.paper);
    if (read.ok && !isTwice) texts.push(read.value);
    else problems.push({ row: row.row, code: read.ok ? 'twice' : read.error });
  }
  return ok({ texts, problems });
}

/** Where 环节, 科目 and 指令 stand; 科目 may be missing (−1). Null where this is no row of headings. */
function columnsOf(row: RosterTableRow): readonly [number, number, number] | null {
  const names = row.cells.map((cell) => plain(cellText(cell)));
  const [kind, paper, text] = ANNOUNCEMENT_HEADINGS;
  const kindAt = names.indexOf(kind);
  const textAt = names.indexOf(text);
  return kindAt === -1 || textAt === -1 ? null : [kindAt, names.indexOf(paper), textAt];
}

function readRow(row: {
  readonly kind: string;
  readonly paper: string;
  readonly text: string;
}): Result<SiteText, AnnouncementProblem['code']> {
  const kinds = Object.entries(KIND_NAMES) as [SpokenKind, readonly string[]][]; // keys of a record by SpokenKind
  const kind = kinds.find(([, names]) => names.some((name) => plain(name) === plain(row.kind)))?.[0];
  if (kind === undefined) return err('kind-unknown');
  const papers = Object.entries(PAPER_NAMES) as [PaperId, readonly string[]][]; // keys of a record by PaperId
  const paper = papers.find(([, names]) => names.includes(plain(row.paper)))?.[0] ?? null;
  if (paper === null && !BOTH_PAPERS.includes(plain(row.paper))) return err('paper-unknown');
  if (row.text === '') return err('text-missing');
  const braced = row.text.match(/\{[^}]*\}?/g) ?? [];
  if (!braced.every((one) => placeholdersOf(kind).includes(one))) return err('placeholder-unknown');
  const text = siteTextSchema.safeParse({ kind, paper, text: row.text });
  return text.success ? ok(text.data) : err('text-too-long');
}

function textIn(row: RosterTableRow, column: number): string {
  const cell = row.cells[column];
  if (cell === undefined) return '';
  // A sheet's line breaks inside a cell are no part of what is said; a Chinese keyboard types wide braces.
  return cellText(cell)
    .replaceAll(/\s*[\r\n]+\s*/g, '')
    .replaceAll('｛', '{')
    .replaceAll('｝', '}')
    .trim();
}

function plain(text: string): string {
  return toHalfWidth(text).replaceAll(/\s/g, '');
}
