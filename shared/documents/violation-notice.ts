import { formatMinute } from '../domain/day-time.ts';
import type { ViolationDiscovery } from '../domain/events.ts';
import { findViolation } from '../domain/violations.ts';
import { behaviourOf, seatNo } from './record-sections.ts';
import { joined, oneLine, timeText } from './record-texts.ts';
import type { RecordViolation } from './room-record-input.ts';
import type { PaperSubject } from './paper-subject.ts';
import type { SheetFact } from './sign-in-sheet-view.ts';
import type { NoticeBox, NoticePart, ViolationNoticeContent } from './violation-notice-view.ts';
import { dateText, DISCOVERY_WORDS, PAPER_WORDS } from './words.ts';

/** What a notice is made of: one recorded violation, texts in clear. Planned times alone: what moves later changes no notice. */
export interface ViolationNoticeInput extends PaperSubject {
  readonly violation: RecordViolation;
  /** Type and masked number; both '' where the roster has none. */
  readonly document: { readonly type: string; readonly masked: string };
}

/** Puts together what stands on both parts. Equal input, equal content. */
export function buildViolationNoticeContent(input: ViolationNoticeInput): ViolationNoticeContent {
  return {
    kind: 'violation-notice',
    title: '违规告知书',
    exam: input.exam,
    roomLabel: '考场',
    room: input.roomNo,
    place: input.place,
    paper: PAPER_WORDS[input.paper],
    facts: [
      { label: '考核站点', value: input.site },
      { label: '考试计划', value: input.plan === '' ? '未登记' : input.plan },
      { label: '考试日期', value: dateText(input.date) },
      { label: '考试时间', value: `${formatMinute(input.planned.startsAt)}–${formatMinute(input.planned.endsAt)}` },
      { label: '记录编号', value: input.violation.number },
    ],
    person: personFacts(input),
    discovery: DISCOVERIES.map((one) => ({
      text: DISCOVERY_WORDS[one],
      isTicked: input.violation.discovery === one,
    })),
    statements: statements(input),
    parts: [stub(input), ofCandidate(input)],
    source: { roomNo: input.roomNo, paper: input.paper, kind: input.kind },
  };
}

const DISCOVERIES: readonly ViolationDiscovery[] = ['on-site', 'video', 'marking', 'other'];

function personFacts({ violation: { person }, document }: ViolationNoticeInput): readonly SheetFact[] {
  return [
    { label: '考生姓名', value: oneLine(person.name) },
    { label: '座位号', value: person.seat === null ? '' : seatNo(person.seat) },
    { label: '准考证号', value: person.ticket },
    { label: document.type === '' ? '证件号码' : document.type, value: document.masked || '名单无证件号' },
  ];
}

function statements({ violation }: ViolationNoticeInput): readonly SheetFact[] {
  const { code, facts, by, time } = violation;
  return [
    { label: '违规时间', value: timeText(time) },
    { label: '违规行为', value: `${code} ${behaviourOf(code)}` },
    { label: '违规事实', value: oneLine(facts) },
    { label: '参照依据', value: groundText(code) },
    { label: '处理', value: '已如实记录，报主考处理；本告知书不是处理决定' },
    { label: '暂扣物品', value: heldText(violation) || '无' },
    { label: '记录人', value: by.join('、') },
  ];
}

const ORDER = '《国家教育考试违规处理办法》（教育部令第 33 号）';
const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** The article of order 33 is named by reference only: a certificate exam of 1+X is none of those that it is made for. */
function groundText(code: string): string {
  const [, article = '', item = ''] = /^(\d+)\((.+)\)$/.exec(findViolation(code)?.article ?? '') ?? [];
  if (article === '') return `考场规则（${code} 为本站目录代码，该办法未列）`;
  return `${ORDER}第${NUMERALS[Number(article)] ?? article}条第（${item}）项，1+X 考核仅作参照`;
}

function heldText({ held, isTicketHeld }: RecordViolation): string {
  return joined([oneLine(held), isTicketHeld ? '准考证' : '']);
}

/** Goes up with the evidence; what the candidate says and signs stands here. */
function stub({ violation }: ViolationNoticeInput): NoticePart {
  const isHeld = heldText(violation) !== '';
  return {
    name: '存根联',
    use: '与证据一并交主考，归档',
    statements: [],
    blanks: [
      { label: '告知时间（当面告知以上内容）', lines: 1 },
      { label: '考生陈述和申辩（没有的写“无”）', lines: 3 },
      ...(isHeld ? [{ label: '物品退还（考生签收、时间）', lines: 1 }] : []),
      { label: '主考意见', lines: 1 },
      { label: '考生签名、日期', lines: 1 },
    ],
    boxes: REFUSED,
    signs: 'all',
  };
}

const REFUSED: readonly NoticeBox[] = [{ text: '考生拒绝签名，由两名监考员注明', isTicked: false }];

/** Stays with the candidate: the receipt for what was taken, and his rights. */
function ofCandidate({ violation }: ViolationNoticeInput): NoticePart {
  const held = heldText(violation);
  return {
    name: '考生联',
    use: '交考生保存',
    statements: [
      {
        label: '暂扣收据',
        value: held === '' ? '没有暂扣物品' : `今暂扣：${held}。由监考员保管，考后凭本联退还或随证据上交，由主考决定`,
      },
      {
        label: '考生的权利',
        value:
          '你有权陈述和申辩：可以当场说明，由监考员如实写在存根联上；也可以考后书面交给主考。签名只表示已被告知，不等于承认',
      },
    ],
    blanks: [{ label: '告知时间', lines: 1 }],
    boxes: [],
    signs: 'invigilators',
  };
}
