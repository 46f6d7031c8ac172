import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { canonicalText } from '../../../shared/canonical.ts';
import { PACKAGE_CODE_BYTES } from '../../../shared/package-code.ts';
import {
  formatPackageHead,
  PACKAGE_COST,
  type PackageHead,
  type PackageHeader,
  type PackageRoom,
} from '../../../shared/package-file.ts';
import type { Ports } from '../ports.ts';
import { deriveSlowly } from './scrypt.ts';

const CIPHER = 'aes-256-gcm';
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A room's content, packed and not yet sealed. */
export interface RoomToSeal extends Pick<PackageRoom, 'room' | 'place' | 'people'> {
  readonly packed: Uint8Array;
}

/** A package, and the secret that each room's code says: kept by nobody. */
export interface SealedPackage {
  readonly bytes: Buffer;
  readonly digest: string;
  /** In order of `rooms`. */
  readonly secrets: readonly Uint8Array[];
}

/** Seals each room's content under a fresh code of its own; all of the header is bound to every envelope. */
export async function sealPackage(
  facts: Omit<PackageHeader, 'kdf' | 'rooms'>,
  rooms: readonly RoomToSeal[],
  { ids, packageCost = PACKAGE_COST.n }: Pick<Ports, 'ids' | 'packageCost'>,
): Promise<SealedPackage> {
  let from = 0;
  const listed = rooms.map(({ packed, ...room }) => {
    const size = packed.length + TAG_BYTES;
    const place = { ...room, salt: base64(ids.bytes(SALT_BYTES)), nonce: base64(ids.bytes(NONCE_BYTES)), from, size };
    from += size;
    return place;
  });
  const kdf = { name: 'scrypt', ...PACKAGE_COST, n: packageCost } as const;
  const text = canonicalText({ ...facts, kdf, rooms: listed } satisfies PackageHeader);
  if (!text.ok) throw new Error(`package header: ${text.error.code}`);
  const line = text.value;
  const secrets: Uint8Array[] = [];
  const envelopes: Buffer[] = [];
  // One after the other: each takes 128 MiB while its key is derived.
  for (const [at, room] of listed.entries()) {
    const secret = ids.bytes(PACKAGE_CODE_BYTES);
    const key = await deriveSlowly(secret, Buffer.from(room.salt, 'base64'), kdf);
    const cipher = createCipheriv(CIPHER, key, Buffer.from(room.nonce, 'base64'), { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(line, 'utf8'));
    envelopes.push(Buffer.concat([cipher.update(rooms[at]?.packed ?? ''), cipher.final(), cipher.getAuthTag()]));
    secrets.push(secret);
  }
  const head = formatPackageHead(line, [sha256(Buffer.from(line, 'utf8')), ...envelopes.map(sha256)]);
  const bytes = Buffer.concat([Buffer.from(head, 'utf8'), ...envelopes]);
  return { bytes, digest: sha256(bytes), secrets };
}

/** Whether head and envelope came whole: before a code is blamed for what a stick has done. */
export function isWhole({ header, line, digests }: PackageHead, room: PackageRoom, envelope: Uint8Array): boolean {
  const [ofLine, ...ofEnvelopes] = digests;
  const isHead = sha256(Buffer.from(line, 'utf8')) === ofLine;
  return isHead && envelope.length === room.size && sha256(envelope) === ofEnvelopes[header.rooms.indexOf(room)];
}

/** What the envelope of a room holds, packed; null where the code is another's, or head or envelope were changed by hand. */
export async function openEnvelope(
  { header, line }: PackageHead,
  room: PackageRoom,
  { envelope, secret }: { readonly envelope: Uint8Array; readonly secret: Uint8Array },
): Promise<Uint8Array | null> {
  const nonce = Buffer.from(room.nonce, 'base64');
  if (nonce.length !== NONCE_BYTES || envelope.length < TAG_BYTES) return null;
  const key = await deriveSlowly(secret, Buffer.from(room.salt, 'base64'), header.kdf);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(line, 'utf8'));
  decipher.setAuthTag(envelope.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(envelope.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
