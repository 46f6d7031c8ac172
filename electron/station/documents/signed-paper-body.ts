import type { SignedPaperContent } from '../../../shared/documents/signed-paper-view.ts';
import type { SignerRole } from '../../../shared/domain/signed-papers.ts';
import type { Pen } from './draw-text.ts';
import type { Canvas } from './page.ts';
import type { Piece } from './page-pieces.ts';
import { correctionBody } from './correction-body.ts';
import { incidentReportBody } from './incident-report-body.ts';
import { roomRecordBody } from './room-record-body.ts';
import { violationNoticeParts } from './violation-notice-parts.ts';

/** What stands between a signed paper's head and its signatures. */
export interface SignedPaperBody {
  /** Where the pieces begin on the first page, in points from its top. */
  readonly firstTop: number;
  /** Draws what stands above them there. */
  drawOverview(canvas: Canvas): void;
  readonly pieces: readonly Piece[];
}

/** A part 联 of a paper, on pages of its own; most papers have one. */
export interface SignedPaperPart extends SignedPaperBody {
  /** Beside the title; '' where there is one part only. */
  readonly tag: string;
  /** Whose lines stand on it. On the first part everybody's do: there are the fields of those who sign later. */
  signedBy(role: SignerRole): boolean;
}

/** The parts of a content, laid out by these fonts. */
export function partsOf(content: SignedPaperContent, pen: Pen): readonly [SignedPaperPart, ...SignedPaperPart[]] {
  switch (content.kind) {
    case 'room-record':
      return [wholePaper(roomRecordBody(content, pen))];
    case 'violation-notice':
      return violationNoticeParts(content, pen);
    case 'incident-report':
      return [wholePaper(incidentReportBody(content, pen))];
    case 'correction':
      return [wholePaper(correctionBody(content, pen))];
  }
}

function wholePaper(body: SignedPaperBody): SignedPaperPart {
  return { ...body, tag: '', signedBy: () => true };
}
