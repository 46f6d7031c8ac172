import { formatMinute } from '../../shared/domain/day-time.ts';
import type { DocumentKind } from '../../shared/domain/events.ts';

export const DOCUMENT_LABELS: Readonly<Record<DocumentKind, string>> = {
  'sign-in-sheet': '考生签到表',
  'room-record': '考场情况记录单',
  'violation-notice': '违规告知书',
  'incident-report': '突发事件报告',
  correction: '更正单',
};

/** How many copies there are, and what one more would be, said before it is made. */
export function copiesText(copies: number): string {
  return copies === 0 ? '还没有生成' : `已生成 ${copies} 份，再次生成会标「重印」`;
}

/** Of a sheet that was printed before the start was moved. */
export function oldStartText({ printed, now }: { readonly printed: number; readonly now: number }): string {
  return `纸上仍是 ${formatMinute(printed)} 开考，现为 ${formatMinute(now)}`;
}

/** What a drawn signature is, and is not. */
export const DRAWN_SIGNATURE = '这是手写签名的图样，说明本人看过以上内容；具有证明作用的，仍是打印后的手写签名。';
