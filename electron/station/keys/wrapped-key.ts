import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { base64Schema, dayIdSchema } from '../../../shared/domain/schema-parts.ts';
import type { DayId } from '../../../shared/ids.ts';
import { RECOVERY_BYTES } from '../../../shared/recovery-code.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { PRIVATE_FOLDER, replaceFileDurably } from '../files/durable-files.ts';
import type { Ids } from '../ports.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const KEYS_DIR = 'keys';

/**
 * A day's key as it may leave the computer: under the secret that a 恢复单 says. More than one sheet may open it: while a
 * new one has not been typed back, the one before still counts.
 */
const wrappedKeySchema = z.strictObject({
  v: z.literal(1),
  day: dayIdSchema,
  wraps: z
    .array(
      z.strictObject({
        sheet: z.string().regex(/^[0-9A-F]{6}$/),
        alg: z.literal('A256GCM'),
        kdf: z.literal('HKDF-SHA256'),
        nonce: base64Schema,
        ct: base64Schema,
      }),
    )
    .min(1)
    .max(8),
});
export type WrappedKey = z.infer<typeof wrappedKeySchema>;
type Wrap = WrappedKey['wraps'][number];

export type UnwrapError =
  /** None of the sheets that open this key says this code. */
  | 'other-code'
  /** The sheet is one of these, and what it should open was changed. */
  | 'not-authentic';

export type WrappedFileError = 'missing' | 'damaged';

/** Where a day's wrapped key lies in a data folder. */
export function wrappedKeyPath(dataDir: string, day: DayId): string {
  return join(dataDir, KEYS_DIR, `${day}.wrapped`);
}

/**
 * What a sheet is called on paper and screen, so that one can be told from an older one: 6 hex digits, of the secret by a
 * one-way function, the same wherever they are made.
 */
export function sheetOf(secret: Uint8Array, day: DayId): string {
  return Buffer.from(derive(secret, day, 'sheet', 3))
    .toString('hex')
    .toUpperCase();
}

/** The key under this secret, beside what is `kept` of the sheets before. */
export function wrapDayKey(
  key: Uint8Array,
  {
    day,
    secret,
    kept,
    ids,
  }: { readonly day: DayId; readonly secret: Uint8Array; readonly kept: readonly Wrap[]; readonly ids: Ids },
): WrappedKey {
  const sheet = sheetOf(secret, day);
  const nonce = ids.bytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, derive(secret, day, 'wrap', KEY_BYTES), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(bindingOf(day, sheet));
  const ct = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]).toString('base64');
  const own: Wrap = {
    sheet,
    alg: 'A256GCM',
    kdf: 'HKDF-SHA256',
    nonce: Buffer.from(nonce).toString('base64'),
    ct,
  };
  return { v: 1, day, wraps: [...kept.filter((wrap) => wrap.sheet !== sheet), own] };
}

/** The 32 bytes of the day's key. */
export function unwrapDayKey({ day, wraps }: WrappedKey, secret: Uint8Array): Result<Uint8Array, UnwrapError> {
  const sheet = sheetOf(secret, day);
  const wrap = wraps.find((each) => each.sheet === sheet);
  if (wrap === undefined) return err('other-code');
  const nonce = Buffer.from(wrap.nonce, 'base64');
  const sealed = Buffer.from(wrap.ct, 'base64');
  if (nonce.length !== NONCE_BYTES || sealed.length !== KEY_BYTES + TAG_BYTES) return err('not-authentic');
  const decipher = createDecipheriv(CIPHER, derive(secret, day, 'wrap', KEY_BYTES), nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(bindingOf(day, sheet));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const key = decipher.update(sealed.subarray(0, -TAG_BYTES));
  try {
    decipher.final();
  } catch {
    return err('not-authentic');
  }
  return ok(new Uint8Array(key));
}

/** What a file's bytes say; one of another day, half written or of another form is 'damaged'. */
export function parseWrappedKey(bytes: Uint8Array, day: DayId): Result<WrappedKey, 'damaged'> {
  try {
    const parsed = wrappedKeySchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return parsed.success && parsed.data.day === day ? ok(parsed.data) : err('damaged');
  } catch {
    return err('damaged');
  }
}

/** A day's wrapped key in this data folder. */
export function readWrappedKey(dataDir: string, day: DayId): Result<WrappedKey, WrappedFileError> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(wrappedKeyPath(dataDir, day));
  } catch (thrown) {
    return err(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT' ? 'missing' : 'damaged');
  }
  return parseWrappedKey(bytes, day);
}

/** Durable when it returns; throws what the disk says. */
export function writeWrappedKey(dataDir: string, wrapped: WrappedKey): void {
  mkdirSync(join(dataDir, KEYS_DIR), { recursive: true, mode: PRIVATE_FOLDER });
  const path = wrappedKeyPath(dataDir, wrapped.day);
  replaceFileDurably(path, `${path}~`, Buffer.from(`${JSON.stringify(wrapped)}\n`, 'utf8'));
}

/** The secret has 128 bits of chance in it: nothing need make guessing slow. */
function derive(secret: Uint8Array, day: DayId, purpose: 'wrap' | 'sheet', bytes: number): Uint8Array {
  if (secret.length !== RECOVERY_BYTES) throw new Error('not a recovery secret');
  return new Uint8Array(hkdfSync('sha256', secret, day, `proctor-station recovery ${purpose} v1`, bytes));
}

function bindingOf(day: DayId, sheet: string): Buffer {
  return Buffer.from(JSON.stringify(['proctor-station wrapped key v1', day, sheet]), 'utf8');
}
