import type { RoomCount } from '../../../shared/domain/attendance.ts';
import type { RoomNo, PaperId } from '../../../shared/ids.ts';
import { shortTimeText } from '../../text/format.ts';
import { PAPER_LABELS } from '../../text/words.ts';

interface ReportFacts {
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly count: RoomCount;
  /** Recorded ones, without mere warnings. */
  readonly violations: number;
  readonly isCollected: boolean;
  /** Seats of those not yet there, in order. */
  readonly missingSeats: readonly number[];
  readonly now: number;
}

/** 一句话报告 for the site's group chat: figures, never names, for a chat is not the record. */
export function reportSentence({
  room,
  paper,
  count,
  violations,
  isCollected,
  missingSeats,
  now,
}: ReportFacts): string {
  const head = `${room} 考场${PAPER_LABELS[paper]} ${shortTimeText(now)}：`;
  if (count.expected === 0) return `${head}没有报考这一科的考生。`;
  const isSettled = count.absent > 0 || isCollected;
  const parts = [`应到 ${count.expected}`, `${isSettled ? '实到' : '已到'} ${count.present}`];
  if (count.absent > 0 || isCollected) parts.push(`缺考 ${count.absent}`);
  if (count.late > 0) parts.push(`${isSettled ? '迟到' : '其中迟到'} ${count.late}`);
  if (count.notYet > 0) parts.push(`未到 ${count.notYet}${seatList(missingSeats)}`);
  else if (count.absent === 0) parts.push('全部到齐');
  if (count.refused > 0) parts.push(`拒绝入场 ${count.refused}`);
  if (count.doubtful > 0) parts.push(`身份存疑 ${count.doubtful}`);
  if (violations > 0 || isCollected) parts.push(`违纪 ${violations}`);
  if (isCollected) parts.push('已收卷');
  return `${head}${parts.join('，')}。`;
}

const LISTED = 8;

/** Nothing while many are still outside: a part of the list would only be taken for the whole. */
function seatList(seats: readonly number[]): string {
  return seats.length > LISTED ? '' : `（${seats.join('、')} 座）`;
}
