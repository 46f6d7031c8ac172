import type { PaperId } from '../../shared/ids.ts';
import type { SeatEnd } from '../../shared/domain/timeline-types.ts';
import { PENDING } from './course.ts';
import { neatTimeText, timeText } from './format.ts';
import { PAPER_LABELS } from './words.ts';

/** Why an act is not open now. */
export type WhyNot = 'not-present' | 'done' | 'not-submitted' | 'not-now' | 'gone';

interface Closed {
  readonly why: WhyNot;
  /** From when on it is, UTC ms; null where no time helps. */
  readonly opensAt: number | null;
  readonly rule: string;
}

/** "09:00:00 起可离场，R27": why leaving is refused now, and from when on it is not. */
export function leaveClosedText({ why, opensAt, rule }: Closed): string {
  switch (why) {
    case 'not-now':
      return opensAt === null ? `禁止离场，${rule}` : `${timeText(opensAt)} 起可离场，${rule}`;
    case 'not-submitted':
      return '先交卷，再离场';
    case 'done':
    case 'gone':
      return '已离场';
    case 'not-present':
      return '不在场';
  }
}

/** The same of 交卷. */
export function submitClosedText({ why, opensAt, rule }: Closed): string {
  switch (why) {
    case 'not-now':
      return opensAt === null ? `现在不能交卷，${rule}` : `${timeText(opensAt)} 起可交卷，${rule}`;
    case 'done':
    case 'not-submitted':
      return '已交卷';
    case 'gone':
      return '已离场';
    case 'not-present':
      return '不在场';
  }
}

/** 座位 without a person in this paper. */
export const EMPTY_SEAT = '空位';

export const SEATS_HINT = {
  title: '选一个座位',
  lines: [
    '点座位，或用方向键移动，Enter 到右侧办理。',
    '在上面输入座位号、姓名，或扫准考证。',
    'F3 交卷，F4 离场，F8 记一笔，F9 撤销本人刚才的操作。',
  ],
} as const;

/** 记一笔 of the room itself. */
export const ROOM_NOTES = {
  title: '本考场的记录',
  none: '还没有。设备、监控、网络、噪声等与某个座位无关的事记在这里，写进考场情况记录单。',
  act: '记一笔（本考场）',
} as const;

export function nobodyInPaper(paper: PaperId): string {
  return `本考场没有报考${PAPER_LABELS[paper]}的考生。`;
}

/** A seat's own end, for the ear. */
export function seatEndNotes(end: SeatEnd | null): readonly string[] {
  return end === null ? [] : [`${neatTimeText(end.endsAt)} 结束${end.isPending ? `，${PENDING}` : ''}`];
}

/** The same in the seat's panel. */
export function seatEndText({ endsAt, minutes, isPending }: SeatEnd): string {
  return `本人 ${neatTimeText(endsAt)} 结束（比考场晚 ${minutes} 分钟）${isPending ? `，${PENDING}` : ''}`;
}

/** What the time on a seat means. */
export function seatEndLegend(isPending: boolean): string {
  return isPending ? `本人结束，${PENDING}` : '本人结束';
}

/** 延时 of one person. */
export const SEAT_EXTENSION = { act: '延时…', who: '须主考批准' } as const;
