import type { PaperId, RoomNo } from '../ids.ts';
import { PAPER_WORDS } from './words.ts';

/** The name that a saved copy of a sign-in sheet is offered under. A saved copy is plain: the name says so. */
export function signInSheetFileName(room: RoomNo, { paper, copy }: { paper: PaperId | null; copy: number }): string {
  const subject = paper === null ? '' : `_${PAPER_WORDS[paper]}`;
  const copies = copy > 1 ? `_第${copy}份` : '';
  return `考生签到表_考场${room}${subject}${copies}_含个人信息.pdf`;
}
