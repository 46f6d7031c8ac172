import { createHash, X509Certificate } from 'node:crypto';

/** Leaf, station, site, centre: longer chains are none of ours. */
const LONGEST_CHAIN = 4;

/**
 * The one of `authorities` (DER) that a certificate's chain leads to, by its SHA-256 fingerprint in hex; null = none.
 * `others` are certificates on the way, which nobody needs to trust. Times are not looked at. Throws on what is no
 * certificate.
 */
export function findAuthority(
  leaf: X509Certificate,
  others: readonly Uint8Array[],
  authorities: readonly Uint8Array[],
): string | null {
  const trusted = authorities.map((der) => new X509Certificate(der));
  const between = others.map((der) => new X509Certificate(der)).filter(({ ca }) => ca);
  let current = leaf;
  for (let depth = 0; depth < LONGEST_CHAIN; depth += 1) {
    const authority = trusted.find((one) => one.raw.equals(current.raw) || (one.ca && isIssuedBy(current, one)));
    if (authority !== undefined) return createHash('sha256').update(authority.raw).digest('hex');
    const next = between.find((one) => !one.raw.equals(current.raw) && isIssuedBy(current, one));
    if (next === undefined) return null;
    current = next;
  }
  return null;
}

/** Whether a certificate says that this one has issued it, and bears its signature. */
export function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
}
