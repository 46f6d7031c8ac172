import type { Despite, SeatingMode } from '../../shared/domain/course-events.ts';
import type { BackToBack, SeatCarry } from '../../shared/domain/seating.ts';
import type { PaperTimeline } from '../../shared/domain/timeline-types.ts';
import { seatList } from './course.ts';
import { neatTimeText, seatText, spokenSpan } from './format.ts';
import { PAPER_LABELS } from './words.ts';

/** 连场: two papers with hardly a break between them. */
export const SEATING_TITLE = '连场';
export const SEATING_QUESTION = '连场：考生是否留座';

export const SEATING_MODES: Readonly<Record<SeatingMode, string>> = { stay: '留座连场', 're-enter': '离场重进' };

/** What each answer means, in the order in which it happens. */
export function seatingMeans(mode: SeatingMode, earlier: PaperTimeline, later: PaperTimeline): readonly string[] {
  const from = PAPER_LABELS[earlier.paper];
  const to = PAPER_LABELS[later.paper];
  return mode === 'stay'
    ? [
        `${from}结束后考生不离开座位，等候${to}。`,
        '在座位图上把在座的人一次确认入场。',
        '缺考、已离场的人，到门口签到。',
      ]
    : [`${from}结束后全体离场，机房清场。`, `${to}在门口逐人重新核对证件、签到。`, gapText(earlier, later)];
}

/** "10:00 结束，10:10 开考，只有 10 分钟。" */
function gapText(earlier: PaperTimeline, later: PaperTimeline): string {
  const ms = later.startsAt - earlier.lastEndsAt;
  const times = `${neatTimeText(earlier.lastEndsAt)} 结束，${neatTimeText(later.startsAt)} 开考`;
  return ms > 0 ? `${times}，只有 ${spokenSpan(ms)}。` : `${times}，没有间隔。`;
}

export function seatingUntilText({ closesAt }: BackToBack): string {
  return `手册没有规定，由主考决定；${neatTimeText(Math.floor(closesAt / 1000) * 1000)} 停止入场以前可以更改`;
}

export const CHOOSE_MODE_FIRST = '请先选择留座连场或离场重进';

export function chooseLabel(mode: SeatingMode | null): string {
  return mode === null ? '确认' : `确认：${SEATING_MODES[mode]}`;
}

/** Read aloud when the earlier paper is over. */
export const SEATING_SENTENCES: Readonly<Record<SeatingMode, string>> = {
  stay: '请各位考生留在座位上，保持安静，不要离开考场，等候下一科考试。',
  're-enter': '请各位考生带好准考证、身份证依次离场，到考场门外等候，重新核对证件后入场。',
};

export const CARRY_TITLE = '留座连场：确认在座的人';
export const CARRY_HINT = '对照座位看一遍。不在座位上的，点一下或用方向键走到，按空格取消。';

/** What sets somebody apart on the way from one paper to the next. */
export type Difference = Exclude<SeatCarry['standing'], 'seated' | 'confirmed'> | 'ticket-held' | 'doubt';

/** Named in this order, before the room is gone through. */
export const DIFFERENCES: readonly Difference[] = [
  'absent',
  'cancelled',
  'ticket-held',
  'doubt',
  'left',
  'writing',
  'only-later',
];

export const DIFFERENCE_LABELS: Readonly<Record<Difference, string>> = {
  absent: '上一科缺考',
  cancelled: '已取消考试资格',
  'ticket-held': '准考证暂扣',
  doubt: '身份存疑',
  left: '已离场',
  writing: '仍在作答',
  'only-later': '只考这一科',
};

export const DIFFERENCE_HINTS: Readonly<Record<Difference, string>> = {
  absent: '本人到场的请示主考，到「考生签到」办理',
  cancelled: '请其离场并报主考',
  'ticket-held': '准考证号是登录账号，登录请报主考或技术支持',
  doubt: '留座不再核对证件，确认前请主考核实',
  left: '回来的到门口签到',
  writing: '到本人结束时再确认',
  'only-later': '到门口签到',
};

/** "11 张三（10:25 结束）": one person of a difference. */
export function differentPerson({ candidate, standing, endsAt }: SeatCarry, name: string): string {
  const ends = standing === 'writing' ? `（${neatTimeText(endsAt)} 结束）` : '';
  return `${seatText(candidate.seat)} ${name}${ends}`;
}

/** The word on a seat of the map, in as few letters as fit beside its number. */
export function carryWord({ standing }: SeatCarry, isChosen: boolean): string {
  switch (standing) {
    case 'seated':
      return isChosen ? '在座' : '不在座';
    case 'confirmed':
      return '已入场';
    case 'absent':
      return '缺考';
    case 'cancelled':
      return '已取消';
    case 'left':
      return '已离场';
    case 'writing':
      return '作答中';
    case 'only-later':
      return '待签到';
  }
}

/** The same in full. */
export function carryWords(carry: SeatCarry, isChosen: boolean): string {
  const { standing } = carry;
  return standing === 'seated' || standing === 'confirmed' ? carryWord(carry, isChosen) : DIFFERENCE_LABELS[standing];
}

