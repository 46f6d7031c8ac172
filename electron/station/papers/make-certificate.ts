import * as asn1js from 'asn1js';
import {
  AttributeTypeAndValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  Extension,
  type RelativeDistinguishedNames,
} from 'pkijs';
import type { SealKey } from './seal-file.ts';

/** Whom a certificate names, and when it holds. */
export interface CertificateOf {
  /** "监考工作站 A". */
  readonly name: string;
  /** Station id. */
  readonly station: string;
  /** UTC ms: when it is made. */
  readonly madeAt: number;
}

const DAY_MS = 86_400_000;
/** A clock that is set back by a few hours must not make a good signature look early. */
const BEFORE_MS = DAY_MS;
const YEARS = 10;

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

/**
 * The key a station seals with, and its certificate for ten years from the day before, under a root of its own. The
 * root's key is not kept: nothing else is ever issued under it.
 */
export async function makeCertificate(
  of: CertificateOf,
): Promise<SealKey & { readonly notBefore: number; readonly notAfter: number }> {
  const notBefore = Math.floor((of.madeAt - BEFORE_MS) / 1000) * 1000; // certificates know seconds
  const end = new Date(notBefore);
  end.setUTCFullYear(end.getUTCFullYear() + YEARS);
  const notAfter = end.getTime();
  const [root, leaf] = await Promise.all([newPair(), newPair()]);
  const rootName = { name: `${of.name} 本机根证书`, station: of.station };
  const validity = { notBefore, notAfter };
  const rootCertificate = await issue({
    ...validity,
    subject: rootName,
    issuer: rootName,
    publicKey: root.publicKey,
    issuerKey: root,
    isRoot: true,
  });
  const leafName = { name: `${of.name} 封存`, station: of.station };
  const certificate = await issue({
    ...validity,
    subject: leafName,
    issuer: rootName,
    publicKey: leaf.publicKey,
    issuerKey: root,
    isRoot: false,
  });
  const privateKey = new Uint8Array(await globalThis.crypto.subtle.exportKey('pkcs8', leaf.privateKey));
  return { privateKey, certificate, issuers: [rootCertificate], ...validity };
}

/** The runtime's own types of keys are named differently by the libraries here: they are taken from what makes them. */
type Pair = Awaited<ReturnType<typeof newPair>>;

function newPair() {
  return globalThis.crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
}

type Name = Pick<CertificateOf, 'name' | 'station'>;

interface ToIssue {
  readonly subject: Name;
  readonly issuer: Name;
  readonly publicKey: Pair['publicKey'];
  readonly issuerKey: Pair;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly isRoot: boolean;
}

async function issue({
  subject,
  issuer,
  publicKey,
  issuerKey,
  notBefore,
  notAfter,
  isRoot,
}: ToIssue): Promise<Uint8Array> {
  const certificate = new Certificate();
  certificate.version = 2; // counted from 0: X.509 v3
  certificate.serialNumber = new asn1js.Integer({ valueHex: newSerial() });
  writeName(certificate.subject, subject);
  writeName(certificate.issuer, issuer);
  certificate.notBefore.value = new Date(notBefore);
  certificate.notAfter.value = new Date(notAfter);
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  const usage = isRoot ? ISSUES : SIGNS;
  const issuerId = new asn1js.OctetString({ valueHex: await keyId(issuerKey.publicKey) });
  certificate.extensions = [
    extension(
      OID.basicConstraints,
      new BasicConstraints(isRoot ? { cA: true, pathLenConstraint: 0 } : { cA: false }).toSchema(),
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
function writeName(target: RelativeDistinguishedNames, { name, station }: Name): void {
  const value = new asn1js.Utf8String({ value: `${name} ${station}` });
  target.typesAndValues.push(new AttributeTypeAndValue({ type: OID.commonName, value }));
}

function extension(extnID: string, value: asn1js.BaseBlock, critical = false): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER(false) });
}

/** RFC 5280, 4.2.1.2 (1): SHA-1 of the key's bits, a name and no proof. */
async function keyId(key: Pair['publicKey']): Promise<ArrayBuffer> {
  return globalThis.crypto.subtle.digest('SHA-1', await globalThis.crypto.subtle.exportKey('raw', key));
}

/** Positive, and not to be guessed. */
function newSerial(): ArrayBuffer {
  const serial = globalThis.crypto.getRandomValues(new Uint8Array(16));
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial.buffer;
}
