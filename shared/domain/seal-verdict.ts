import { z } from 'zod';
import { documentIdSchema, instantSchema, paperSchema, roomNoSchema } from './schema-parts.ts';
import { signerRoleSchema } from './signed-papers.ts';

/** What a sealed file is found to be; 'good' findings are what was shown to hold, 'open' ones what could not be told. */
export const SEAL_FINDINGS = {
  'not-sealed': 'wrong',
  /** The file's tables lead nowhere, or are of a form that this program never writes. */
  'structure-damaged': 'wrong',
  /** `signature` is the first under which something differs; the change lies between it and the one before. */
  'content-changed': 'wrong',
  /** Not made by the key of its certificate, or not to be read. */
  'signature-broken': 'wrong',
  /** It leaves something out of what it should be over. */
  'range-incomplete': 'wrong',
  /** No field of the document holds it. */
  'signature-stray': 'wrong',
  /** Rewritten between two signatures by the part that bears `signature`. */
  rewritten: 'wrong',
  /** Appended after `signature` without a signature of its own; `details.what` where it rewrote something. */
  'unsigned-part': 'wrong',
  /** `details.field` was signed and was emptied by an appended part. */
  'signature-removed': 'wrong',
  'bytes-appended': 'wrong',
  /** The journal knows a signature that the file has not. */
  'signature-missing': 'wrong',
  /** As sealed, but sealed once more since. */
  'older-revision': 'wrong',
  /** The journal knows this paper, with another file. */
  'digest-differs': 'wrong',
  /** The certificate is in no record of the journal. */
  'certificate-foreign': 'wrong',
  /** Its chain does not lead to the authority given. */
  'authority-differs': 'wrong',
  'certificate-out-of-time': 'wrong',
  /** Of a rehearsal, held against a real day; or the reverse. */
  'other-kind': 'wrong',
  'companion-wrong': 'wrong',
  /** Nothing was given that would say whose the certificate is. */
  'certificate-unknown': 'open',
  /** The journal knows no such paper. */
  'paper-unknown': 'open',
  /** No journal was given: later signatures could have been cut off. */
  'journal-missing': 'note',
  /** The same revision was signed later at another station too: each file may lack the other's signature. */
  'signed-apart': 'note',
  'fields-open': 'note',
  'ends-at-end': 'good',
  'journal-agrees': 'good',
  'companion-good': 'good',
} as const satisfies Readonly<Record<string, 'wrong' | 'open' | 'note' | 'good'>>;
export type SealFindingCode = keyof typeof SEAL_FINDINGS;

const codes = Object.keys(SEAL_FINDINGS) as [SealFindingCode, ...SealFindingCode[]]; // its keys, and it has some

/** `signature` is 1-based, in the file's order. */
export const sealFindingSchema = z.strictObject({
  code: z.enum(codes),
  signature: z.int().nullable(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type SealFinding = z.infer<typeof sealFindingSchema>;

/** 'wrong' = something is; 'open' = nothing is, but whose it is or whether it is the newest could not be told. */
export const sealOutcomeSchema = z.enum(['sound', 'wrong', 'open']);
export type SealOutcome = z.infer<typeof sealOutcomeSchema>;

/** One signature of the file, as its reader needs it. */
export const judgedSignatureSchema = z.strictObject({
  field: z.string().nullable(),
  /** Whom the file names in its reason; what the journal says goes before it. */
  name: z.string().nullable(),
  as: signerRoleSchema.nullable(),
  /** How the journal says that the signer was known; null where the name is the file's own, which says it itself. */
  by: z.enum(['pin', 'name']).nullable(),
  /** When it says that it was made. */
  at: instantSchema.nullable(),
  isGood: z.boolean(),
  /** Of the station whose certificate made it; null where no journal says so. */
  station: z.string().nullable(),
  /** Of the record of the seal that it came with, "A#41". */
  number: z.string().nullable(),
});
export type JudgedSignature = z.infer<typeof judgedSignatureSchema>;

/** The verdict on one file. */
export const sealVerdictSchema = z.strictObject({
  outcome: sealOutcomeSchema,
  /** The paper that the journal knows it as. */
  paper: z
    .strictObject({
      document: documentIdSchema,
      kind: z.string(),
      room: roomNoSchema,
      paper: paperSchema.nullable(),
      copy: z.int(),
      /** Of the record of its print. */
      number: z.string(),
    })
    .nullable(),
  sha256: z.string(),
  signatures: z.array(judgedSignatureSchema),
  findings: z.array(sealFindingSchema),
});
export type SealVerdict = z.infer<typeof sealVerdictSchema>;
