import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalText } from '../../../shared/canonical.ts';
import { digestSchema, instantSchema } from '../../../shared/domain/schema-parts.ts';
import { as, type DayId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

const genesisSchema = z.strictObject({
  v: z.literal(1),
  /** In every hash, so that no rehearsal can pass for a real day. */
  kind: z.enum(['real', 'rehearsal']),
  /** Which hash the day's chains use. */
  hash: z.literal('sha256'),
  madeAt: instantSchema,
  /** 32 random bytes, hex: two days are never one. */
  nonce: digestSchema,
});

/** What a day begins with; made once, by the chief's station, and spread with the day. */
export type Genesis = z.infer<typeof genesisSchema>;
export type DayKind = Genesis['kind'];

export interface GenesisSeed {
  readonly kind: DayKind;
  /** UTC ms, guarded clock. */
  readonly madeAt: number;
  /** 32 random bytes. */
  readonly nonce: Uint8Array;
}

export function createGenesis({ kind, madeAt, nonce }: GenesisSeed): Genesis {
  return genesisSchema.parse({ v: 1, kind, hash: 'sha256', madeAt, nonce: Buffer.from(nonce).toString('hex') });
}

/** The bytes that are stored and hashed. */
export function genesisBytes(genesis: Genesis): Buffer {
  const text = canonicalText(genesis);
  if (!text.ok) throw new Error(`genesis: ${text.error.code}`);
  return Buffer.from(text.value, 'utf8');
}

/** Reads stored bytes; only the exact canonical bytes are a genesis. */
export function parseGenesis(bytes: Uint8Array): Result<Genesis, 'not-a-genesis'> {
  try {
    const genesis = genesisSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return genesisBytes(genesis).equals(bytes) ? ok(genesis) : err('not-a-genesis');
  } catch {
    return err('not-a-genesis');
  }
}

/** Goes into the hash of every event of the day. */
export function genesisHash(genesis: Genesis): Buffer {
  return createHash('sha256').update('proctor-station genesis v1\n').update(genesisBytes(genesis)).digest();
}

/** The day's name: it fixes the genesis, and with it whether the day is real. */
export function dayIdOf(genesis: Genesis): DayId {
  return as<DayId>(genesisHash(genesis).toString('hex').slice(0, 32));
}
