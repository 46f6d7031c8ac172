import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { sm2, sm3 } from 'sm-crypto-v2';
import type { EventData } from '../../../shared/domain/events.ts';

/** A second, detached signature over a sealed file, as the journal holds it. */
export type Companion = NonNullable<EventData<'PaperSealed'>['companion']>;

/** Names of the suites there are; what is stored or recorded always says which. */
export type SealSuiteId = EventData<'PaperSealed'>['alg'] | Companion['alg'];

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
 * 国际 and 国密 behind one port. SM2/SM3 (GB/T 32918, GB/T 32905) come from sm-crypto-v2, in plain JavaScript, since not
 * every runtime of ours has them; no certified module is behind it, and none is claimed.
 */
export const SEAL_SUITES: Readonly<Record<SealSuiteId, SealSuite>> = {
  'ECDSA-P256-SHA256': {
    digest: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    makeKey() {
      const pair = generateKeyPairSync('ec', {
        namedCurve: 'P-256',
        privateKeyEncoding: { type: 'pkcs8', format: 'der' },
        publicKeyEncoding: { type: 'spki', format: 'der' },
      });
      return { privateKey: pair.privateKey.toString('hex'), publicKey: pair.publicKey.toString('hex') };
    },
    publicKeyOf(privateKey) {
      const key = createPublicKey(
        createPrivateKey({ key: Buffer.from(privateKey, 'hex'), type: 'pkcs8', format: 'der' }),
      );
      return key.export({ type: 'spki', format: 'der' }).toString('hex');
    },
    sign(digest, privateKey) {
      const key = { key: Buffer.from(privateKey, 'hex'), type: 'pkcs8', format: 'der' } as const;
      return sign('sha256', Buffer.from(digest, 'hex'), key).toString('hex');
    },
    verify(digest, { signature, publicKey }) {
      return orFalse(() => {
        const key = { key: Buffer.from(publicKey, 'hex'), type: 'spki', format: 'der' } as const;
        return verify('sha256', Buffer.from(digest, 'hex'), key, Buffer.from(signature, 'hex'));
      });
    },
  },
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
