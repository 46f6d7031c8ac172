import type { ClockView } from '../../shared/contract/views.ts';
import { spokenSpan, timeText } from './format.ts';

/** A clock notice in words. */
interface ClockWords {
  /** What was seen. */
  readonly what: string;
  /** What the program did, and what to do. */
  readonly more: string;
  /** The same during the set-up, where nobody can settle it yet. */
  readonly setUp: string;
  /** The button that leads on. */
  readonly action: string;
}

/** The banner's words; null while nothing stands. */
export function clockWords({ notice, timeInDoubt }: Pick<ClockView, 'notice' | 'timeInDoubt'>): ClockWords | null {
  if (notice === null) return null;
  const span = clockSpan(notice.deltaMs);
  switch (notice.code) {
    case 'jumped-forward':
      return {
        what: `电脑时钟向前跳了 ${span}`,
        more: '电脑休眠过，或时钟被调快。已按电脑时钟继续，错过的事项在今日考务里。时间不对的，两人一起核对。',
        setUp: '电脑休眠过，或时钟被调快；已按电脑时钟继续。',
        action: '核对时间',
      };
    case 'wall-behind':
      return {
        what: `电脑时钟被调慢 ${span}`,
        more: '程序没有跟着改，仍按原来的时间计时，签到照常。请两人一起对照标准时间核对。',
        setUp: '程序没有跟着改，仍按原来的时间计时；可以继续。',
        action: '核对时间',
      };
    case 'started-behind':
      return {
        what: `电脑时钟比最后一条记录早 ${span}`,
        more: '程序接着最后一条记录计时，签到照常，新记录标「时间待核」。请两人一起输入标准时间。',
        setUp: '程序接着最后一条记录计时，新记录标「时间待核」；可以继续。',
        action: '核对时间',
      };
    case 'official-time':
      return timeInDoubt ? typedInDoubt(offText(notice.deltaMs)) : typedRatified(offText(notice.deltaMs));
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** How far a clock is off, either way, to the nearest second; in whole days where hours say nothing any more. */
function clockSpan(deltaMs: number): string {
  const ms = Math.round(Math.abs(deltaMs) / 1000) * 1000;
  return ms < 2 * DAY_MS ? spokenSpan(ms) : `${Math.floor(ms / DAY_MS)} 天`;
}

function offText(deltaMs: number): string {
  return `电脑时钟${deltaMs < 0 ? '慢' : '快'} ${clockSpan(deltaMs)}`;
}

function typedInDoubt(off: string): ClockWords {
  return {
    what: '已按输入的标准时间运行，待主考核实',
    more: `${off}。签到照常，新记录标「时间待核」，直到主考核实。`,
    setUp: `${off}；新记录标「时间待核」，可以继续。`,
    action: '再次核对',
  };
}

function typedRatified(off: string): ClockWords {
  return {
    what: '按输入的标准时间运行，主考已核实',
    more: `${off}。签到照常；请技术支持在考后把电脑时钟调准。`,
    setUp: `${off}；可以继续。`,
    action: '再次核对',
  };
}

/** The dialog in which two people settle the clock. */
export const clockDialogText = {
  title: '核对时间',
  lead: '两人一起看一个标准时间（如手机），再选一项。改前和改后的时间都会记下；选错了可以再来一次。',
  jumped: { what: '已按电脑时钟继续', more: '电脑时钟对的，关闭即可；不对的，由两人输入标准时间。' },
  byProgram: '程序时间',
  byComputer: '电脑时钟',
  differs: (deltaMs: number): string =>
    Math.abs(deltaMs) < 1000 ? '两个时间一致' : `${offText(deltaMs).replace('时钟', '时钟比程序')}`,
  choose: '哪一个是标准时间？',
  acceptWall: '以电脑时钟为准',
  officialTime: '输入标准时间',
  date: '日期',
  time: '标准时间（时:分:秒）',
  timeHint: '先填下一个整分，到点按 Enter',
  timeProblem: '请写成 08:31:00',
  second: '第二人',
  secondNone: '请选择',
  effect: (before: number, after: number): string => `程序时间从 ${timeText(before)} 改为 ${timeText(after)}`,
  effectNone: '程序时间不变',
  effectNote: '已有的记录不改动',
  effectDoubt: '已有的记录不改动；此后的记录标「时间待核」，直到主考核实',
  confirm: '两人确认',
  busy: '正在保存…',
  cancel: '取消',
  close: '完成',
  settled: { what: '时钟没有疑问了', more: '程序时间与电脑时钟一致，不需要再调整。' },
  done: {
    'accept-wall': { what: '已按电脑时钟运行', more: '改前和改后的时间已记下。' },
    'official-time': { what: '已按输入的标准时间运行，待主考核实', more: '改前和改后的时间已记下，签到照常。' },
  },
} as const;

/** 时间待核 among the open matters. */
export const doubtfulTimeText = {
  what: (count: number): string => (count === 0 ? '本机时间待核' : `${count} 条记录的时间待核`),
  forChief: '对照标准时间后核实',
  forOthers: '由主考或副主考在本机核实',
  elsewhere: '由主考在记录它的电脑上核实',
  ratify: '核实',
  busy: '正在保存…',
} as const;
