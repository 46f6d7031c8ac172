import type { Drawing } from '../domain/drawing.ts';
import type { SignerRole } from '../domain/signed-papers.ts';
import type { PaperId } from '../ids.ts';
import type { PrintedHead } from './heads.ts';
import type { CorrectionContent } from './correction-view.ts';
import type { IncidentReportContent } from './incident-report-view.ts';
import type { PaperQr } from './paper-qr.ts';
import type { RoomRecordContent } from './room-record-view.ts';
import type { SheetFact } from './sign-in-sheet-view.ts';
import type { ViolationNoticeContent } from './violation-notice-view.ts';

/** What every paper that people sign begins with; all texts final. */
export interface SignedPaperHead {
  readonly title: string;
  readonly exam: string;
  readonly roomLabel: string;
  readonly room: string;
  readonly place: string;
  readonly paper: string;
  readonly facts: readonly SheetFact[];
  readonly source: { readonly roomNo: string; readonly paper: PaperId; readonly kind: 'real' | 'rehearsal' };
}

/**
 * What the signers of a paper approve. Nothing in it depends on when or how often it is printed, so that its digest stays
 * the same until a fact changes.
 */
export type SignedPaperContent = RoomRecordContent | ViolationNoticeContent | IncidentReportContent | CorrectionContent;

/** A line to sign on: drawn already, or blank. */
export interface PaperSignature {
  /** "监考员 1（李监考）". */
  readonly label: string;
  /** "手写签名图样，签于本机 10:32"; '' while blank. */
  readonly note: string;
  readonly drawing: Drawing | null;
  readonly role: SignerRole;
  /** Null where nobody is known for the line. */
  readonly staff: string | null;
}

/** A signed paper as it is printed: the content, and what this print adds. */
export interface SignedPaperView {
  readonly content: SignedPaperContent;
  readonly contentDigest: string;
  readonly signatures: readonly PaperSignature[];
  /** "签署内容摘要 3f2a 91c0 77de 0b12". */
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
export interface PrintableSignedPaper {
  readonly kind: 'signed-paper';
  readonly view: SignedPaperView;
  /** "摘要 3f2a 91c0 77de 0b12". */
  readonly digestText: string;
  readonly qr: Omit<PaperQr, 'page' | 'pages'>;
}
