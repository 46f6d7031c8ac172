import { createHash } from 'node:crypto';
import { judgeSeal, type KnownDay } from '../../../shared/domain/judge-seal.ts';
import { parsePaperQr } from '../../../shared/documents/paper-qr.ts';
import type { InspectProblem } from '../../../shared/domain/seal-inspection.ts';
import type { SealVerdict } from '../../../shared/domain/seal-verdict.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { inspectSeal } from './inspect-seal.ts';
import type { Companion } from './seal-suites.ts';

/** What a sealed file is held against: a journal, authorities (DER), both, or nothing. */
export interface SealFrame {
  readonly known: KnownDay | null;
  readonly authorities: readonly Uint8Array[];
}

/** The verdict on a file's bytes. Never rejects. */
export async function verifySeal(
  bytes: Uint8Array,
  { known, authorities }: SealFrame,
): Promise<Result<SealVerdict, InspectProblem>> {
  const companion = known === null ? null : findCompanion(bytes, known);
  const inspection = await inspectSeal({ bytes, authorities, companion });
  if (!inspection.ok) return inspection;
  const { code: text } = inspection.value;
  const code = text === null ? null : parsePaperQr(text);
  return ok(
    judgeSeal({
      inspection: inspection.value,
      code: code?.ok === true ? code.value : null,
      known,
      hasAuthorities: authorities.length > 0,
    }),
  );
}

/** The second signature recorded of this very file. */
function findCompanion(bytes: Uint8Array, { state }: KnownDay): Companion | null {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const seals = Object.values(state.rooms).flatMap(({ issued }) => issued.flatMap((paper) => paper.seals));
  return seals.find((seal) => seal.sha256 === sha256)?.companion ?? null;
}
