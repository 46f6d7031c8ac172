import { createPrivateKey, X509Certificate } from 'node:crypto';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isIssuedBy } from './find-authority.ts';

/** A certificate that an authority has issued, with all that leads to its root. */
export interface IssuedChain {
  /** DER. */
  readonly certificate: Uint8Array;
  /** DER, from the one that issued it to the root. */
  readonly issuers: readonly Uint8Array[];
  /** UTC ms. */
  readonly notBefore: number;
  readonly notAfter: number;
}

export type IssuedChainProblem =
  | 'certificate-unreadable'
  /** None of them is of this station's key. */
  | 'certificate-of-other-key'
  /** It does not lead to a root that the file holds. */
  | 'certificate-chain-broken'
  | 'certificate-out-of-date';

/** Leaf, station, site, centre. */
const MOST = 4;
const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Reads what an authority sends back (PEM, in any order) for a key (PKCS #8); `nowMs` is the station's clock. */
export function readIssuedChain(
  pem: string,
  { privateKey, nowMs }: { readonly privateKey: Uint8Array; readonly nowMs: number },
): Result<IssuedChain, IssuedChainProblem> {
  const given = readAll(pem);
  if (given === null || given.length === 0) return err('certificate-unreadable');
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
  const leaf = given.find((one) => !one.ca && one.checkPrivateKey(key));
  if (leaf === undefined) return err('certificate-of-other-key');
  const issuers = issuersOf(leaf, given);
  if (issuers === null) return err('certificate-chain-broken');
  const times = [leaf, ...issuers].map((one) => ({ from: Date.parse(one.validFrom), to: Date.parse(one.validTo) }));
  if (!times.every(({ from, to }) => from <= nowMs && nowMs < to)) return err('certificate-out-of-date');
  return ok({
    certificate: new Uint8Array(leaf.raw),
    issuers: issuers.map(({ raw }) => new Uint8Array(raw)),
    notBefore: Date.parse(leaf.validFrom),
    notAfter: Math.min(...times.map(({ to }) => to)),
  });
}

function readAll(pem: string): readonly X509Certificate[] | null {
  try {
    return (pem.match(BLOCK) ?? []).map((block) => new X509Certificate(block));
  } catch {
    return null;
  }
}

/** One after the other up to a root that has issued itself; null where there is none. */
function issuersOf(leaf: X509Certificate, given: readonly X509Certificate[]): readonly X509Certificate[] | null {
  const issuers: X509Certificate[] = [];
  for (let current = leaf; issuers.length < MOST; ) {
    const issuer = given.find((one) => one.ca && isIssuedBy(current, one));
    if (issuer === undefined) return null;
    issuers.push(issuer);
    if (isIssuedBy(issuer, issuer)) return issuers;
    current = issuer;
  }
  return null;
}
