import type { Answer } from '../../../shared/contract/call.ts';
import type { IssuePaper } from '../../../shared/domain/commands.ts';
import { nextCopy } from '../../../shared/domain/decide-paper.ts';
import type { SignedPaperRef } from '../../../shared/domain/signed-papers.ts';
import {
  buildSignedPaperView,
  printSignedPaper,
  signedPaperDigestInput,
} from '../../../shared/documents/signed-paper.ts';
import { as, type DocumentId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { digestOf, drawingFailed, printedHead } from '../api/issue-paper.ts';
import type { StationContext } from '../api/station-context.ts';
import type { OpenDay } from '../day/open-day.ts';
import type { RenderedDocument } from '../documents/document-problem.ts';
import { type PresentPaper, signersOf } from './present-paper.ts';

/** A signed paper drawn under a number of its own; kept nowhere yet. */
export interface DrawnSignedPaper {
  readonly file: RenderedDocument;
  readonly issue: Omit<IssuePaper, 'type'> & SignedPaperRef;
}

/** Draws a paper with every signature that stands under this very content; who has not signed has a blank line. */
export async function drawPaper(
  context: StationContext,
  day: OpenDay,
  { paper, ref, nowMs }: { readonly paper: PresentPaper; readonly ref: SignedPaperRef; readonly nowMs: number },
): Promise<Answer<DrawnSignedPaper>> {
  const { renderer, ports, stationDb } = context;
  const document = as<DocumentId>(ports.ids.id());
  // Read once, with the state that is drawn: while it is drawn, the chains grow.
  const chains = day.journal.chains();
  const view = buildSignedPaperView(paper.content, {
    contentDigest: paper.contentDigest,
    signers: signersOf(day, paper),
    copy: nextCopy(paper.room, ref),
    heads: chains.map(({ label, head }) => ({ label, ...head })),
    documentId: document,
    issuedAt: nowMs,
  });
  const viewDigest = digestOf(signedPaperDigestInput(view));
  const drawn = await renderer.render(printSignedPaper(view, viewDigest));
  if (!drawn.ok) return drawingFailed(context, drawn.error);
  return ok({
    file: drawn.value,
    issue: {
      document,
      kind: ref.kind,
      room: ref.room,
      paper: ref.paper,
      about: ref.about,
      pages: drawn.value.pages,
      viewDigest,
      heads: chains.map(({ head }) => printedHead(stationDb.identity, day.journal.day, head)),
    },
  });
}
