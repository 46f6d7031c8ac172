import type { Answer } from '../../../shared/contract/call.ts';
import { sealedCorrectionsOf } from '../../../shared/domain/corrections.ts';
import { eventKey } from '../../../shared/domain/schema-parts.ts';
import { signedPaperKindSchema, type SignedPaperRef } from '../../../shared/domain/signed-papers.ts';
import type { CorrectionEntry, IssuedPaper, RoomState } from '../../../shared/domain/state.ts';
import { buildCorrectionContent } from '../../../shared/documents/correction.ts';
import type { CorrectableContent, CorrectionContent } from '../../../shared/documents/correction-view.ts';
import type { SignedPaperContent } from '../../../shared/documents/signed-paper-view.ts';
import { ok } from '../../../shared/result.ts';
import { fail } from '../api/handler.ts';
import { type RecordedRoom, recordersOf, recordNumber } from '../api/record-parts.ts';
import { openText } from '../api/records.ts';
import type { OpenDay } from '../day/open-day.ts';
import { findSealedContent } from '../day/sealed-content.ts';
import { PLACES } from '../keys/day-keys.ts';

/** How the paper that is corrected stands now, by its own source. */
export type PresentContent = (ref: SignedPaperRef) => Answer<SignedPaperContent>;

interface CorrectionAsked extends Pick<SignedPaperRef, 'paper' | 'about'> {
  readonly dataDir: string;
}

/**
 * 更正单: what the sealed paper said, or the last sealed correction of it, beside what the records say now. One that is
 * sealed itself says for ever what it said then. Refused where the sealed content is not on this computer.
 */
export function correction(
  day: OpenDay,
  { room }: RecordedRoom,
  { paper, about, dataDir }: CorrectionAsked,
  presentContent: PresentContent,
): Answer<CorrectionContent> {
  const opened = room.corrections.find(
    (one) => !one.isUndone && one.paper === paper && about !== null && eventKey(one.event) === eventKey(about),
  );
  const corrected = opened === undefined ? undefined : findIssued(room, opened);
  const seal = corrected?.seals[0];
  if (opened === undefined || corrected === undefined || seal === undefined) return fail('paper-subject-gone', 'SE5');
  const sealed = sealedCorrectionsOf(room, opened.corrects);
  const own = sealed.find((one) => one.correction === opened);
  if (own !== undefined) {
    const content = findSealedContent(dataDir, day, own.issued.document)?.content;
    return content?.kind === 'correction' ? ok(content) : fail('sealed-file-missing', 'CP4');
  }
  const before = lastSealedContent(day, { room, issued: corrected, dataDir });
  if (before === null) return fail('sealed-file-missing', 'CP4');
  const kind = signedPaperKindSchema.safeParse(corrected.kind);
  if (!kind.success) return fail('paper-subject-gone', 'SE5');
  const after = presentContent({ kind: kind.data, room: room.room, paper, about: corrected.about });
  const isGone = !after.ok && after.error.code === 'paper-subject-gone';
  if (!after.ok && !isGone) return after;
  const present = after.ok && after.value.kind !== 'correction' ? after.value : null;
  return ok(
    buildCorrectionContent({
      corrected: {
        document: corrected.document,
        copy: corrected.copy,
        number: recordNumber(day, seal.event),
        sealedAt: seal.at,
        contentDigest: seal.contentDigest,
        sha256: seal.sha256,
      },
      earlier: sealed.map((one) => ({ document: one.issued.document, sealedAt: one.seal.at })),
      opened: {
        time: opened,
        by: recordersOf(day, opened.event),
        why: openText(day, PLACES.correctionWhy, opened.why),
      },
      before,
      after: present,
    }),
  );
}

interface SealedAsked {
  readonly room: RoomState;
  readonly issued: IssuedPaper;
  readonly dataDir: string;
}

/**
 * What a sealed paper says with the corrections of it that are sealed: the content that the records of now are held
 * against. Null where the files are not on this computer.
 */
export function lastSealedContent(day: OpenDay, { room, issued, dataDir }: SealedAsked): CorrectableContent | null {
  const documents = [issued, ...sealedCorrectionsOf(room, issued.event).map((one) => one.issued)];
  for (const { document } of documents.toReversed()) {
    const content = findSealedContent(dataDir, day, document)?.content;
    if (content === undefined) return null;
    const said = content.kind === 'correction' ? content.after : content;
    if (said !== null) return said;
  }
  return null;
}

/** Whether the last sealed correction says that all of it was taken back. */
export function isTakenBack(day: OpenDay, { room, issued, dataDir }: SealedAsked): boolean {
  const last = sealedCorrectionsOf(room, issued.event).at(-1);
  const content = last === undefined ? null : findSealedContent(dataDir, day, last.issued.document)?.content;
  return content?.kind === 'correction' && content.after === null;
}

function findIssued(room: RoomState, { corrects }: CorrectionEntry): IssuedPaper | undefined {
  return room.issued.find(({ event }) => eventKey(event) === eventKey(corrects));
}
