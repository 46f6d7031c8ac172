import type { DocumentKind } from '../domain/events.ts';
import type { PaperId, RoomNo } from '../ids.ts';
import { PAPER_WORDS } from './words.ts';

const TITLES: Readonly<Record<DocumentKind, string>> = {
  'sign-in-sheet': '考生签到表',
  'room-record': '考场情况记录单',
  'violation-notice': '违规告知书',
  'incident-report': '突发事件报告',
  correction: '更正单',
};

/** The name that a saved copy of a paper is offered under. A saved copy is plain: the name says so. */
export function paperFileName(
  kind: DocumentKind,
  room: RoomNo,
  issue: { readonly paper: PaperId | null; readonly copy: number },
): string {
  return `${TITLES[kind]}_考场${room}${issueText(issue)}_含个人信息.pdf`;
}

const PICTURE_ENDINGS = { jpeg: 'jpg', png: 'png', webp: 'webp', tiff: 'tif' } as const;

/** The scan of one page of a paper. */
export function scanFileName(
  kind: DocumentKind,
  room: RoomNo,
  scan: {
    readonly paper: PaperId | null;
    readonly copy: number;
    readonly page: number;
    readonly picture: keyof typeof PICTURE_ENDINGS;
  },
): string {
  const ending = PICTURE_ENDINGS[scan.picture];
  return `扫描_${TITLES[kind]}_考场${room}${issueText(scan)}_第${scan.page}页_含个人信息.${ending}`;
}

/** 考生签到表 of all rooms in one file. */
export function siteSheetsFileName(rooms: number, paper: PaperId): string {
  return `考生签到表_${rooms}个考场${issueText({ paper, copy: 1 })}_含个人信息.pdf`;
}

/** 证书申请, for the site's or the centre's authority. */
export function certificateFileName(label: string): string {
  return `证书申请_工作站${label}.csr`;
}

/** 恢复单; whoever saves it holds the code in a file. */
export function recoverySheetFileName(sheet: string): string {
  return `恢复单_${sheet}_只供打印_不要保存.pdf`;
}

/** 考务数据包, as it goes round on a stick; sealed, so that it says nothing of personal data. */
export function packageFileName(date: string, no: string): string {
  return `考务数据包_${date}_${no}.kwb`;
}

/** 考场口令单; whoever saves it holds the codes in a file. */
export function packageCodesFileName(no: string): string {
  return `考场口令单_${no}_只供打印_不要保存.pdf`;
}

/** 抽签结果 of one draw of the day. */
export function lotResultFileName(number: number): string {
  return `抽签结果${number > 1 ? `_第${number}次` : ''}_含个人信息.pdf`;
}

/** 考前检查单 of a room, or of the site. */
export function preExamChecksFileName(room: RoomNo | null): string {
  return `考前检查单_${room === null ? '考点' : `考场${room}`}_含个人信息.pdf`;
}

function issueText({ paper, copy }: { paper: PaperId | null; copy: number }): string {
  const subject = paper === null ? '' : `_${PAPER_WORDS[paper]}`;
  return copy > 1 ? `${subject}_第${copy}份` : subject;
}
