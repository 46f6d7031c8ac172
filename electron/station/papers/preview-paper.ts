import { ok } from '../../../shared/result.ts';
import { fail, type QueryHandler } from '../api/handler.ts';
import { isOutdated } from './outdated.ts';
import { presentPaper } from './present-paper.ts';

/** The paper before it is printed, and how it stands with its signatures. */
export const signedPaperPreview: QueryHandler<'signedPaper.preview'> = ({ day, ports }, { input, call }) => {
  if (day === null) return fail('no-day', 'D1');
  const paper = presentPaper(day, input, { actor: call.actor, dataDir: ports.dataDir });
  if (!paper.ok) return paper;
  const { content, contentDigest, approvals, lines, lapsed, isReady, sealed } = paper.value;
  const last = sealed?.seals.at(-1);
  return ok({
    content,
    contentDigest,
    canSign: isReady && sealed === null,
    lines: lines.map((line) => ({ ...line, at: approvals.find(({ actor }) => actor === line.staff)?.at ?? null })),
    lapsed: sealed === null ? lapsed : 0,
    sealed:
      sealed === null || last === undefined
        ? null
        : {
            document: sealed.document,
            at: sealed.at,
            contentDigest: last.contentDigest,
            signatures: last.signatures.map(({ staff, as, at }) => ({ staff, as, at })),
            open: last.open.map(({ as, staff }) => ({ as, staff })),
            isOutdated: isOutdated(day, paper.value, ports.dataDir),
            isSubjectGone: paper.value.isSubjectGone,
          },
  });
};
