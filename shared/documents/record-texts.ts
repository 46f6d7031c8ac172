import { formatMinute } from '../domain/day-time.ts';
import type { RecordTime } from './room-record-input.ts';

/** "09:05", and both times where it was recorded later: "09:05（09:40 补录）". */
export function timeText({ occurredAt, at, timeInDoubt }: RecordTime): string {
  const remarks = [occurredAt === at ? '' : `${formatMinute(at)} 补录`, timeInDoubt ? '时间待核' : ''];
  const remark = remarks.filter((text) => text !== '').join('，');
  return remark === '' ? formatMinute(occurredAt) : `${formatMinute(occurredAt)}（${remark}）`;
}

/** Statements of one cell; empty ones are left out. */
export function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('；');
}
