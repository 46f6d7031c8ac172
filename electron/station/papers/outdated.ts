import { signedPaperDigestInput } from '../../../shared/documents/signed-paper.ts';
import { digestOf } from '../api/issue-paper.ts';
import type { OpenDay } from '../day/open-day.ts';
import { isTakenBack, lastSealedContent } from './correction-source.ts';
import type { PresentPaper } from './present-paper.ts';

type Standing = Pick<PresentPaper, 'room' | 'content' | 'contentDigest' | 'sealed' | 'isSubjectGone'>;

/**
 * Whether the records say something else by now than the sealed paper with its sealed corrections: then only another
 * 更正单 helps. A sealed 更正单 says for ever what it said.
 */
export function isOutdated(
  day: OpenDay,
  { room, content, contentDigest, sealed, isSubjectGone }: Standing,
  dataDir: string,
): boolean {
  if (sealed === null || content.kind === 'correction') return false;
  if (isSubjectGone) return !isTakenBack(day, { room, issued: sealed, dataDir });
  const said = lastSealedContent(day, { room, issued: sealed, dataDir });
  const digest = said === null ? sealed.seals.at(-1)?.contentDigest : digestOf(signedPaperDigestInput(said));
  return digest !== contentDigest;
}
