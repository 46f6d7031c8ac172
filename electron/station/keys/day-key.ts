import { createHash, hkdfSync } from 'node:crypto';
import type { DayId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Ids, SecretStore } from '../ports.ts';

/** What the day key is used for; each use has its own key, so that none can stand in for another. */
export type KeyPurpose = 'box' | 'candidate-id' | 'keyed-hash' | 'command-hash';

/** A day's key in use. It gives out subkeys only, and prints as nothing. */
export interface DayKey {
  readonly day: DayId;
  /** Names the key without telling it: 16 hex digits. */
  readonly keyId: string;
  /** 32 bytes; the same key, day and purpose give the same subkey on every station. */
  subkey(purpose: KeyPurpose): Uint8Array;
}

export type DayKeyError =
  /** Never here, or destroyed. */
  | 'missing'
  /** What is stored is no day key. */
  | 'damaged';

const KEY_BYTES = 32;

/** Makes and stores a day's key. Throws when the day has one: a second key would leave its boxes shut for good. */
export function createDayKey(
  day: DayId,
  { ids, secrets }: { readonly ids: Ids; readonly secrets: SecretStore },
): DayKey {
  if (secrets.read(secretName(day)) !== null) throw new Error('the day has a key already');
  const secret = ids.bytes(KEY_BYTES);
  secrets.write(secretName(day), secret);
  return dayKeyOf(day, secret);
}

/** The stored key of a day. */
export function loadDayKey(day: DayId, secrets: SecretStore): Result<DayKey, DayKeyError> {
  const secret = secrets.read(secretName(day));
  if (secret === null) return err('missing');
  return secret.length === KEY_BYTES ? ok(dayKeyOf(day, secret)) : err('damaged');
}

/** The stored key's bytes, to be wrapped; throws where there is none. */
export function readDayKey(day: DayId, secrets: SecretStore): Uint8Array {
  const secret = secrets.read(secretName(day));
  if (secret?.length !== KEY_BYTES) throw new Error('the day has no key here');
  return secret;
}

/** Stores a key that was unwrapped, in place of one that opens nothing. */
export function restoreDayKey(day: DayId, key: Uint8Array, secrets: SecretStore): void {
  secrets.write(secretName(day), key);
}

/** Destroys this computer's copy: what it sealed cannot be opened here any more. Idempotent. */
export function destroyDayKey(day: DayId, secrets: SecretStore): void {
  secrets.destroy(secretName(day));
}

/** A key's bytes, 32 of them, in use for a day. */
export function dayKeyOf(day: DayId, secret: Uint8Array): DayKey {
  const keyId = createHash('sha256').update('proctor-station key id v1\n').update(secret).digest('hex').slice(0, 16);
  return {
    day,
    keyId,
    subkey: (purpose) => new Uint8Array(hkdfSync('sha256', secret, day, `proctor-station ${purpose} v1`, KEY_BYTES)),
  };
}

function secretName(day: DayId): string {
  return `day-${day}`;
}
