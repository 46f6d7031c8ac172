import * as asn1js from 'asn1js';
import {
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  type RelativeDistinguishedNames,
} from 'pkijs';

const OID = {
  commonName: '2.5.4.3',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  subjectKeyId: '2.5.29.14',
  authorityKeyId: '2.5.29.35',
} as const;
/** Key usage bits with the count of those not used: digitalSignature and nonRepudiation; keyCertSign and cRLSign. */
const SIGNS = { bits: 0xc0, unused: 6 } as const;
const ISSUES = { bits: 0x06, unused: 1 } as const;

/** The runtime's own types of keys are named differently by the libraries here: they are taken from what makes them. */
export type KeyPair = Awaited<ReturnType<typeof newPair>>;

/** A new P-256 pair. */
export function newPair() {
  return globalThis.crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
}

/** Whom a certificate names. */
export interface CertificateName {
  /** "监考工作站 A 封存". */
  readonly name: string;
  /** Station id. */
  readonly station: string;
}

/** Times are UTC ms. */
interface ToIssue {
  readonly subject: CertificateName;
  readonly issuer: CertificateName;
  readonly publicKey: KeyPair['publicKey'];
  readonly issuerKey: KeyPair;
  readonly notBefore: number;
  readonly notAfter: number;
  /** How many authorities may stand below it; null = it is none, and signs papers. */
  readonly authoritiesBelow: number | null;
}

/** A certificate (X.509 v3, DER) of a key, signed by its issuer's. */
export async function issueCertificate({
  subject,
  issuer,
  publicKey,
  issuerKey,
  notBefore,
  notAfter,
  authoritiesBelow,
}: ToIssue): Promise<Uint8Array> {
  const certificate = new Certificate();
  certificate.version = 2; // counted from 0: X.509 v3
  certificate.serialNumber = new asn1js.Integer({ valueHex: await serialOf(publicKey) });
  writeName(certificate.subject, subject);
  writeName(certificate.issuer, issuer);
  certificate.notBefore.value = new Date(notBefore);
  certificate.notAfter.value = new Date(notAfter);
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  const usage = authoritiesBelow === null ? SIGNS : ISSUES;
  const issuerId = new asn1js.OctetString({ valueHex: await keyId(issuerKey.publicKey) });
  certificate.extensions = [
    extension(
      OID.basicConstraints,
      new BasicConstraints(
        authoritiesBelow === null ? { cA: false } : { cA: true, pathLenConstraint: authoritiesBelow },
      ).toSchema(),
      true,
    ),
    extension(
      OID.keyUsage,
      new asn1js.BitString({ valueHex: Uint8Array.of(usage.bits).buffer, unusedBits: usage.unused }),
      true,
    ),
    extension(OID.subjectKeyId, new asn1js.OctetString({ valueHex: await keyId(publicKey) })),
    extension(OID.authorityKeyId, new AuthorityKeyIdentifier({ keyIdentifier: issuerId }).toSchema()),
  ];
  await certificate.sign(issuerKey.privateKey, 'SHA-256');
  return new Uint8Array(certificate.toSchema(true).toBER(false));
}

/** One attribute, no more: pkijs writes several as one part of the name, by which NSS does not find the issuer again. */
function writeName(target: RelativeDistinguishedNames, { name, station }: CertificateName): void {
  const value = new asn1js.Utf8String({ value: `${name} ${station}` });
  target.typesAndValues.push(new AttributeTypeAndValue({ type: OID.commonName, value }));
}

function extension(extnID: string, value: asn1js.BaseBlock, critical = false): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER(false) });
}

/** RFC 5280, 4.2.1.2 (1): SHA-1 of the key's bits, a name and no proof. */
async function keyId(key: KeyPair['publicKey']): Promise<ArrayBuffer> {
  return globalThis.crypto.subtle.digest('SHA-1', await globalThis.crypto.subtle.exportKey('raw', key));
}

/** Positive; out of the key itself, so that it is as hard to guess and no other certificate of a root has it. */
async function serialOf(key: KeyPair['publicKey']): Promise<ArrayBuffer> {
  const serial = new Uint8Array(await keyId(key)).slice(0, 16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial.buffer;
}
