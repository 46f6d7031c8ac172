import { type CertificateName, issueCertificate, newPair } from './issue-certificate.ts';
import type { SealKey } from './seal-file.ts';

/** Whom a certificate names, and when it holds. */
export interface CertificateOf extends CertificateName {
  /** UTC ms: when it is made. */
  readonly madeAt: number;
}

const DAY_MS = 86_400_000;
/** A clock that is set back by a few hours must not make a good signature look early. */
const BEFORE_MS = DAY_MS;
const YEARS = 10;

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
  const rootCertificate = await issueCertificate({
    ...validity,
    subject: rootName,
    issuer: rootName,
    publicKey: root.publicKey,
    issuerKey: root,
    authoritiesBelow: 0,
  });
  const leafName = { name: `${of.name} 封存`, station: of.station };
  const certificate = await issueCertificate({
    ...validity,
    subject: leafName,
    issuer: rootName,
    publicKey: leaf.publicKey,
    issuerKey: root,
    authoritiesBelow: null,
  });
  const privateKey = new Uint8Array(await globalThis.crypto.subtle.exportKey('pkcs8', leaf.privateKey));
  return { privateKey, certificate, issuers: [rootCertificate], ...validity };
}
