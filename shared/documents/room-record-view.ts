import type { SheetFact } from './sign-in-sheet-view.ts';
import type { SignedPaperHead } from './signed-paper-view.ts';

/** A list on the record: headings, rows of as many cells, and what stands there when it is empty ("无"). */
export interface RecordSection {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly emptyText: string;
  /** The column that takes the width the others leave, and wraps. */
  readonly wideColumn: number;
}

/** The first two columns of every section; '' in both where a row is about the room. */
export const RECORD_PERSON_COLUMNS = ['座位', '姓名'] as const;

/** 考场情况记录单. Its facts: 考核站点, 考试计划, 级别, 日期, 规则, 计划/实际 开考与结束 with those of seats, 收卷. */
export interface RoomRecordContent extends SignedPaperHead {
  readonly kind: 'room-record';
  /** 应到, 实到, 缺考, 迟到 (其中), 已交卷 …: large on the page. */
  readonly counts: readonly SheetFact[];
  /** The same as a sum: "应到 40 = 实到 37 + 缺考 3", "迟到 2（含在实到内）". */
  readonly sumLines: readonly string[];
  /** In the order of `buildRoomRecordContent`, empty ones too. */
  readonly sections: readonly RecordSection[];
}
