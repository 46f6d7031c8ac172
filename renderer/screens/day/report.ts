import type { RoomCount } from '../../../shared/domain/attendance.ts';
import type { RoomNo, PaperId } from '../../../shared/ids.ts';
import { shortTimeText } from '../../text/format.ts';
import { PAPER_LABELS } from '../../text/words.ts';

interface ReportFacts {
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly count: RoomCount;
  /** Seats of those not yet there, in order. */
  readonly missingSeats: readonly number[];
  readonly now: number;
}

/** 一句话报告 for the site's group chat: seats only, no names, for a chat is not the record. */
export function reportSentence({ room, paper, count, missingSeats, now }: ReportFacts): string {
  const head = `${room} 考场${PAPER_LABELS[paper]} ${shortTimeText(now)}：`;
  if (count.expected === 0) return `${head}没有报考这一科的考生。`;
  const parts = [`应到 ${count.expected}`, `已到 ${count.present}`];
  if (count.late > 0) parts.push(`其中迟到 ${count.late}`);
  parts.push(count.notYet === 0 ? '全部到齐' : `未到 ${count.notYet}${seatList(missingSeats)}`);
  if (count.refused > 0) parts.push(`拒绝入场 ${count.refused}`);
  if (count.doubtful > 0) parts.push(`身份存疑 ${count.doubtful}`);
  return `${head}${parts.join('，')}。`;
}

const LISTED = 8;

/** Nothing while many are still outside: a part of the list would only be taken for the whole. */
function seatList(seats: readonly number[]): string {
  return seats.length > LISTED ? '' : `（${seats.join('、')} 座）`;
}
