import type { AlarmSound } from '../../shared/domain/alarms.ts';
import type { PaperId } from '../../shared/ids.ts';
import { neatTimeText, sinceText, spokenSpan } from './format.ts';
import { PAPER_TITLES } from './words.ts';

export const ALARM_KNOWN = '知道了';
export const ALARM_REGION = '到点提醒';

/** How an alarm stands in time. */
interface AlarmTime {
  /** Its own instant, and the one from which it cannot wait any longer; the latter infinite during a pause. */
  readonly at: number;
  readonly dueAt: number;
  readonly now: number;
  readonly isMissed: boolean;
  /** The paper that it may wait for. */
  readonly waitsFor: PaperId | null;
}

/** "09:00，现在", "09:00，错过 12 分钟", "09:40，可等理论考试结束". */
export function alarmTimeText({ at, dueAt, now, isMissed, waitsFor }: AlarmTime): string {
  if (waitsFor !== null && now < dueAt) return `${neatTimeText(at)}，可等${PAPER_TITLES[waitsFor]}结束`;
  if (isMissed) return `${neatTimeText(at)}，错过 ${spokenSpan(Math.floor((now - dueAt) / 60_000) * 60_000)}`;
  return sinceText(dueAt, now);
}

export function moreAlarms(count: number): string {
  return `还有 ${count} 项`;
}

export const TRY_SOUND_LABELS: Readonly<Record<AlarmSound, string>> = {
  short: '试音：两短声',
  long: '试音：一长声',
};

export const alarmCardText = {
  title: '到点响铃',
  what: '时间轴上要执行的每一项到点时，屏幕上方显示整行提示。开考前和两科之间响两短声，考试结束响一长声。',
  volume: '本机音量',
  silent: '静音',
  needsGesture: '点一下页面以允许响铃。',
  needsGestureWhy: '浏览器要求页面打开后先有人点过，才能发出声音。',
  runsNow: '考试进行中不响铃，现在不能试音。请在考试结束后再试，或由主考先改为“响铃”。',
  duringExam: '考试进行中',
  quiet: '不响铃',
  loud: '响铃',
  chiefOnly: '由主考改。',
  switchTo: (name: string) => `换成主考 ${name} 操作`,
} as const;
