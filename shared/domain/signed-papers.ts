import { z } from 'zod';
import { isSameValue } from '../canonical.ts';
import type { PaperId, RoomNo } from '../ids.ts';
import type { EventRef } from './schema-parts.ts';

/** Papers that people sign: 考场情况记录单, 违规告知书, 突发事件报告, 更正单. */
export const SIGNED_PAPER_KINDS = ['room-record', 'violation-notice', 'incident-report', 'correction'] as const;
export const signedPaperKindSchema = z.enum(SIGNED_PAPER_KINDS);
export type SignedPaperKind = z.infer<typeof signedPaperKindSchema>;

/** In which capacity somebody signs; a deputy signs as chief. */
export const signerRoleSchema = z.enum(['invigilator', 'technician', 'chief']);
export type SignerRole = z.infer<typeof signerRoleSchema>;

/** One paper that can be signed: of a room's 科目, and about which record where a room has several of the kind. */
export interface SignedPaperRef {
  readonly kind: SignedPaperKind;
  readonly room: RoomNo;
  readonly paper: PaperId;
  /** The violation, the note of an incident, the opened correction; null for the record, of which there is one. */
  readonly about: EventRef | null;
}

/** Whether something said of a paper of this room was said of this one. */
export function isOfPaper(
  said: { readonly kind: string; readonly paper: PaperId | null; readonly about: EventRef | null },
  {
    kind,
    paper,
    about = null,
  }: {
    readonly kind: SignedPaperKind;
    readonly paper: PaperId;
    readonly about?: EventRef | null | undefined;
  },
): boolean {
  return said.kind === kind && said.paper === paper && isSameValue(said.about, about);
}
