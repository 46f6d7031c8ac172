import { formatMinute } from '../domain/day-time.ts';
import { recordSections } from './record-sections.ts';
import { timeText } from './record-texts.ts';
import type { RecordTime, RoomRecordInput } from './room-record-input.ts';
import type { RoomRecordContent } from './room-record-view.ts';
import type { SheetFact } from './sign-in-sheet-view.ts';
import { dateText, EDITION_WORDS, levelSummary, PAPER_WORDS } from './words.ts';

/**
 * Puts together what stands on 考场情况记录单 and is signed: every text final. Equal input, equal content. Throws
 * RangeError where the counts do not add up: such a record must not be signed.
 */
export function buildRoomRecordContent(input: RoomRecordInput): RoomRecordContent {
  return {
    kind: 'room-record',
    title: '考场情况记录单',
    exam: input.exam,
    roomLabel: '考场',
    room: input.roomNo,
    place: input.place,
    paper: PAPER_WORDS[input.paper],
    facts: facts(input),
    counts: counts(input),
    sumLines: sumLines(input.counts),
    sections: recordSections(input),
    source: { roomNo: input.roomNo, paper: input.paper, kind: input.kind },
  };
}

function facts(input: RoomRecordInput): readonly SheetFact[] {
  const { collection } = input;
  return [
    { label: '考核站点', value: input.site },
    { label: '考试计划', value: input.plan === '' ? '未登记' : input.plan },
    { label: '级别', value: levelSummary(input.levels) },
    { label: '考试日期', value: dateText(input.date) },
    { label: '规则', value: EDITION_WORDS[input.edition] },
    { label: '计划时间', value: timesText(input) },
    { label: '实际开考', value: confirmed(input.actualStart) },
    { label: '实际结束', value: endText(input) },
    {
      label: '收卷',
      value:
        collection === null
          ? '尚未收卷'
          : `${timeText(collection.time)}${collection.hasDrifted ? '，此后人数有变' : ''}`,
    },
    { label: '全部交卷', value: collection?.isConfirmedByTechnician === true ? '技术支持已确认' : '技术支持未确认' },
  ];
}

/** "08:30–10:00", and what delays and extensions made of it: "08:30–10:00，调整为 08:30–10:18". */
function timesText({ planned, adjusted }: RoomRecordInput): string {
  const [by, now] = [planned, adjusted].map(
    ({ startsAt, endsAt }) => `${formatMinute(startsAt)}–${formatMinute(endsAt)}`,
  );
  return now === by ? `${by}` : `${by}，调整为 ${now}`;
}

/** The room's end. Seats with minutes of their own may be many: they have a list of their own. */
function endText({ actualEnd, seatEnds }: RoomRecordInput): string {
  return `${confirmed(actualEnd)}${seatEnds.length === 0 ? '' : '（延时座位另列）'}`;
}

function confirmed(time: RecordTime | null): string {
  return time === null ? '未确认' : timeText(time);
}

function counts(input: RoomRecordInput): readonly SheetFact[] {
  const { expected, present, late, absent, notYet, unlisted } = input.counts;
  const all: readonly (readonly [string, number, 'always' | 'if-any'])[] = [
    ['应到', expected, 'always'],
    ['实到', present, 'always'],
    ['缺考', absent, 'always'],
    ['未到未登记', notYet, 'if-any'],
    ['其中迟到', late, 'always'],
    ['已交卷', input.submissions.submitted, 'always'],
    ['违纪', input.violations.length, 'always'],
    ['名单外', unlisted, 'if-any'],
  ];
  return all
    .filter(([, count, when]) => when === 'always' || count > 0)
    .map(([label, count]) => ({ label, value: String(count) }));
}

/** Said once more as a sum, so that whoever signs sees that it adds up. */
function sumLines({ expected, present, late, absent, notYet }: RoomRecordInput['counts']): readonly string[] {
  if (expected !== present + absent + notYet || late > present) throw new RangeError('counts do not add up');
  const open = notYet === 0 ? '' : ` + 未到未登记 ${notYet}`;
  const within = late === 0 ? '' : '（含在实到内）';
  return [`应到 ${expected} = 实到 ${present} + 缺考 ${absent}${open}`, `迟到 ${late}${within}`];
}
