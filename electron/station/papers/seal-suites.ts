import { sm2, sm3 } from 'sm-crypto-v2';
import type { EventData } from '../../../shared/domain/events.ts';

/** A second, detached signature over a sealed file, as the journal holds it. */
export type Companion = NonNullable<EventData<'PaperSealed'>['companion']>;

/** One way to sign: a hash, a curve, and how a key and a signature are written. All are hex. */
export interface SealSuite {
  digest(bytes: Uint8Array): string;
  makeKey(): { readonly privateKey: string; readonly publicKey: string };
  publicKeyOf(privateKey: string): string;
  /** Over the digest's own bytes; DER. */
  sign(digest: string, privateKey: string): string;
  /** False for whatever cannot be read. */
  verify(digest: string, by: { readonly signature: string; readonly publicKey: string }): boolean;
}

/**
 * What a companion may be made by; the seal in the file itself is libpdf's. SM2/SM3 (GB/T 32918, GB/T 32905) come from
 * sm-crypto-v2, in plain JavaScript, since not every runtime of ours has them; no certified module is behind it, and none
 * is claimed.
 */
export const SEAL_SUITES: Readonly<Record<Companion['alg'], SealSuite>> = {
  'SM2-SM3': {
    digest: (bytes) => sm3(bytes),
    makeKey: () => sm2.generateKeyPairHex(),
    publicKeyOf: (privateKey) => sm2.getPublicKeyFromPrivateKey(privateKey),
    sign(digest, privateKey) {
      return sm2.doSignature(Uint8Array.from(Buffer.from(digest, 'hex')), privateKey, { der: true, hash: true });
    },
    verify(digest, { signature, publicKey }) {
      return orFalse(() =>
        sm2.doVerifySignature(Uint8Array.from(Buffer.from(digest, 'hex')), signature, publicKey, {
          der: true,
          hash: true,
        }),
      );
    },
  },
};

/** Both libraries throw on what is no key and no signature. */
function orFalse(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

/** How a companion agrees with the file that it is recorded of. */
export function checkCompanion(
  bytes: Uint8Array,
  { alg, digest, ...by }: Companion,
): 'good' | 'digest-differs' | 'signature-wrong' {
  const suite = SEAL_SUITES[alg];
  if (suite.digest(bytes) !== digest) return 'digest-differs';
  return suite.verify(digest, by) ? 'good' : 'signature-wrong';
}
