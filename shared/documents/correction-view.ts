import type { IncidentReportContent } from './incident-report-view.ts';
import type { RoomRecordContent } from './room-record-view.ts';
import type { SheetFact } from './sign-in-sheet-view.ts';
import type { SignedPaperHead } from './signed-paper-view.ts';
import type { ViolationNoticeContent } from './violation-notice-view.ts';

/** What a 更正单 can correct. */
export type CorrectableContent = RoomRecordContent | ViolationNoticeContent | IncidentReportContent;

/** One place where the sealed paper and the present record differ. */
export interface ContentDifference {
  /** "缺考": the list or the part of the paper. */
  readonly where: string;
  /** "12 潘超兰", "应到". */
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** 更正单: names the sealed paper, says why it is corrected and what differs. All texts final. */
export interface CorrectionContent extends SignedPaperHead {
  readonly kind: 'correction';
  /** 文书编号, 内容摘要, 文件 SHA-256, 此前更正, 更正原因, 效力. */
  readonly statements: readonly SheetFact[];
  readonly differences: readonly ContentDifference[];
  /** Said in place of the list when nothing differs (yet). */
  readonly emptyText: string;
  /**
   * The paper as this correction leaves it: not printed, signed with the rest, and what the next correction compares with.
   * Null where what it is about was taken back.
   */
  readonly after: CorrectableContent | null;
}
