import { CHECK_MOMENTS, type SiteList, type VisitorRole } from '../domain/checklist-items.ts';
import { type CheckStanding, isCheckOpen } from '../domain/checks-state.ts';
import { formatDate, formatMinute } from '../domain/day-time.ts';
import type { DayRules } from '../domain/rules.ts';
import { CHECK_MOMENT_WORDS, checkSentence, SITE_LIST_WORDS, VISITOR_WORDS } from './check-words.ts';
import { type PrintCodes, type PrintFrame, type PrintOf, printFrame } from './paper-print.ts';
import type { SheetFact } from './sign-in-sheet-view.ts';
import { dateText, EDITION_WORDS } from './words.ts';

/** The box before an item: drawn as a shape. 'short' is an empty box too: something is still missing. */
export type CheckBox = 'empty' | 'ticked' | 'barred';

export interface CheckRow {
  readonly box: CheckBox;
  readonly text: string;
  /** Counts, what was written, why it does not apply; '' for nothing. */
  readonly detail: string;
  /** "陈监考 11-18 16:20", '' while open. */
  readonly by: string;
}

export interface CheckSection {
  readonly title: string;
  readonly rows: readonly CheckRow[];
}

/** 考前检查单: everything that stands on its pages but the digest of this very view. */
export interface PreExamChecksView extends PrintFrame {
  readonly title: string;
  readonly exam: string;
  readonly place: string;
  readonly roomLabel: string;
  readonly room: string;
  readonly facts: readonly SheetFact[];
  readonly sections: readonly CheckSection[];
  readonly byHeading: string;
  readonly lists: readonly SheetFact[];
  readonly visitsTitle: string;
  /** Time, role, name, matter; as they stand. */
  readonly visits: readonly string[];
  readonly signatures: readonly string[];
}

export interface PrintablePreExamChecks extends PrintCodes {
  readonly kind: 'pre-exam-checks';
  readonly view: PreExamChecksView;
}

/** An item with what was sealed about it, in clear. */
export interface PrintedCheck extends CheckStanding {
  readonly note: string;
  readonly reason: string;
  /** '' while open. */
  readonly byName: string;
}

export interface PrintedVisit {
  readonly role: VisitorRole;
  readonly name: string;
  readonly about: string;
  /** UTC ms. */
  readonly cameAt: number;
  readonly leftAt: number | null;
}

export interface PreExamChecksInput extends PrintOf {
  readonly exam: string;
  readonly site: string;
  /** Calendar date in Asia/Shanghai. */
  readonly date: string;
  readonly rules: DayRules;
  /** Null = the site's own list. */
  readonly room: { readonly room: string; readonly place: string; readonly people: number } | null;
  readonly checks: readonly PrintedCheck[];
  readonly lists: readonly { readonly list: SiteList; readonly lines: readonly string[] }[];
  readonly visits: readonly PrintedVisit[];
}

/** Where the month begins in "2022-11-18". */
const MONTH_AT = 5;

/** The list as it stands now; equal input, equal view. */
export function buildPreExamChecks(input: PreExamChecksInput): PreExamChecksView {
  const { exam, site, room, checks, rules } = input;
  const people = room?.people ?? 0;
  const open = checks.filter(isCheckOpen).length;
  const where = room === null ? site : `考场 ${room.room} ${room.place}`;
  return {
    title: '考前检查单',
    exam,
    place: room?.place ?? site,
    roomLabel: room === null ? '' : '考场',
    room: room?.room ?? '考点',
    facts: [
      { label: '考点', value: site },
      { label: '考试日期', value: dateText(input.date) },
      { label: '规则', value: EDITION_WORDS[rules.edition] },
      ...(room === null ? [] : [{ label: '考生', value: `${people} 人` }]),
      { label: '检查项', value: `共 ${checks.length} 项，${open === 0 ? '全部完成' : `未完成 ${open} 项`}` },
    ],
    sections: CHECK_MOMENTS.map((moment) => ({
      title: CHECK_MOMENT_WORDS[moment],
      rows: checks
        .filter(({ item }) => item.when === moment)
        .map((check) => rowOf(check, checkSentence(check.item.id, { rules: rules.values, people }))),
    })).filter(({ rows }) => rows.length > 0),
    byHeading: '检查人、时间',
    lists: input.lists.map(({ list, lines }) => ({
      label: SITE_LIST_WORDS[list],
      value: lines.length === 0 ? '没有' : lines.join('、'),
    })),
    visitsTitle: '来访登记',
    visits: input.visits.length === 0 ? ['没有来访'] : input.visits.map(visitText),
    signatures: room === null ? ['主考签字', '技术主管签字', '签字日期'] : ['检查人签字', '技术支持签字', '签字日期'],
    ...printFrame(input, { document: 'checks', room: room?.room ?? '', footText: `${where} · 考前检查单` }),
  };
}

function rowOf(check: PrintedCheck, text: string): CheckRow {
  const { status, entry } = check;
  const isSaid = entry !== null && status !== 'open';
  return {
    box: status === 'ticked' ? 'ticked' : status === 'set-aside' ? 'barred' : 'empty',
    text,
    detail: detailOf(check),
    by: isSaid ? `${check.byName} ${timeText(entry.occurredAt)}` : '',
  };
}

function detailOf({ status, wanted, entry, note, reason }: PrintedCheck): string {
  if (status === 'set-aside') return `不适用：${reason}`;
  if (status === 'open') return entry === null || reason === '' ? wantedText(wanted) : `重新打开：${reason}`;
  const have = entry?.count ?? 0;
  const counted = wanted === null ? '' : `现有 ${have} 台，应有 ${wanted} 台`;
  const missing = status === 'short' && wanted !== null ? `缺 ${wanted - have} 台` : '';
  return [counted, missing, note].filter((part) => part !== '').join('，');
}

function wantedText(wanted: number | null): string {
  return wanted === null ? '' : `应有 ${wanted} 台`;
}

function visitText({ role, name, about, cameAt, leftAt }: PrintedVisit): string {
  const until = leftAt === null ? '未离开' : formatMinute(leftAt);
  const matter = about === '' ? '' : `，${about}`;
  return `${timeText(cameAt)}–${until}　${VISITOR_WORDS[role]} ${name}${matter}`;
}

/** "11-18 16:20": the lists of a day reach back some weeks. */
function timeText(at: number): string {
  return `${formatDate(at).slice(MONTH_AT)} ${formatMinute(at)}`;
}
