import type { ClockView } from '../../../shared/contract/views.ts';
import { formatDate, instantOf } from '../../../shared/domain/day-time.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the computer's own clock says while the program's says `nowMs`: a forward jump was taken over already. */
export function wallTime({ notice }: Pick<ClockView, 'notice'>, nowMs: number): number {
  return notice === null || notice.code === 'jumped-forward' ? nowMs : nowMs + notice.deltaMs;
}

/** A time of day with its seconds, "8:30:00", "08：30：00" or "083000", on a date in Asia/Shanghai; null when it is none. */
export function parseOfficialTime(text: string, date: string): number | null {
  const match = /^(\d{1,2})[:：](\d{2})[:：](\d{2})$/.exec(text.trim()) ?? /^(\d{2})(\d{2})(\d{2})$/.exec(text.trim());
  if (match === null) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (hour > 23 || minute > 59 || second > 59) return null;
  return instantOf(date, hour * 60 + minute) + second * 1000;
}

/**
 * The dates that a typed time may be meant for, in order: the exam's, and those about the program's own. `preferred` is
 * the exam's while the program stands in the two days before it or beyond the night after it.
 */
export function officialDates(
  examDate: string,
  nowMs: number,
): { readonly all: readonly string[]; readonly preferred: string } {
  const examNoon = instantOf(examDate, 12 * 60);
  const today = formatDate(nowMs);
  const daysOff = Math.round((instantOf(today, 12 * 60) - examNoon) / DAY_MS);
  const preferred = daysOff === 1 || daysOff < -2 ? today : examDate;
  const around = [nowMs - DAY_MS, nowMs, nowMs + DAY_MS].map(formatDate);
  return { all: [...new Set([examDate, ...around])].sort(), preferred };
}
