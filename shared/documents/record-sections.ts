import type { NoteKind } from '../domain/events.ts';
import { findViolation } from '../domain/violations.ts';
import { adjustmentTexts, approvedBy, clockActTexts, seatEndTexts, seatingTexts } from './record-course.ts';
import { joined, oneLine, timeText } from './record-texts.ts';
import type { RecordPerson, RecordTime, RecordViolation, RoomRecordInput } from './room-record-input.ts';
import { RECORD_PERSON_COLUMNS, type RecordSection } from './room-record-view.ts';
import { DISCOVERY_WORDS, NOTE_WORDS, REFUSAL_WORDS } from './words.ts';

/** A row before it is put in its place. */
interface Entry {
  readonly person: RecordPerson | null;
  /** What the rows of one seat are sorted by. */
  readonly occurredAt: number;
  readonly cells: readonly string[];
}

const STRANGER = '名单外人员';
const VIOLATION_COLUMNS = ['准考证号', '时间', '编号', '代码', '行为与事实', '记录人'] as const;

const COURSE_COLUMNS = ['时间', '事项', '情况', '记录人'] as const;

/**
 * The lists of the record in the order in which they stand on it, empty ones too: 无 is a statement as well. What hardly
 * ever happens has its list only where it did.
 */
export function recordSections(input: RoomRecordInput): readonly RecordSection[] {
  return [
    section('考试时间调整', COURSE_COLUMNS, adjustments(input)),
    ...ifAny(section('延时座位', ['应结束', '实际结束', '座位与确认'], seatEnds(input))),
    ...ifAny(section('连场', COURSE_COLUMNS, seatings(input))),
    ...ifAny(section('更换监考员', COURSE_COLUMNS, replacements(input))),
    ...ifAny(section('时钟', COURSE_COLUMNS, clockActs(input))),
    section('缺考', ['准考证号', '登记时间', '备注'], absences(input)),
    section('迟到', ['准考证号', '入场时间', '迟到'], latecomers(input)),
    section('拒绝入场', ['准考证号', '时间', '原因'], refusals(input)),
    section('违纪', VIOLATION_COLUMNS, violations(input.violations), 6),
    section('口头警告', VIOLATION_COLUMNS, violations(input.warnings), 6),
    ...ifAny(section('取消考试资格', ['准考证号', '时间', '情况', '记录人'], cancellations(input))),
    ...ifAny(section('经批准入场', ['准考证号', '时间', '情况', '记录人'], exemptions(input))),
    section('监考管理系统未登记', ['准考证号', '时间', '事项'], unregistered(input)),
    notes(input, 'login-corrected'),
    ...ifAny(section('换座', ['准考证号', '时间', '情况', '记录人'], seatChanges(input))),
    notes(input, 'seat-or-machine'),
    section('交卷情况', ['准考证号', '时间', '情况'], submissions(input)),
    notes(input, 'equipment'),
    notes(input, 'incident'),
    notes(input, 'other'),
  ];
}

function ifAny(one: RecordSection): readonly RecordSection[] {
  return one.rows.length === 0 ? [] : [one];
}

function section(title: string, columns: readonly string[], entries: readonly Entry[], wideColumn = 4): RecordSection {
  return {
    title,
    columns: [...RECORD_PERSON_COLUMNS, ...columns],
    rows: entries
      .toSorted(bySeat)
      .map(({ person, cells }) => [seatText(person), nameText(person), ...cells].map(oneLine)),
    emptyText: '无',
    wideColumn,
  };
}

/** The room's own rows first, then by seat; of one seat in order of time. */
function bySeat(a: Entry, b: Entry): number {
  return seatOf(a) - seatOf(b) || a.occurredAt - b.occurredAt;
}

function seatOf({ person }: Entry): number {
  if (person === null) return 0;
  return person.seat ?? Number.MAX_SAFE_INTEGER;
}

function seatText(person: RecordPerson | null): string {
  return person === null || person.seat === null ? '' : seatNo(person.seat);
}

function nameText(person: RecordPerson | null): string {
  if (person === null) return '';
  return person.name === '' ? STRANGER : person.name;
}

function absences({ absent }: RoomRecordInput): readonly Entry[] {
  return absent.map(({ person, time, refused, isCancelled }) => {
    const turnedAway = refused === null ? '' : `${timeText(refused)} 到场，拒绝入场`;
    const remark = joined([isCancelled ? '已取消考试资格' : '', turnedAway]);
    return { person, occurredAt: time.occurredAt, cells: [person.ticket, timeText(time), remark] };
  });
}

function latecomers({ late }: RoomRecordInput): readonly Entry[] {
  return late.map(({ person, time, lateMinutes }) => ({
    person,
    occurredAt: time.occurredAt,
    cells: [person.ticket, timeText(time), lateMinutes < 1 ? '不足 1 分' : `${lateMinutes} 分`],
  }));
}

function refusals({ refused }: RoomRecordInput): readonly Entry[] {
  return refused.map(({ person, time, reason, note, admitted }) => ({
    person,
    occurredAt: time.occurredAt,
    cells: [
      person.ticket,
      timeText(time),
      joined([REFUSAL_WORDS[reason], note, admitted === null ? '' : `${timeText(admitted)} 已入场`]),
    ],
  }));
}

