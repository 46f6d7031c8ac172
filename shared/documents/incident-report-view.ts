import type { RecordSection } from './room-record-view.ts';
import type { SheetFact } from './sign-in-sheet-view.ts';
import type { SignedPaperHead } from './signed-paper-view.ts';

/** 突发事件报告: one noted incident, and what was recorded in the room from its time on. All texts final. */
export interface IncidentReportContent extends SignedPaperHead {
  readonly kind: 'incident-report';
  /** 中断, 受影响, 结束顺延: large on the page. */
  readonly counts: readonly SheetFact[];
  /** 发生时间, 范围, 经过, 记录人. */
  readonly statements: readonly SheetFact[];
  /** 处置经过, 受影响考生; their rows begin with seat and name (`RECORD_PERSON_COLUMNS`). */
  readonly sections: readonly RecordSection[];
}
