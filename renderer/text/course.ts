import type { Shift } from '../../shared/domain/course.ts';
import type { Adjustment } from '../../shared/domain/course-state.ts';
import type { PaperId, SeatNo } from '../../shared/ids.ts';
import { assertNever } from '../../shared/result.ts';
import { neatTimeText, seatText, spokenSpan } from './format.ts';
import { PAPER_LABELS } from './words.ts';

/** 待考试系统确认: said here, not yet set in the exam system. */
export const PENDING = '待考试系统确认';
export const SET_IN_SYSTEM = '考试系统已设置';
export const ADJUST_TIMES = '调整时间';

export const ACT_LABELS = {
  delay: '延迟开考',
  pause: '暂停考试',
  extend: '延时',
  resume: '恢复考试',
} as const;

/** What an act means, in the words that keep *later* and *longer* apart. */
export const ACT_HINTS = {
  delay: '整场往后移：开考、截止入场、结束都顺延，考试时长不变。',
  pause: '从现在起停止作答，到点的事项都等恢复；补多少时间，恢复时再定。',
  extend: '只延后结束时间，开考不变。',
  resume: '先记恢复时间，再定补多少时间。',
} as const;

export const REASONS = {
  delay: ['人员未到齐', '停电', '网络故障', '设备故障', '试卷未下发'],
  pause: ['停电', '网络故障', '设备故障', '噪声干扰', '火警'],
  extend: ['停电', '网络故障', '设备故障', '噪声干扰', '换座换机'],
  withdraw: ['记错', '主考改变决定', '故障提前排除'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Read aloud while the paper is paused (domain rule E1 and its kin). */
export const PAUSE_SENTENCE =
  '考试暂停，请各位考生停止作答，在原位安静等候，不要交谈，不要操作计算机。考试结束时间将相应延长，以监考员宣布的为准。';

/** One row of what a change leads to. */
export function rowLabel(key: string, seats: readonly SeatNo[] | null, hasSeatRows: boolean): string {
  if (seats !== null) return `${seatList(seats)} 座结束`;
  switch (key) {
    case 'login':
      return '登录';
    case 'start':
      return '开考';
    case 'cutoff':
      return '截止入场';
    case 'reminder':
      return '结束前提醒';
    default:
      return hasSeatRows ? '其余座位结束' : '结束';
  }
}

/** "11–14、20": seats in order, neighbours together. */
export function seatList(seats: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const seat of seats.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && seat <= last[1] + 1) last[1] = seat;
    else runs.push([seat, seat]);
  }
  return runs.map(runText).join('、');
}

function runText([from, to]: readonly [number, number]): string {
  if (from === to) return seatText(from);
  return `${seatText(from)}${to === from + 1 ? '、' : '–'}${seatText(to)}`;
}

/** What stands in the way of the primary button, the first thing first. */
export type Missing =
  | 'start'
  | 'start-too-early'
  | 'minutes'
  | 'seats'
  | 'end'
  | 'end-past'
  | 'too-late'
  | 'cutoff'
  | 'next'
  | 'next-time'
  | 'next-too-early'
  | 'reason'
  | 'approver'
  | 'approval-how'
  | 'approval-code'
  | 'second'
  | 'time'
  | 'choice'
  | 'check';

export function missingText(missing: Missing): string {
  switch (missing) {
    case 'start':
      return '请填写新的开考时间';
    case 'start-too-early':
      return '新的开考时间须晚于现在，也晚于原定时间';
    case 'minutes':
      return '请填写分钟数';
    case 'seats':
      return '请选择座位';
    case 'end':
      return '请填写撤回后的结束时间';
    case 'end-past':
      return '补上之后的结束时间已过，请多补几分钟';
    case 'too-late':
      return '原定开考时间已过，不能再撤回';
    case 'cutoff':
      return '请回答：截止入场是否顺延';
    case 'next':
      return '请回答：下一科怎么办';
    case 'next-time':
      return '请填写下一科的开考时间';
    case 'next-too-early':
      return '下一科的开考时间仍与本科冲突';
    case 'reason':
      return '请写明原因';
    case 'approver':
      return '请选择批准人';
    case 'approval-how':
      return '请选择怎样批准';
    case 'approval-code':
      return '请填写主考说的 8 位批准码';
    case 'second':
      return '请选择第二人';
    case 'time':
      return '请填写实际时间';
    case 'choice':
      return '请选择怎么办';
    case 'check':
      return `请核对后按“${OVERTAKEN_CHECKED}”`;
    default:
      return assertNever(missing);
  }
}