function violations(acts: readonly RecordViolation[]): readonly Entry[] {
  return acts.map(({ number, person, time, code, discovery, facts, held, isTicketHeld, by }) => ({
    person,
    occurredAt: time.occurredAt,
    cells: [
      person.ticket,
      timeText(time),
      number,
      code,
      joined([
        `${behaviourOf(code)}（${DISCOVERY_WORDS[discovery]}）`,
        facts === '' ? '' : `事实：${facts}`,
        held === '' ? '' : `暂扣物品：${held}`,
        isTicketHeld ? '准考证暂扣' : '',
      ]),
      by.join('、'),
    ],
  }));
}

/** In the order in which they were recorded, room and seats alike: each goes on from what the one before it left. */
function adjustments(input: RoomRecordInput): readonly Entry[] {
  return input.adjustments.map((one) => ofRoom(one, adjustmentTexts(one)));
}

function seatings(input: RoomRecordInput): readonly Entry[] {
  return input.seatings.map((one) => ofRoom(one, seatingTexts(one)));
}

function replacements(input: RoomRecordInput): readonly Entry[] {
  return input.replacements.map((one) => {
    const text = joined([`${one.comes} 接替 ${one.leaves}`, `主考意见：${one.opinion}`, approvedBy(one.approval)]);
    return ofRoom(one, { matter: '更换监考员', text });
  });
}

function clockActs(input: RoomRecordInput): readonly Entry[] {
  return input.clockActs.map((one) => ofRoom(one, clockActTexts(one)));
}

function seatEnds(input: RoomRecordInput): readonly Entry[] {
  return input.seatEnds.map((one) => ({ person: null, occurredAt: 0, cells: seatEndTexts(one) }));
}

/** A row about the room that keeps its place. */
function ofRoom(
  { time, by }: { readonly time: RecordTime; readonly by: readonly string[] },
  { matter, text }: { readonly matter: string; readonly text: string },
): Entry {
  return { person: null, occurredAt: 0, cells: [timeText(time), matter, text, by.join('、')] };
}

function cancellations(input: RoomRecordInput): readonly Entry[] {
  return input.cancellations.map(({ person, time, violation, why, approval, by }) => ({
    person,
    occurredAt: time.occurredAt,
    cells: [
      person.ticket,
      timeText(time),
      joined([`依据违纪 ${violation}`, `原因：${why}`, approvedBy(approval)]),
      by.join('、'),
    ],
  }));
}

function seatChanges(input: RoomRecordInput): readonly Entry[] {
  return input.seatChanges.map(({ person, time, from, to, why, approval, by }) => ({
    person,
    occurredAt: time.occurredAt,
    cells: [
      person.ticket,
      timeText(time),
      joined([`${seatNo(from)} 号换到 ${seatNo(to)} 号`, `原因：${why}`, approvedBy(approval)]),
      by.join('、'),
    ],
  }));
}

/** "05". */
export function seatNo(seat: number): string {
  return String(seat).padStart(2, '0');
}

const DESPITE_WORDS = { 'absent-before': '上一科缺考', 'eligibility-cancelled': '已取消考试资格' } as const;

function exemptions(input: RoomRecordInput): readonly Entry[] {
  return input.exemptions.map(({ person, time, despite, approval, by }) => ({
    person,
    occurredAt: time.occurredAt,
    cells: [
      person.ticket,
      timeText(time),
      joined([...despite.map((one) => DESPITE_WORDS[one]), approvedBy(approval)]),
      by.join('、'),
    ],
  }));
}

function unregistered(input: RoomRecordInput): readonly Entry[] {
  return input.unregistered.map(({ person, time, code, isOvertaken }) => ({
    person,
    occurredAt: time.occurredAt,
    cells: [
      person.ticket,
      timeText(time),
      joined([
        code === null ? '缺考' : `违纪 ${code} ${behaviourOf(code)}`,
        isOvertaken ? '系统中已登记，本机已更正，待在系统中撤销' : '',
      ]),
    ],
  }));
}

function notes(input: RoomRecordInput, kind: NoteKind): RecordSection {
  const entries = input.notes
    .filter((note) => note.kind === kind)
    .map(({ person, time, text, by }) => ({
      person,
      occurredAt: time.occurredAt,
      cells: [timeText(time), text, by],
    }));
  return section(NOTE_WORDS[kind], ['时间', '内容', '记录人'], entries, 3);
}

const CONFIRMED_BY = {
  invigilator: '监考员确认',
  'invigilator-and-technician': '监考员与技术支持确认',
} as const;

function submissions({ submissions: { early, forced, notSubmitted } }: RoomRecordInput): readonly Entry[] {
  return [
    ...forced.map(({ person, time }) => ({
      person,
      occurredAt: time.occurredAt,
      cells: [person.ticket, timeText(time), '退出全屏，考试系统自动交卷'],
    })),
    ...early.map(({ person, submitted, left, confirmedBy }) => ({
      person,
      occurredAt: left.occurredAt,
      cells: [
        person.ticket,
        submitted === null ? '' : timeText(submitted),
        `提前交卷，${timeText(left)} 离场，${CONFIRMED_BY[confirmedBy]}`,
      ],
    })),
    ...notSubmitted.map(({ person, why }) => ({
      person,
      occurredAt: Number.MAX_SAFE_INTEGER,
      cells: [person.ticket, '', `未交卷：${why}`],
    })),
  ];
}

/** A code that this program does not know (another station's newer one) stands for itself. */
export function behaviourOf(code: string): string {
  return findViolation(code)?.behaviour ?? '本机目录未列的代码';
}
