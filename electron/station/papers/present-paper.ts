import type { Answer } from '../../../shared/contract/call.ts';
import { standingApprovals } from '../../../shared/domain/decide-seal.ts';
import { type Drawing, drawingSchema } from '../../../shared/domain/drawing.ts';
import { refuseUnready } from '../../../shared/domain/paper-readiness.ts';
import { type SignerLine, signerLines } from '../../../shared/domain/paper-signers.ts';
import { isOfPaper, type SignedPaperRef } from '../../../shared/domain/signed-papers.ts';
import type { ApprovalEntry, IssuedPaper, RoomState } from '../../../shared/domain/state.ts';
import { type PaperSigner, signedPaperDigestInput } from '../../../shared/documents/signed-paper.ts';
import type { SignedPaperContent } from '../../../shared/documents/signed-paper-view.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { fail } from '../api/handler.ts';
import { digestOf } from '../api/issue-paper.ts';
import { findRoomFor } from '../api/room-scope.ts';
import type { OpenDay } from '../day/open-day.ts';
import { findSealedContent } from '../day/sealed-content.ts';
import { PLACES } from '../keys/day-keys.ts';
import { PAPER_SOURCES } from './paper-sources.ts';

/** A signed paper as the state of this moment makes it, and who has signed it. */
export interface PresentPaper {
  readonly room: RoomState;
  readonly content: SignedPaperContent;
  /** What signers approve: SHA-256 of the content's canonical text, hex. */
  readonly contentDigest: string;
  /** Signatures under exactly this content. */
  readonly approvals: readonly ApprovalEntry[];
  readonly lines: readonly SignerLine[];
  /** People whose signature stands under an earlier content only: they would have to sign again. */
  readonly lapsed: number;
  readonly isReady: boolean;
  /** The print of it that was sealed; null before. */
  readonly sealed: IssuedPaper | null;
  /** What it is about was taken back after the seal: `content` is what was sealed. */
  readonly isSubjectGone: boolean;
}

/** The paper of a room that this person may see; refused for another's (D6). */
export function presentPaper(
  day: OpenDay,
  ref: SignedPaperRef,
  { actor, dataDir }: { readonly actor: StaffId | null; readonly dataDir: string },
): Answer<PresentPaper> {
  const found = findRoomFor(day, actor, ref.room);
  if (!found.ok) return found;
  const room = found.value;
  if (room.day === null || room.timeline === null) return fail('room-not-here', 'D6', { room: ref.room });
  const made = PAPER_SOURCES[ref.kind](day, { room, info: room.day, timeline: room.timeline }, { ...ref, dataDir });
  const sealed = room.issued.find((issued) => issued.seals.length > 0 && isOfPaper(issued, ref)) ?? null;
  const shown = made.ok || sealed === null ? made : sealedWhereGone(day, made, { document: sealed.document, dataDir });
  if (!shown.ok) return shown;
  const content = shown.value;
  const contentDigest = digestOf(signedPaperDigestInput(content));
  const given = room.approvals.filter((approval) => isOfPaper(approval, ref) && !approval.isUndone);
  const approvals = standingApprovals(room, ref, contentDigest);
  const signed = new Set(approvals.map(({ actor: signer }) => signer));
  const lapsed = new Set(given.map(({ actor: signer }) => signer).filter((signer) => !signed.has(signer)));
  return ok({
    room,
    content,
    contentDigest,
    approvals,
    lines: signerLines(day.state, ref, approvals),
    lapsed: lapsed.size,
    isReady: refuseUnready(room, ref) === null && hasSomethingToSay(content),
    sealed,
    isSubjectGone: !made.ok,
  });
}

/** A sealed paper stays, with the way to its 更正单, after what it is about was taken back. */
function sealedWhereGone(
  day: OpenDay,
  refused: Extract<Answer<never>, { ok: false }>,
  { document, dataDir }: { readonly document: IssuedPaper['document']; readonly dataDir: string },
): Answer<SignedPaperContent> {
  const kept = refused.error.code === 'paper-subject-gone' ? findSealedContent(dataDir, day, document) : null;
  return kept === null ? refused : ok(kept.content);
}

/** A 更正单 in which nothing differs yet corrects nothing. */
function hasSomethingToSay(content: SignedPaperContent): boolean {
  return content.kind !== 'correction' || content.differences.length > 0;
}

/** The lines as they are drawn: who, and the drawing under exactly this content. */
export function signersOf(
  day: OpenDay,
  { lines, approvals }: Pick<PresentPaper, 'lines' | 'approvals'>,
): readonly PaperSigner[] {
  return lines.map(({ role, staff }) => ({
    role,
    staff,
    name: staff === null ? '' : day.staffName(staff),
    signed: signatureOf(day, approvals, staff),
  }));
}

function signatureOf(day: OpenDay, approvals: readonly ApprovalEntry[], staff: StaffId | null): PaperSigner['signed'] {
  const approval = approvals.find(({ actor }) => actor === staff);
  const drawing = approval === undefined ? null : openDrawing(day, approval);
  return approval === undefined || drawing === null ? null : { at: approval.at, by: approval.by, drawing };
}

/** Null where the box does not open: a signature that cannot be shown is a line to sign on. */
function openDrawing(day: OpenDay, { drawing }: ApprovalEntry): Drawing | null {
  const opened = day.keys.boxes.openText(...PLACES.signatureDrawing, drawing);
  return opened.ok ? drawingSchema.parse(JSON.parse(opened.value)) : null;
}
