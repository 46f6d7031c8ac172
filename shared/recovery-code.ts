import { formatGroups, readGroups, type WrongGroup } from './code-groups.ts';
import type { Result } from './result.ts';

/** Bytes of the secret that a recovery code says: 128 bits. */
export const RECOVERY_BYTES = 16;
export const RECOVERY_GROUPS = 8;

/** The code that stands on the 恢复单: eight groups of six digits, each 16 bits of the secret, in order. */
export function formatRecoveryCode(secret: Uint8Array): readonly string[] {
  if (secret.length !== RECOVERY_BYTES) throw new Error('not a recovery secret');
  return formatGroups(secret);
}

/** The secret that eight typed groups say. */
export function readRecoveryCode(groups: readonly string[]): Result<Uint8Array, WrongGroup> {
  return readGroups(groups, RECOVERY_GROUPS);
}