export function carryLabel(count: number): string {
  return `留座 ${count} 人确认`;
}

/** "5 人不在内：缺考 2、已离场 1、不在座 2（07、12 座）": who is not confirmed by this press. */
export function leftOutText(carries: readonly SeatCarry[], chosen: ReadonlySet<string>): string {
  const out = carries.filter((one) => one.standing !== 'confirmed' && !chosen.has(one.candidate.candidate));
  if (out.length === 0) return '没有不在内的人';
  const parts = DIFFERENCES.flatMap((kind) => {
    const count = out.filter(({ standing }) => standing === kind).length;
    return count === 0 ? [] : [`${SHORT[kind]} ${count}`];
  });
  const empty = out.filter(({ standing }) => standing === 'seated').map(({ candidate }) => candidate.seat);
  if (empty.length > 0) parts.push(`不在座 ${empty.length}（${seatList(empty)} 座）`);
  return `${out.length} 人不在内：${parts.join('、')}`;
}

const SHORT: Readonly<Record<Difference, string>> = { ...DIFFERENCE_LABELS, absent: '缺考', cancelled: '取消资格' };

/** Once the later paper runs, a confirmation is judged like an entry; who sat there all the time is not late. */
export const LATE_CARRY = {
  label: '已开考，这些人是什么时候在座的？',
  seated: '一直在座：按实际时间补录',
  now: (minutes: number) => `刚刚就座：记为迟到 ${minutes} 分钟`,
  time: '在座确认的实际时间',
  timeHint: (from: number, to: number) => `${neatTimeText(from)} 至 ${neatTimeText(to)} 之间，如 ${neatTimeText(from)}`,
  timeWrong: '须在上一科结束之后、本科开考之前',
  missing: { choice: '请先回答：什么时候在座', time: '请填写实际时间', reason: '请写明原因', second: '请选择第二人' },
} as const;

/** The line of what waits. */
export function seatingLine(step: { readonly kind: 'choose' | 'carry'; readonly count: number }): string {
  return step.kind === 'choose' ? SEATING_QUESTION : `留座确认 ${step.count} 人`;
}

/** What 离场重进 does to a round that was confirmed already; at the office in all rooms together. */
export function sentOutText(count: number): string {
  return `已留座确认的 ${count} 人改为未入场，在门口重新核对、签到。`;
}

/** The papers have moved apart since; what the chief said holds until he says otherwise. */
export function movedApartText(gapMs: number): string {
  return `两科之间现有 ${spokenSpan(gapMs)}；这一安排仍然有效，可以更改。`;
}

/** On the card beside the day: how it was chosen, how far it is. */
export const SEATING_CARD = {
  change: '更改…',
  changeTitle: '更改连场安排',
  carry: '去确认在座的人',
  office: '各考场结束后在座位图上确认。',
  reEnter: '在「考生签到」逐人重新核对、签到。',
} as const;

export function seatedSoFarText(confirmed: number, open: number): string {
  return open === 0 ? `已入场 ${confirmed} 人` : `已入场 ${confirmed} 人，在座未确认 ${open} 人`;
}

/** 缺考 before, or out of the exam: what is asked at the door. */
export const OBJECTION_TAGS: Readonly<Record<Despite, string>> = {
  'absent-before': '上一科缺考',
  'eligibility-cancelled': '已取消考试资格',
};

export const OBJECTION_QUESTIONS: Readonly<Record<Despite, { readonly what: string; readonly todo: string }>> = {
  'absent-before': { what: '上一科缺考', todo: '手册没有说缺考者能否参加下一科：请示主考。' },
  'eligibility-cancelled': { what: '已取消考试资格', todo: '不得入场；只有主考可以另行决定：请示主考。' },
};

export const OBJECTION_ACTS = {
  refuse: '不予入场…',
  admitTitle: (name: string) => `主考准许 ${name} 入场`,
  admitPrimary: '准许入场并签到',
  refuseTitle: (name: string) => `不予 ${name} 入场`,
  refusePrimary: '登记不予入场',
} as const;

/** "主考准许入场…（迟到 2 分钟）". */
export function admitLabel(note: string): string {
  return `${ADMITTED_NOTE}…${note === '' ? '' : `（${note}）`}`;
}

export const ADMITTED_NOTE = '主考准许入场';

/** "上一科缺考，主考不予入场": the note of the refusal until somebody writes another. */
export function objectionNote(objections: readonly Despite[]): string {
  return `${objections.map((one) => OBJECTION_TAGS[one]).join('、')}，主考不予入场`;
}

/** 取消考试资格. */
export const CANCELLATION = {
  act: '取消考试资格（主考决定）…',
  title: (person: string) => `取消考试资格：${person}`,
  means: '由主考决定，对今天各科都有效；记入考场情况记录单。本人须离场，下一科不得入场。',
  primary: '取消考试资格',
  reasons: ['作弊，情节严重', '扰乱考场秩序', '拒不服从考务人员', '替考'],
  done: '已取消考试资格',
  onOther: '本人已被取消考试资格',
} as const;
