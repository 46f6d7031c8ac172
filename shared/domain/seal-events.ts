import { z } from 'zod';
import { base64Schema, digestSchema, documentIdSchema, instantSchema, staffIdSchema } from './schema-parts.ts';
import { companionAlgSchema } from './companion-seal.ts';
import { signerRoleSchema } from './signed-papers.ts';

/** How a file is sealed: the name of the algorithm goes with every seal and every certificate. */
export const sealAlgSchema = z.enum(['ECDSA-P256-SHA256']);
/** Name of a signature's field in the file, 1-based in the order of the paper's lines. */
const sealFieldSchema = z.string().regex(/^Sig[1-9]\d?$/);

/** Papers sealed by a station's certificate (design: 8). */
export const sealEventSchemas = {
  /** The certificate that this station seals with. `fingerprint` is the SHA-256 of its DER, hex; `issuers` ends with the root. */
  SealCertificateListed: z.strictObject({
    alg: sealAlgSchema,
    fingerprint: digestSchema,
    certificate: base64Schema,
    issuers: z.array(base64Schema).max(4),
    notBefore: instantSchema,
    notAfter: instantSchema,
  }),
  /** A drawn paper sealed, or sealed once more by somebody who signs later. */
  PaperSealed: z.strictObject({
    document: documentIdSchema,
    /** 1-based; each holds the one before it as its beginning. */
    revision: z.int().min(1),
    alg: sealAlgSchema,
    /** Of the whole file, hex. */
    sha256: digestSchema,
    /** Of the revision before; null for the first. */
    previous: digestSchema.nullable(),
    /** Of the certificate that sealed it. */
    fingerprint: digestSchema,
    /** What the signers approved. */
    contentDigest: digestSchema,
    /** All signatures in the file, in its order. `by` = how the program knew the signer. */
    signatures: z
      .array(
        z.strictObject({
          field: sealFieldSchema,
          staff: staffIdSchema,
          as: signerRoleSchema,
          at: instantSchema,
          by: z.enum(['pin', 'name']),
        }),
      )
      .min(1)
      .max(30),
    /** Fields that wait; `staff` null = whoever signs in this capacity. */
    open: z
      .array(z.strictObject({ field: sealFieldSchema, as: signerRoleSchema, staff: staffIdSchema.nullable() }))
      .max(30),
    /** 国密: a second, detached signature over the SM3 digest of the whole file; null where it is not chosen. */
    companion: z
      .strictObject({
        alg: companionAlgSchema,
        /** Uncompressed point, hex. */
        publicKey: z.string().regex(/^04[0-9a-f]{128}$/),
        /** SM3 of the whole file, hex. */
        digest: digestSchema,
        /** DER, hex. */
        signature: z.string().regex(/^[0-9a-f]{2,160}$/),
      })
      .nullable(),
  }),
} as const;
