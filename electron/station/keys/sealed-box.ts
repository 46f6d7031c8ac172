import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { SealedBox } from '../../../shared/domain/schema-parts.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Ids } from '../ports.ts';
import type { DayKey } from './day-key.ts';

export type BoxError =
  /** Sealed under another key than this day's. */
  | 'other-key'
  /** Nonce or content cannot be of a box. */
  | 'malformed'
  /** Changed, or taken from another day, type or field. */
  | 'not-authentic'
  /** Holds bytes, not text. */
  | 'not-text';

/** Seals and opens a day's personal texts and files. A box opens only as the event type and field it was sealed as. */
export interface Boxes {
  sealText(type: string, field: string, text: string): SealedBox;
  sealBytes(type: string, field: string, bytes: Uint8Array): SealedBox;
  openText(type: string, field: string, box: SealedBox): Result<string, BoxError>;
  openBytes(type: string, field: string, box: SealedBox): Result<Uint8Array, BoxError>;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Boxes under a day's key. Two boxes of one text differ: the nonce is random, so equality needs a keyed hash. */
export function createBoxes(dayKey: DayKey, ids: Ids): Boxes {
  const key = dayKey.subkey('box');

  function openBytes(type: string, field: string, box: SealedBox): Result<Uint8Array, BoxError> {
    if (box.keyId !== dayKey.keyId) return err('other-key');
    const nonce = Buffer.from(box.nonce, 'base64');
    const sealed = Buffer.from(box.ct, 'base64');
    if (nonce.length !== NONCE_BYTES || sealed.length < TAG_BYTES) return err('malformed');
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(bindingBytes(dayKey, type, field));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const content = decipher.update(sealed.subarray(0, -TAG_BYTES));
    try {
      decipher.final();
    } catch {
      return err('not-authentic');
    }
    return ok(content);
  }

  function sealBytes(type: string, field: string, bytes: Uint8Array): SealedBox {
    const nonce = ids.bytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(bindingBytes(dayKey, type, field));
    const sealed = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    return {
      alg: 'A256GCM',
      keyId: dayKey.keyId,
      nonce: Buffer.from(nonce).toString('base64'),
      ct: sealed.toString('base64'),
    };
  }

  function openText(type: string, field: string, box: SealedBox): Result<string, BoxError> {
    const bytes = openBytes(type, field, box);
    if (!bytes.ok) return bytes;
    try {
      return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.value));
    } catch {
      return err('not-text');
    }
  }

  return {
    sealText: (type, field, text) => sealBytes(type, field, Buffer.from(text, 'utf8')),
    sealBytes,
    openText,
    openBytes,
  };
}

/** A list as JSON, so that no two places can run together into one. */
function bindingBytes({ day }: DayKey, type: string, field: string): Buffer {
  return Buffer.from(JSON.stringify(['proctor-station box v1', day, type, field]), 'utf8');
}
