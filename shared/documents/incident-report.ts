import { formatMinute } from '../domain/day-time.ts';
import {
  adjustmentTexts,
  approvedBy,
  type RecordAdjustment,
  type RecordSeatChange,
  spanText,
} from './record-course.ts';
import { seatNo } from './record-sections.ts';
import { joined, oneLine, timeText } from './record-texts.ts';
import type { IncidentReportContent } from './incident-report-view.ts';
import type { PaperSubject } from './paper-subject.ts';
import type { RecordNote, RecordPerson, RecordTime } from './room-record-input.ts';
import { RECORD_PERSON_COLUMNS, type RecordSection } from './room-record-view.ts';
import type { SheetFact } from './sign-in-sheet-view.ts';
import { dateText, NOTE_WORDS, PAPER_WORDS } from './words.ts';

/** What a report is made of: one noted incident of a room's paper. Instants UTC ms, texts in clear. */
export interface IncidentReportInput extends PaperSubject {
  /** `planned` as delays and extensions left it. */
  readonly adjusted: { readonly startsAt: number; readonly endsAt: number };
  /** Record number of the note, "A#88". */
  readonly number: string;
  readonly incident: RecordNote;
  /** Everything of this paper, in any order; what was over before the incident is left out here. */
  readonly adjustments: readonly RecordAdjustment[];
  readonly seatChanges: readonly RecordSeatChange[];
  /** The incident's own among them is left out. */
  readonly notes: readonly (RecordNote & { readonly number: string })[];
  /** How many were in the room when it happened. */
  readonly inRoom: number;
}

/** Puts together what stands on the report. Equal input, equal content. */
export function buildIncidentReportContent(input: IncidentReportInput): IncidentReportContent {
  const { incident } = input;
  const seatChanges = input.seatChanges.filter(
    (one) => isFrom(one.time, incident.time) && isAbout(incident, one.person),
  );
  const seats = new Set([incident.person?.seat, ...seatChanges.flatMap(({ from, to }) => [from, to])]);
  const adjustments = input.adjustments
    .filter((one) => isOfIncident(one, incident.time))
    .filter((one) => incident.person === null || isOfSeats(one, seats));
  return {
    kind: 'incident-report',
    title: '突发事件报告',
    exam: input.exam,
    roomLabel: '考场',
    room: input.roomNo,
    place: input.place,
    paper: PAPER_WORDS[input.paper],
    facts: [
      { label: '考核站点', value: input.site },
      { label: '考试计划', value: input.plan === '' ? '未登记' : input.plan },
      { label: '考试日期', value: dateText(input.date) },
      { label: '考试时间', value: timesText(input) },
      { label: '记录编号', value: input.number },
    ],
    counts: [
      { label: '考试中断', value: lostText(adjustments) },
      { label: '受影响', value: incident.person === null ? `${input.inRoom} 人` : '1 人' },
      { label: '结束时间', value: formatMinute(input.adjusted.endsAt) },
    ],
    statements: statements(input),
    sections: [measures(input, adjustments, seatChanges), people(input, seatChanges)],
    source: { roomNo: input.roomNo, paper: input.paper, kind: input.kind },
  };
}

function timesText({ planned, adjusted }: IncidentReportInput): string {
  const [by, now] = [planned, adjusted].map(
    ({ startsAt, endsAt }) => `${formatMinute(startsAt)}–${formatMinute(endsAt)}`,
  );
  return now === by ? `${by}` : `${by}，调整为 ${now}`;
}

function statements({ incident }: IncidentReportInput): readonly SheetFact[] {
  const { person, time, text, by } = incident;
  return [
    { label: '发生时间', value: timeText(time) },
    {
      label: '范围',
      value: person === null ? '全考场' : joined([`${seatText(person)} 号座位 ${oneLine(person.name)}`, person.ticket]),
    },
    { label: '经过', value: oneLine(text) },
    { label: '记录人', value: by },
  ];
}

function isFrom(time: RecordTime, incident: RecordTime): boolean {
  return time.occurredAt >= incident.occurredAt;
}

