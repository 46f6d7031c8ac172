import { CryptoKeySigner, PDF, PdfDict, PdfName, PdfNumber } from '@libpdf/core';
import type { SignatureField } from '../documents/document-problem.ts';

/** What a station seals with: its own key and the certificate of it. */
export interface SealKey {
  /** PKCS #8, P-256. */
  readonly privateKey: Uint8Array;
  /** DER. */
  readonly certificate: Uint8Array;
  /** DER, from the one that issued it to the root. */
  readonly issuers: readonly Uint8Array[];
}

/** One signature that the station makes for somebody. */
export interface FieldToSign {
  readonly field: string;
  readonly reason: string;
  readonly location: string;
  /** UTC ms, from the station's clock. */
  readonly at: number;
}

/** Bytes kept free for one signature without its issuers. */
const SIGNATURE_ROOM = 4096;
/** Printed, and neither moved nor changed by a reader: bits 3, 7 and 8 (ISO 32000-1, 12.5.3). */
const STAMP_FLAGS = 4 + 64 + 128;

/**
 * A drawn paper with one signature after the other (PAdES B-B), each in an update of its own over all before it. All
 * `fields` are there from the first one on: those without a signature wait. Throws where the file is none of ours.
 */
export async function sealFile(
  bytes: Uint8Array,
  {
    key,
    fields,
    sign,
  }: { readonly key: SealKey; readonly fields: readonly string[]; readonly sign: readonly FieldToSign[] },
): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes);
  const form = pdf.getOrCreateForm();
  for (const field of fields) form.createSignatureField(field);
  // The root is what an outsider trusts already. Authorities between stand in the first signature alone: NSS (pdfsig) says
  // "unknown issue" of every second signature that brings a certificate which the one before it has brought.
  return signAll(pdf, { key, bringing: key.issuers.slice(0, -1) }, sign);
}

/**
 * One more signature in a sealed file: the drawing as a stamp on its line and the signature in its field, in one update.
 * A stamp is what readers let be added to a signed page; drawing on the page itself would break what was signed.
 */
export async function signLate(
  bytes: Uint8Array,
  {
    key,
    isAnotherCertificate,
    sign,
    stamp,
  }: {
    readonly key: SealKey;
    /** Than the one of the signatures before: then what leads to its root is not in the file yet. */
    readonly isAnotherCertificate: boolean;
    readonly sign: FieldToSign;
    /** One page as large as its place. */
    readonly stamp: { readonly bytes: Uint8Array; readonly place: SignatureField };
  },
): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes);
  const { page: number, x, y, width, height } = stamp.place;
  const page = pdf.getPages()[number - 1];
  if (page === undefined) throw new RangeError(`the file has no page ${number}`);
  const drawn = await pdf.embedPage(await PDF.load(stamp.bytes), 0);
  const annotation = page.addStampAnnotation({ rect: { x, y, width, height }, name: sign.field });
  annotation.dict.set('AP', PdfDict.of({ N: drawn.ref }));
  annotation.dict.set('F', PdfNumber.of(STAMP_FLAGS));
  annotation.dict.set('NM', PdfName.of(sign.field));
  return signAll(pdf, { key, bringing: isAnotherCertificate ? key.issuers.slice(0, -1) : [] }, [sign]);
}

/** `bringing` = what leads to the root, without it; the first signature alone brings it. */
async function signAll(
  pdf: PDF,
  { key, bringing }: { readonly key: SealKey; readonly bringing: readonly Uint8Array[] },
  sign: readonly FieldToSign[],
): Promise<Uint8Array> {
  const privateKey = await globalThis.crypto.subtle.importKey(
    'pkcs8',
    Uint8Array.from(key.privateKey),
    { name: 'ECDSA', namedCurve: 'P-256' },
    false,
    ['sign'],
  );
  const certificate = Uint8Array.from(key.certificate);
  let bytes = new Uint8Array();
  for (const [index, { field, reason, location, at }] of sign.entries()) {
    const chain = index === 0 ? bringing.map((issuer) => Uint8Array.from(issuer)) : [];
    const signed = await pdf.sign({
      signer: new CryptoKeySigner(privateKey, certificate, 'EC', 'ECDSA', chain),
      reason,
      location,
      fieldName: field,
      signingTime: new Date(at),
      level: 'B-B',
      estimatedSize: SIGNATURE_ROOM + chain.reduce((sum, issuer) => sum + issuer.length, 0),
    });
    bytes = Uint8Array.from(signed.bytes);
  }
  return bytes;
}
