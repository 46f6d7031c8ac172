import { createHash, X509Certificate } from 'node:crypto';
import { fromBER, OctetString, Sequence } from 'asn1js';
import { Certificate, ContentInfo, CryptoEngine, SignedData, type SignerInfo } from 'pkijs';
import type { SeenSignature } from '../../../shared/domain/seal-inspection.ts';
import { findAuthority } from './find-authority.ts';

// Handed in at each call: another library in the same process may set the engine that is shared.
const ENGINE = new CryptoEngine({ name: 'node', crypto: globalThis.crypto });

type CheckedCms = Pick<SeenSignature, 'content' | 'isByItsKey' | 'certificate'>;

const UNREADABLE: CheckedCms = { content: 'unreadable', isByItsKey: false, certificate: null };

const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
/** SHA-1 and older prove nothing any more. */
const HASHES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** What may lead from a certificate to somebody who is trusted; all in DER. */
export interface Ways {
  /** Whom the asker trusts. */
  readonly authorities: readonly Uint8Array[];
  /** Certificates that any signature of the file brings: in a file of ours the first one brings them for all. */
  readonly brought: readonly Uint8Array[];
}

/** The certificates in one signature, DER; none where it cannot be read. */
export function certificatesOf(contents: Uint8Array): readonly Uint8Array[] {
  try {
    const signed = readSignedData(contents);
    return signed === null ? [] : certificatesIn(signed).map(derOf);
  } catch {
    return [];
  }
}

/**
 * Checks one detached signature over `data`. `contents` is what the file holds for it, filled up with zeros. Never throws:
 * what cannot be read is said so.
 */
export async function checkCms(contents: Uint8Array, data: Uint8Array, ways: Ways): Promise<CheckedCms> {
  try {
    const signed = readSignedData(contents);
    const info = signed?.signerInfos[0];
    if (signed === null || info === undefined) return UNREADABLE;
    const digest = findAttribute(info, MESSAGE_DIGEST);
    const hash = HASHES[info.digestAlgorithm.algorithmId];
    if (!(digest instanceof OctetString) || hash === undefined) return UNREADABLE;
    const isEqual = createHash(hash).update(data).digest().equals(digest.valueBlock.valueHexView);
    const leaf = await signerOf(signed, info, data);
    if (leaf === null) return { ...UNREADABLE, content: isEqual ? 'equal' : 'differs' };
    return {
      content: isEqual ? 'equal' : 'differs',
      isByItsKey: leaf.isValid && namesCertificate(info, leaf.der),
      certificate: describe(leaf.der, ways),
    };
  } catch {
    return UNREADABLE;
  }
}

/** Detached, by one signer, and nothing but zeros behind it: whatever else would stand there, no signature covers. */
function readSignedData(contents: Uint8Array): SignedData | null {
  const read = fromBER(contents);
  if (read.offset < 0 || contents.subarray(read.offset).some((byte) => byte !== 0)) return null;
  const signed = new SignedData({ schema: new ContentInfo({ schema: read.result }).content });
  // With content of its own it would be valid for that, whatever stands in the file.
  return signed.encapContentInfo.eContent !== undefined || signed.signerInfos.length !== 1 ? null : signed;
}

function findAttribute(info: SignerInfo, type: string): unknown {
  return info.signedAttrs?.attributes.find((attribute) => attribute.type === type)?.values[0];
}

/** The certificate that the signature names, and whether its key made it. */
async function signerOf(
  signed: SignedData,
  info: SignerInfo,
  data: Uint8Array,
): Promise<{ readonly der: Uint8Array; readonly isValid: boolean } | null> {
  // With another digest the library throws before it looks at the key; what it found so far is in the error.
  const outcome: { readonly signatureVerified?: boolean | null; readonly signerCertificate?: unknown } = await signed
    .verify({ signer: 0, data: new Uint8Array(data).buffer, extendedMode: true }, ENGINE)
    .catch((thrown: unknown) => thrown as { readonly signerCertificate?: unknown }); // SignedDataVerifyError
  const certificate =
    outcome.signerCertificate instanceof Certificate ? outcome.signerCertificate : certificatesIn(signed)[0];
  if (certificate === undefined) return null;
  const isValid = info.signedAttrs !== undefined && outcome.signatureVerified === true;
  return { der: derOf(certificate), isValid };
}

function certificatesIn(signed: SignedData): readonly Certificate[] {
  return (signed.certificates ?? []).filter((one) => one instanceof Certificate);
}

function derOf(certificate: Certificate): Uint8Array {
  return new Uint8Array(certificate.toSchema().toBER(false));
}

/** PAdES: the signed attributes name the certificate by its digest, so that no other one of the same key can be put in. */
function namesCertificate(info: SignerInfo, der: Uint8Array): boolean {
  // SEQUENCE { SEQUENCE OF ESSCertIDv2 { [algorithm,] digest, … } … }: the first names the signer's own.
  const first = partsOf(partsOf(partsOf(findAttribute(info, SIGNING_CERTIFICATE_V2))[0])[0]);
  const digest = first.find((part) => part instanceof OctetString);
  return digest !== undefined && createHash('sha256').update(der).digest().equals(digest.valueBlock.valueHexView);
}

function partsOf(value: unknown): readonly unknown[] {
  return value instanceof Sequence ? value.valueBlock.value : [];
}

function describe(der: Uint8Array, { authorities, brought }: Ways): SeenSignature['certificate'] {
  const leaf = new X509Certificate(der);
  return {
    fingerprint: createHash('sha256').update(der).digest('hex'),
    subject: leaf.subject,
    notBefore: leaf.validFromDate.getTime(),
    notAfter: leaf.validToDate.getTime(),
    authority: findAuthority(leaf, brought, authorities),
  };
}