/** Of one candidate's trouble another's seat is no measure. */
function isAbout(incident: RecordNote, person: RecordPerson | null): boolean {
  return incident.person === null || person === null || person.ticket === incident.person.ticket;
}

function isOfSeats(one: RecordAdjustment, seats: ReadonlySet<number | null | undefined>): boolean {
  const given = one.kind === 'extension' || one.kind === 'withdrawal' ? one.seats : null;
  return given === null || given.some((seat) => seats.has(seat));
}

/** A pause is often pressed before there is time to write a line: what still lasted when it was noted belongs to it. */
function isOfIncident(one: RecordAdjustment, incident: RecordTime): boolean {
  if (isFrom(one.time, incident)) return true;
  return one.kind === 'pause' && (one.resumed === null || one.resumed.occurredAt > incident.occurredAt);
}

/** Pauses as the clock ran: a minute that two of them cover was lost once. */
function lostText(adjustments: readonly RecordAdjustment[]): string {
  const pauses = adjustments
    .filter((one) => one.kind === 'pause')
    .toSorted((a, b) => a.time.occurredAt - b.time.occurredAt);
  let lostMs = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const { time, resumed } of pauses) {
    if (resumed === null) return '尚未恢复';
    const end = Math.max(until, resumed.occurredAt);
    lostMs += Math.max(0, end - Math.max(time.occurredAt, until));
    until = end;
  }
  return lostMs === 0 ? '0 分' : spanText(lostMs);
}

interface Measure {
  readonly person: RecordPerson | null;
  readonly time: RecordTime;
  readonly matter: string;
  readonly text: string;
  readonly by: readonly string[];
}

/** Machines, wiring and what went on are measures of an incident; a corrected login is none. */
const MEASURES: readonly RecordNote['kind'][] = ['seat-or-machine', 'equipment', 'incident'];

function measures(
  { incident, notes, number }: IncidentReportInput,
  adjustments: readonly RecordAdjustment[],
  seatChanges: readonly RecordSeatChange[],
): RecordSection {
  const all: readonly Measure[] = [
    ...adjustments.map((one) => ({ ...adjustmentTexts(one), person: null, time: one.time, by: one.by })),
    ...seatChanges.map(({ person, time, from, to, why, approval, by }) => ({
      person,
      time,
      matter: '换座',
      text: joined([`${seatNo(from)} 号换到 ${seatNo(to)} 号`, `原因：${why}`, approvedBy(approval)]),
      by,
    })),
    ...notes
      .filter((note) => MEASURES.includes(note.kind) && note.number !== number)
      .filter((note) => isFrom(note.time, incident.time) && isAbout(incident, note.person))
      .map(({ person, time, kind, text, by }) => ({ person, time, matter: NOTE_WORDS[kind], text, by: [by] })),
  ];
  return {
    title: '处置经过',
    columns: [...RECORD_PERSON_COLUMNS, '时间', '事项', '情况', '记录人'],
    rows: all
      .toSorted((a, b) => a.time.occurredAt - b.time.occurredAt)
      .map(({ person, time, matter, text, by }) =>
        [seatText(person), person?.name ?? '', timeText(time), matter, text, by.join('、')].map(oneLine),
      ),
    emptyText: '本机没有记录处置（暂停、延时、换座、换机）',
    wideColumn: 4,
  };
}

function people({ incident, inRoom }: IncidentReportInput, seatChanges: readonly RecordSeatChange[]): RecordSection {
  const named = incident.person === null ? [] : [{ person: incident.person, text: '本次事件' }];
  const moved = seatChanges.map(({ person, from, to }) => ({
    person,
    text: `换座 ${seatNo(from)} 号到 ${seatNo(to)} 号`,
  }));
  return {
    title: '受影响考生',
    columns: [...RECORD_PERSON_COLUMNS, '准考证号', '情况'],
    rows: [...named, ...moved].map(({ person, text }) =>
      [seatText(person), person.name, person.ticket, text].map(oneLine),
    ),
    emptyText: `全考场在场 ${inRoom} 人，名单见考场情况记录单和考生签到表`,
    wideColumn: 3,
  };
}

function seatText(person: RecordPerson | null): string {
  return person === null || person.seat === null ? '' : seatNo(person.seat);
}
