import { z } from 'zod';
import type { RefusalCode } from '../domain/commands.ts';
import { commandIdSchema, instantSchema, staffIdSchema } from '../domain/schema-parts.ts';
import type { Result } from '../result.ts';

/** What the station answered to a PIN; opaque to pages. */
export const proofSchema = z.string().min(1).max(200);

/** What travels with every call, whatever carries it. */
export const callSchema = z.strictObject({
  /** Made by the client, once per intent; required for commands, null for queries. A repeated id gets the same answer. */
  command: commandIdSchema.nullable(),
  /** The acting person 当前操作. */
  actor: staffIdSchema.nullable(),
  /** That he signed in by his PIN, as `person.signIn` answered. */
  proof: proofSchema.nullable(),
  /** The second person of a co-signed act. */
  second: staffIdSchema.nullable(),
  /** … and that he confirmed this very act, as `person.coSign` answered. */
  secondProof: proofSchema.nullable(),
  /** The same of the chief or deputy who approves on the spot. */
  approverProof: proofSchema.nullable(),
  /** 电话批准码 as the chief said it, where the approval names its number. */
  approvalCode: z.string().trim().min(1).max(20).nullable(),
  /** 补录: when it really happened, UTC ms; null = now. */
  occurredAt: instantSchema.nullable(),
  /** Why it is entered late or taken back late; personal text, sealed before it is stored. */
  reason: z.string().trim().min(1).max(500).nullable(),
  input: z.unknown(),
});
export type Call = z.infer<typeof callSchema>;

/** Codes that the contract itself can answer with; the rules' own are `RefusalCode`. */
export type ContractErrorCode =
  | RefusalCode
  | 'unknown-method'
  | 'bad-input'
  | 'no-session'
  | 'signed-out'
  | 'pin-wrong'
  | 'pin-wait'
  | 'staff-unknown'
  | 'by-name-not-open'
  | 'command-id-missing'
  | 'command-id-reused'
  | 'not-saved'
  | 'roster-file-refused'
  | 'preview-unknown'
  | 'preview-stale'
  | 'left-out-not-accepted'
  | 'removals-not-accepted'
  | 'room-not-in-roster'
  | 'staff-without-heading'
  | 'glyph-missing'
  | 'sealing-failed'
  | 'sealed-file-missing'
  | 'certificate-unreadable'
  | 'certificate-of-other-key'
  | 'certificate-chain-broken'
  | 'certificate-out-of-date'
  | 'scan-is-pdf'
  | 'not-a-picture'
  | 'picture-too-large'
  | 'picture-reader-failed'
  | 'code-not-found'
  | 'code-of-newer-program'
  | 'not-a-pdf'
  | 'pdf-unreadable'
  | 'codes-of-several'
  | 'code-unreadable'
  | 'paper-of-rehearsal'
  | 'paper-of-real-day'
  | 'paper-of-other-day'
  | 'paper-of-other-station'
  | 'approval-stale'
  | 'document-unknown'
  | 'lots-unknown'
  | 'rehearsal-unavailable'
  | 'not-a-rehearsal'
  | 'clock-only-forward'
  | 'announcements-without-heading'
  | 'big-screen-unavailable'
  | 'day-locked'
  | 'day-cannot-open'
  | 'recovery-group-wrong'
  | 'recovery-code-other'
  | 'recovery-wait'
  | 'wrapped-key-unusable'
  | 'sheet-gone'
  | 'place-unusable'
  | 'copy-not-found'
  | 'copy-unsound'
  | 'copy-not-read'
  | 'copy-of-other-kind'
  | 'copy-of-another-day'
  | 'copy-without-key'
  | 'day-already-here'
  | 'day-open-here'
  | 'package-gone'
  | 'package-unreadable'
  | 'package-of-other-version'
  | 'package-of-other-kind'
  | 'package-without-room'
  | 'package-damaged'
  | 'package-group-wrong'
  | 'package-code-wrong'
  | 'package-wait'
  | 'approval-not-answered'
  | 'approval-secret-gone'
  | 'day-unknown'
  | 'papers-running'
  | 'internal';

/** An expected failure: a code, the rule behind it, its figures. The sentence is made in renderer/text. */
export interface ContractError {
  readonly code: ContractErrorCode;
  readonly rule: string;
  readonly figures: Readonly<Record<string, string | number>>;
}

export type Answer<T> = Result<T, ContractError>;
