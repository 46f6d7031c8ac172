import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalText } from '../../../shared/canonical.ts';
import type { Head, SignedHead } from '../../../shared/domain/schema-parts.ts';
import { as, type DayId, type StationId } from '../../../shared/ids.ts';

/** A station's Ed25519 pair. */
export interface StationKeys {
  readonly station: StationId;
  /** Raw, 32 bytes. */
  readonly publicKey: Buffer;
  readonly privateKey: KeyObject;
}

/** Length of the seed that a station's keys are made from, and of a raw public key. */
export const KEY_BYTES = 32;

// Ed25519 keys in DER are these fixed bytes and the raw key.
const PRIVATE_KEY_DER = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_KEY_DER = Buffer.from('302a300506032b6570032100', 'hex');
const HEAD_DOMAIN = 'proctor-station head v1\n';

/** The key pair of a 32-byte secret seed; the same seed gives the same station. */
export function createStationKeys(seed: Uint8Array): StationKeys {
  if (seed.length !== KEY_BYTES) throw new Error('a station key seed has 32 bytes');
  const der = Buffer.concat([PRIVATE_KEY_DER, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicDer = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const publicKey = publicDer.subarray(PUBLIC_KEY_DER.length);
  return { station: stationIdOf(publicKey), publicKey, privateKey };
}

/** A station's name is a hash of its key: who shows the key can show whose it is. */
export function stationIdOf(publicKey: Uint8Array): StationId {
  return as<StationId>(createHash('sha256').update(publicKey).digest('hex').slice(0, 16));
}

/** Signs one of the station's own heads, for a push, a paper or a check code. */
export function signHead(keys: StationKeys, day: DayId, head: Head): SignedHead {
  return { ...head, signature: sign(null, headBytes(day, head), keys.privateKey).toString('base64') };
}

/** Whether the station that the head names signed it with this raw public key. False also for what is no key or signature. */
export function isHeadSignedBy(publicKey: Uint8Array, day: DayId, head: SignedHead): boolean {
  const signature = Buffer.from(head.signature, 'base64');
  if (publicKey.length !== KEY_BYTES || signature.length !== 64) return false;
  if (stationIdOf(publicKey) !== head.station) return false;
  const der = Buffer.concat([PUBLIC_KEY_DER, publicKey]);
  return verify(null, headBytes(day, head), createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}

function headBytes(day: DayId, { station, epoch, seq, hash }: Head): Buffer {
  const text = canonicalText({ day, station, epoch, seq, hash });
  if (!text.ok) throw new Error(`head: ${text.error.code}`);
  return Buffer.from(HEAD_DOMAIN + text.value, 'utf8');
}
