import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { EventData } from '../../../shared/domain/events.ts';
import { base64Schema, instantSchema } from '../../../shared/domain/schema-parts.ts';
import { sealAlgSchema } from '../../../shared/domain/seal-events.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { SecretStore } from '../ports.ts';
import type { CertificateOf } from './make-certificate.ts';
import type { SealKey } from './seal-file.ts';
import type { MadeCertificate, Sealer } from './sealer.ts';

/** The station's key and certificate, and how the journal lists it. */
export interface StationCertificate {
  readonly key: SealKey;
  readonly listed: EventData<'SealCertificateListed'>;
}

/** Key and certificate belong together: one secret, written at once. */
const SECRET_NAME = 'seal-key';
const keptSchema = z.strictObject({
  alg: sealAlgSchema,
  privateKey: base64Schema,
  certificate: base64Schema,
  issuers: z.array(base64Schema),
  notBefore: instantSchema,
  notAfter: instantSchema,
  /** Of one that the station made itself, the name in it; null = an authority issued it, under what name it liked. */
  name: z.string().nullable(),
  /** Whose it is: another station's key, left behind in the store, is not used. */
  station: z.string(),
});
type Kept = z.infer<typeof keptSchema>;

/**
 * What this station seals with; made at its first use, kept machine-bound. One that has run out gives way to a new one; of
 * those that the station makes itself also one made while the clock was ahead, or before a package gave it another label.
 */
export async function stationCertificate(
  { secrets, sealer }: { readonly secrets: SecretStore; readonly sealer: Sealer },
  of: CertificateOf,
): Promise<Result<StationCertificate, string>> {
  const kept = findKept(secrets, of.station);
  if (kept !== null && isUsable(kept, of)) return ok(readKept(kept));
  const made = await sealer.makeCertificate(of);
  if (!made.ok) return made;
  return ok(keepIssued(secrets, of.station, made.value, of.name));
}

/** Keeps a key with what was issued for it, in place of what there was; durable when it returns. `name` as kept. */
export function keepIssued(
  secrets: SecretStore,
  station: string,
  made: MadeCertificate,
  name: string | null = null,
): StationCertificate {
  const { privateKey, certificate, issuers, notBefore, notAfter } = made;
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  const secret: Kept = {
    alg: 'ECDSA-P256-SHA256',
    privateKey: text(privateKey),
    certificate: text(certificate),
    issuers: issuers.map(text),
    notBefore,
    notAfter,
    name,
    station,
  };
  secrets.write(SECRET_NAME, Buffer.from(JSON.stringify(secret), 'utf8'));
  return readKept(secret);
}

/** The certificate that is there; null before the first, and for another station's. */
export function findCertificate(secrets: SecretStore, station: string): StationCertificate | null {
  const kept = findKept(secrets, station);
  return kept === null ? null : readKept(kept);
}

function findKept(secrets: SecretStore, station: string): Kept | null {
  const secret = secrets.read(SECRET_NAME);
  if (secret === null) return null;
  const kept = keptSchema.safeParse(parse(Buffer.from(secret).toString('utf8')));
  return kept.success && kept.data.station === station ? kept.data : null;
}

function isUsable({ name, notBefore, notAfter }: Kept, of: CertificateOf): boolean {
  const isAsMadeNow = name === null || (name === of.name && notBefore <= of.madeAt);
  return isAsMadeNow && of.madeAt < notAfter;
}

/** SHA-256 of a certificate's DER, hex: what papers and people call it by. */
function fingerprintOf(certificate: Uint8Array): string {
  return createHash('sha256').update(certificate).digest('hex');
}

function readKept(kept: Kept): StationCertificate {
  const { alg, privateKey, certificate, issuers, notBefore, notAfter } = kept;
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
  return {
    key: { privateKey: bytes(privateKey), certificate: bytes(certificate), issuers: issuers.map(bytes) },
    listed: { alg, fingerprint: fingerprintOf(bytes(certificate)), certificate, issuers, notBefore, notAfter },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