export const PRIMARY_LABELS = {
  delay: '确认延迟开考',
  pause: '确认暂停',
  extend: '确认延时',
  resume: '确认恢复',
  withdraw: '确认撤回',
} as const;

/** 截止入场: what the interruption of the first 30 minutes does to it. */
export const CUTOFF_QUESTION = '中断发生在开考后 30 分钟内，截止入场时间？';
export const COLLISION_QUESTION = '与下一科冲突，下一科怎么办？';

/** "理论 10:18 才结束，实操 10:05 登录、10:10 开考。" */
export function collisionText(figures: {
  readonly earlier: PaperId;
  readonly later: PaperId;
  readonly earlierEndsAt: number;
  readonly laterLoginAt: number;
  readonly laterStartsAt: number;
}): string {
  const { earlier, later, earlierEndsAt, laterLoginAt, laterStartsAt } = figures;
  return `${PAPER_LABELS[earlier]} ${neatTimeText(earlierEndsAt)} 才结束，${PAPER_LABELS[later]} ${neatTimeText(laterLoginAt)} 登录、${neatTimeText(laterStartsAt)} 开考。`;
}

/** "延时 7 分钟，11–14 座": an item of the course in a few words. */
export function adjustmentTitle(one: Adjustment): string {
  switch (one.kind) {
    case 'delay':
      return `延迟开考至 ${neatTimeText(one.startsAt)}`;
    case 'pause':
      return '暂停考试';
    case 'resume':
      return `恢复考试，中断 ${spokenSpan(one.lostMs)}`;
    case 'extension':
      return `延时 ${one.minutes} 分钟${one.seats === null ? '' : `，${seatList(one.seats)} 座`}`;
    default:
      return assertNever(one);
  }
}

interface SettingFigures {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly isWithdrawn: boolean;
}

/** What the technician sets in 监考管理系统. */
export function settingText(shift: Shift, figures: SettingFigures): string {
  const end = neatTimeText(figures.endsAt);
  if (figures.isWithdrawn && shift.kind === 'delay')
    return `延迟已撤回：开考改回 ${neatTimeText(figures.startsAt)}，结束改回 ${end}`;
  if (figures.isWithdrawn)
    return `延时已撤回：${shift.kind === 'delay' || shift.seats === null ? '全考场' : `${seatList(shift.seats)} 座`}结束改回 ${end}`;
  if (shift.kind === 'delay') return `开考改为 ${neatTimeText(shift.startsAt)}，结束改为 ${end}`;
  const whom = shift.seats === null ? '全考场' : `${seatList(shift.seats)} 座`;
  return `${whom}结束改为 ${end}（延时 ${shift.minutes} 分钟）`;
}

export const APPROVAL_LABELS = { present: '当面批准', code: '电话批准', phone: '已电话请示' } as const;

/** 电话批准: what is read out, and what comes back. */
export const PHONE_APPROVAL = {
  request: '请求码',
  say: (room: string, number: string) => `电话里说：“${room} 考场，请求码 ${number}”`,
  next: '主考说已答复过别的事？换下一个',
  code: '主考说的批准码',
  hint: '8 位数字，用一次就作废',
  none: '本机没有批准码（名单不是从考务数据包来的，或已用完），请改选“已电话请示”。',
  called: '两人各输 PIN；列在主考的未了事项里，等主考追认。',
  byPin: '提交时请批准人在本机输入 PIN。',
} as const;

/** Nothing of the day can be moved any more, or not yet. */
export const NOTHING_TO_ADJUST = '两科都已收卷，没有可以调整的时间。';

/** What a pause means, line by line. */
export const PAUSE_EFFECTS = [
  '考生停止作答，在原位等候，不得离场。',
  '结束前提醒、结束等到点的事项都等恢复，不再倒计时。',
  '恢复时按实际中断时间补时，由主考批准。',
] as const;

export function lateStartTitle(minutes: number): string {
  return `比计划晚 ${minutes} 分钟。是否延迟开考？`;
}

/** 是否延迟开考: the two answers. */
export const LATE_START = {
  primary: '记录开考',
  keep: { label: '按原定时间结束', primary: '已开考，按原定时间结束' },
  delay: { label: '延迟开考（结束时间顺延）', primary: '延迟开考并记录开考' },
} as const;

export const PAUSED_TITLE = '考试已暂停';

