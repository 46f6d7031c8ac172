import type { PaperId } from '../ids.ts';
import type { Drawing } from '../domain/drawing.ts';
import type { PrintedHead } from './heads.ts';
import type { PaperQr } from './paper-qr.ts';
import type { SheetFact } from './sign-in-sheet-view.ts';

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

/**
 * 考场情况记录单: what the signers approve. All texts final; nothing in it depends on when or how often it is printed, so
 * that its digest stays the same until a fact changes.
 */
export interface RoomRecordContent {
  readonly title: string;
  readonly exam: string;
  readonly roomLabel: string;
  readonly room: string;
  readonly place: string;
  readonly paper: string;
  /** 考核站点, 考试计划, 级别, 日期, 规则, 计划/实际 开考与结束 with those of seats, 收卷. */
  readonly facts: readonly SheetFact[];
  /** 应到, 实到, 缺考, 迟到 (其中), 已交卷 …: large on the page. */
  readonly counts: readonly SheetFact[];
  /** The same as a sum: "应到 40 = 实到 37 + 缺考 3", "迟到 2（含在实到内）". */
  readonly sumLines: readonly string[];
  /** In the order of `buildRoomRecordContent`, empty ones too. */
  readonly sections: readonly RecordSection[];
  readonly source: { readonly roomNo: string; readonly paper: PaperId; readonly kind: 'real' | 'rehearsal' };
}

/** A line to sign on: drawn already, or blank to be signed by hand. */
export interface RecordSignature {
  /** "监考员 1（李监考）". */
  readonly label: string;
  /** "手写签名图样，签于本机 10:32"; '' while blank. */
  readonly note: string;
  readonly drawing: Drawing | null;
}

/** The record as it is printed: the content, and what this print adds. */
export interface RoomRecordView {
  readonly content: RoomRecordContent;
  readonly contentDigest: string;
  readonly signatures: readonly RecordSignature[];
  /** "以下各方签署的内容，摘要 3f2a 91c0 77de 0b12". */
  readonly signedText: string;
  /** "重印 · 第 2 份", '' on the first copy. */
  readonly reprint: string;
  /** '' on a real day. */
  readonly watermark: string;
  /** Said in words beside the title of a rehearsal's paper; '' on a real day. */
  readonly rehearsalNote: string;
  readonly footText: string;
  readonly headsText: string;
  readonly documentText: string;
  readonly source: {
    readonly documentId: string;
    readonly roomNo: string;
    readonly paper: PaperId;
    readonly kind: 'real' | 'rehearsal';
    /** UTC ms. */
    readonly issuedAt: number;
    readonly heads: readonly PrintedHead[];
  };
}

/** A view with its digest, which is printed too. How many pages it needs shows in the drawing, so the codes are made there. */
export interface PrintableRoomRecord {
  readonly kind: 'room-record';
  readonly view: RoomRecordView;
  /** "摘要 3f2a 91c0 77de 0b12", of the whole view. */
  readonly digestText: string;
  /** All that a page's code says but the page. */
  readonly qr: Omit<PaperQr, 'page' | 'pages'>;
}
