import { formatMinute } from '../domain/day-time.ts';
import type { RecordTime } from './room-record-input.ts';

/** All that is drawn as nothing, but not what chooses the form of a rare character in a name. */
const UNSEEN = /(?![\u{E0100}-\u{E01EF}])\p{Default_Ignorable_Code_Point}/gu;

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

/**
 * Typed texts may have lines of their own; a cell has one, and no font has a glyph for what ends them. Nor for what shows
 * nothing and comes along with a copied text (zero-width blanks, marks of direction): nobody could find it to take it out.
 */
export function oneLine(text: string): string {
  return text
    .replaceAll(UNSEEN, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}