/** The manual's longest wait in an outage, and what then. */
export function powerWaitText(minutes: number, until: number, now: number): string {
  return now > until
    ? `已超过 ${minutes} 分钟：停电的，手册没有再规定，请主考与评价组织决定`
    : `停电的，${minutes} 分钟以内等候恢复，至 ${neatTimeText(until)}；之后由主考决定`;
}

/** 待考试系统确认, the card of the technician. */
export const SYSTEM_SETTING = {
  what: '请技术支持在监考管理系统里改好，改好一项勾一项。勾选之前，考生机仍按原时间。',
  done: '考试系统已设置',
} as const;

export function systemDeadlineText(isStart: boolean, at: number, now: number): string {
  const what = isStart ? '原开考时间' : '原结束时间';
  if (at > now) return `须在${what} ${neatTimeText(at)} 之前设置好，还有 ${Math.ceil((at - now) / 60_000)} 分钟`;
  return isStart
    ? `${what} ${neatTimeText(at)} 已到：请立即确认考试系统没有提前开考`
    : `${what} ${neatTimeText(at)} 已到：请立即确认考试系统没有强制交卷`;
}

/** What is read aloud once a change stands. */
export function changeSentence(change: {
  readonly kind: 'delay' | 'extend' | 'resume' | 'withdraw';
  /** It moves the start, not the end alone. */
  readonly isAboutStart: boolean;
  readonly startsAt: number;
  /** People write already. */
  readonly hasBegun: boolean;
  readonly endsAt: number;
  readonly isEndMoved: boolean;
  readonly seats: readonly SeatNo[] | null;
}): string {
  const end = neatTimeText(change.endsAt);
  switch (change.kind) {
    case 'delay':
      return change.hasBegun
        ? `本场考试 ${neatTimeText(change.startsAt)} 开考，${end} 结束。`
        : `本场考试延迟到 ${neatTimeText(change.startsAt)} 开考，${end} 结束，请考生在原位安静等候。`;
    case 'extend':
      return change.seats === null
        ? `本场考试结束时间延长到 ${end}，请继续答题。`
        : `${seatList(change.seats)} 座考生的结束时间延长到 ${end}，其余考生不变。`;
    case 'resume':
      return `考试恢复，请继续答题。${change.isEndMoved ? `结束时间延长到 ${end}` : `结束时间仍为 ${end}`}。`;
    case 'withdraw':
      if (change.isAboutStart) return `本场考试改回 ${neatTimeText(change.startsAt)} 开考，${end} 结束。`;
      return change.seats === null
        ? `本场考试结束时间改回 ${end}。`
        : `${seatList(change.seats)} 座考生的结束时间改回 ${end}。`;
    default:
      return assertNever(change.kind);
  }
}

/** 经过: what moved the minutes of the day. */
export const COURSE_TITLE = '时间调整';
export const COURSE_STATE_LABELS = {
  undone: '已撤销',
  withdrawn: '已撤回',
  'to-set-back': '已撤回，待考试系统改回',
  pending: PENDING,
  set: SET_IN_SYSTEM,
} as const;

/** Beneath the effect: what is left to do for it to hold. */
export const EFFECT_NOTES = {
  delay: `新的时间显示“${PENDING}”，直到技术支持在考试系统里设置好`,
  extend: `新的时间显示“${PENDING}”，直到技术支持在考试系统里设置好`,
  resume: `延长的时间显示“${PENDING}”，直到技术支持在考试系统里设置好`,
  withdraw: '撤回后请技术支持把考试系统同时改回来',
} as const;

/** What stands over the sentence that is read aloud once the change is confirmed. */
export const ALOUD = '确认后宣读';

/** What it means to leave the next paper as it is. */
export function overlapText(overlapMs: number, overlap: string): string {
  return overlapMs === 0
    ? '两科先后颠倒，本考场照常提示两科事项'
    : `${overlap === '' ? '登录时间与前一科重叠' : `两科重叠 ${overlap}`}，本考场照常提示两科事项`;
}

export function nextHasBegun(later: PaperId): string {
  return `${PAPER_LABELS[later]}已经开考，不能再推迟。`;
}

export const PAUSE_TIME_UNKNOWN = '先填写实际暂停时间';

/** While a form stood open, another page or the office changed the minutes of the same paper. */
export const OVERTAKEN = {
  what: '填写期间，别处也调整了本科目的时间。',
  todo: '请核对调整前后的时间：同一次调整已经记过的，请取消。',
} as const;
export const OVERTAKEN_CHECKED = '已核对，继续';
