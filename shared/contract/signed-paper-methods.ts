import { z } from 'zod';
import { drawingSchema } from '../domain/drawing.ts';
import {
  digestSchema,
  documentIdSchema,
  eventRefSchema,
  instantSchema,
  staffIdSchema,
} from '../domain/schema-parts.ts';
import { signedPaperKindSchema, signerRoleSchema } from '../domain/signed-papers.ts';
import type { SignedPaperContent } from '../documents/signed-paper-view.ts';
import { acting, command, inPaper, nothing, query } from './method.ts';
import { issuedDocumentSchema, receiptSchema } from './views.ts';

/** One paper that can be signed; `about` null for 考场情况记录单. */
const paperAsked = { kind: signedPaperKindSchema, ...inPaper, about: eventRefSchema.nullable() };
const onPaper = [
  ...acting,
  'station-not-bound',
  'room-not-here',
  'not-collected',
  'paper-subject-gone',
  'sealed-file-missing',
] as const;

/** A signed paper before it is printed: the texts as they stand on paper, who signs, and whether it is sealed. */
export const signedPaperPreviewSchema = z.strictObject({
  content: z.custom<SignedPaperContent>(),
  contentDigest: digestSchema,
  /** False until 收卷 for the record: before that there is nothing to sign. */
  canSign: z.boolean(),
  /** Lines to sign on, in the paper's order; `at` null while blank under exactly this content. */
  lines: z.array(
    z.strictObject({
      role: signerRoleSchema,
      staff: staffIdSchema.nullable(),
      isDue: z.boolean(),
      at: instantSchema.nullable(),
    }),
  ),
  /** Signatures under an earlier content, which count no more. */
  lapsed: z.int(),
  /** The sealed paper, null before. */
  sealed: z
    .strictObject({
      document: documentIdSchema,
      at: instantSchema,
      contentDigest: digestSchema,
      signatures: z.array(z.strictObject({ staff: staffIdSchema, as: signerRoleSchema, at: instantSchema })),
      /** Who may still sign in it. */
      open: z.array(z.strictObject({ as: signerRoleSchema, staff: staffIdSchema.nullable() })),
      /** Something has changed since: only a 更正单 helps. */
      isOutdated: z.boolean(),
      /** What it is about was taken back: the content is the sealed one. */
      isSubjectGone: z.boolean(),
    })
    .nullable(),
});
export type SignedPaperPreview = z.infer<typeof signedPaperPreviewSchema>;

/** Papers that people sign (design: 8): previewed, signed, printed with blank lines, sealed, signed late. */
export const signedPaperMethods = {
  /** The paper as it would stand now, its digest, and who has signed exactly this. */
  'signedPaper.preview': query('staff', z.strictObject(paperAsked), signedPaperPreviewSchema, [
    ...acting,
    'room-not-here',
    'paper-subject-gone',
  ]),
  /** 手写签名 of the acting person under exactly what the preview showed. */
  'signedPaper.approve': command(
    'staff',
    z.strictObject({ ...paperAsked, contentDigest: digestSchema, drawing: drawingSchema }),
    receiptSchema,
    [...onPaper, 'approval-stale', 'already-approved', 'already-sealed'],
  ),
  /** Drawn and numbered with the signatures that are there; whoever has not signed gets a line to sign by hand. */
  'signedPaper.issue': command('staff', z.strictObject(paperAsked), issuedDocumentSchema, [
    ...onPaper,
    'already-sealed',
    'glyph-missing',
  ]),
  /** 封存 of exactly what the preview showed. */
  'signedPaper.seal': command(
    'staff',
    z.strictObject({ ...paperAsked, contentDigest: digestSchema }),
    issuedDocumentSchema,
    [...onPaper, 'approval-stale', 'signatures-missing', 'already-sealed', 'glyph-missing', 'sealing-failed'],
  ),
  /** 证书申请 (PKCS #10) of this station's key, for the site's or the centre's authority. */
  'sealCertificate.request': query('staff', nothing, z.strictObject({ fileName: z.string(), pem: z.string() }), [
    ...acting,
    'sealing-failed',
  ]),
  /** 装入签发的证书: PEM, the certificate and all that leads to its root. */
  'sealCertificate.install': command('staff', z.strictObject({ pem: z.string().max(100_000) }), receiptSchema, [
    ...acting,
    'station-not-bound',
    'certificate-unreadable',
    'certificate-of-other-key',
    'certificate-chain-broken',
    'certificate-out-of-date',
    'certificate-known',
    'sealing-failed',
  ]),
  /** 补签 of the acting person in a sealed file. */
  'signedPaper.signLate': command(
    'staff',
    z.strictObject({ document: documentIdSchema, drawing: drawingSchema }),
    issuedDocumentSchema,
    [
      ...acting,
      'station-not-bound',
      'room-not-here',
      'document-unknown',
      'sealed-file-missing',
      'document-not-sealed',
      'already-approved',
      'no-field-for-signer',
      'sealed-meanwhile',
      'sealing-failed',
    ],
  ),
} as const;
