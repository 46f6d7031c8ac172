import type { Answer } from '../../../shared/contract/call.ts';
import type { SignedPaperKind, SignedPaperRef } from '../../../shared/domain/signed-papers.ts';
import { buildRoomRecordContent } from '../../../shared/documents/room-record.ts';
import type { SignedPaperContent } from '../../../shared/documents/signed-paper-view.ts';
import { ok } from '../../../shared/result.ts';
import type { RecordedRoom } from '../api/record-parts.ts';
import { roomRecordInput } from '../api/room-record-input.ts';
import type { OpenDay } from '../day/open-day.ts';
import { correction } from './correction-source.ts';
import { incidentReport } from './incident-report-source.ts';
import { violationNotice } from './violation-notice-source.ts';

/** What stands on a paper now: the folded state alone, never the present instant. Refused where its subject is gone. */
type PaperSource = (day: OpenDay, recorded: RecordedRoom, asked: PaperAsked) => Answer<SignedPaperContent>;

/** A paper, and where sealed ones are kept: a correction reads what it corrects. */
export interface PaperAsked extends SignedPaperRef {
  readonly dataDir: string;
}

/** Every kind of paper that people sign, and where its content comes from. */
export const PAPER_SOURCES: Readonly<Record<SignedPaperKind, PaperSource>> = {
  'room-record': (day, recorded, { paper }) => ok(buildRoomRecordContent(roomRecordInput(day, recorded, paper))),
  'violation-notice': violationNotice,
  'incident-report': incidentReport,
  correction: (day, recorded, asked) =>
    correction(day, recorded, asked, (ref) =>
      PAPER_SOURCES[ref.kind](day, recorded, { ...ref, dataDir: asked.dataDir }),
    ),
};
