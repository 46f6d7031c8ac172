import { z } from 'zod';
import { companionAlgSchema } from '../../../shared/domain/companion-seal.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { StationContext } from '../api/station-context.ts';
import type { OpenDay } from '../day/open-day.ts';
import type { SecretStore } from '../ports.ts';
import { createWarmProgram } from '../warm-program.ts';
import type { CompanionJob, CompanionReply } from './companion-child.ts';
import type { Companion } from './seal-suites.ts';

const SECRET_NAME = 'companion-key';
const keptSchema = z.strictObject({
  alg: companionAlgSchema,
  /** Hex. */
  privateKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** Whose it is: another station's key, left behind in the store, is not used. */
  station: z.string(),
});

/**
 * The second signature of a sealed file, by a key of this station that is made at its first use and kept machine-bound;
 * null where none is chosen. Never rejects; the error is for the log.
 */
export async function signCompanion(
  { ports: { secrets }, stationDb }: Pick<StationContext, 'ports' | 'stationDb'>,
  { state }: Pick<OpenDay, 'state'>,
  bytes: Uint8Array,
): Promise<Result<Companion | null, string>> {
  const alg = state.site.companionSeal;
  if (alg === null) return ok(null);
  const { station } = stationDb.identity;
  const kept = findKey(secrets, { alg, station });
  const program = createWarmProgram<CompanionJob, CompanionReply>(new URL('./companion-child.ts', import.meta.url), {
    failed: () => null,
  });
  try {
    const reply = await program.ask({ bytes, alg, privateKey: kept });
    if (reply === null) return err('the second signature was not made');
    if (kept === null) keepKey(secrets, { alg, station, privateKey: reply.privateKey });
    return ok(reply.companion);
  } finally {
    await program.close();
  }
}

type Kept = z.infer<typeof keptSchema>;

function keepKey(secrets: SecretStore, kept: Kept): void {
  secrets.write(SECRET_NAME, Buffer.from(JSON.stringify(kept), 'utf8'));
}

function findKey(secrets: SecretStore, of: Pick<Kept, 'alg' | 'station'>): string | null {
  const secret = secrets.read(SECRET_NAME);
  if (secret === null) return null;
  const kept = keptSchema.safeParse(parse(Buffer.from(secret).toString('utf8')));
  return kept.success && kept.data.station === of.station && kept.data.alg === of.alg ? kept.data.privateKey : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
