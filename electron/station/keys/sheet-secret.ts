import type { DayId } from '../../../shared/ids.ts';
import { RECOVERY_BYTES } from '../../../shared/recovery-code.ts';
import type { SecretStore } from '../ports.ts';

/**
 * What a 恢复单 says, machine-bound like the key itself from when it is made until it was typed back from paper: so long it
 * can be printed again. After that it is on paper only.
 */
export function keepSheetSecret(day: DayId, secret: Uint8Array, secrets: SecretStore): void {
  secrets.write(secretName(day), secret);
}

/** Null where the sheet was typed back, or none was made here. */
export function readSheetSecret(day: DayId, secrets: SecretStore): Uint8Array | null {
  const secret = secrets.read(secretName(day));
  return secret?.length === RECOVERY_BYTES ? secret : null;
}

/** Idempotent. */
export function forgetSheetSecret(day: DayId, secrets: SecretStore): void {
  secrets.destroy(secretName(day));
}

function secretName(day: DayId): string {
  return `recovery-${day}`;
}
