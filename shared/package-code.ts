import { formatGroups, readGroups, type WrongGroup } from './code-groups.ts';
import type { Result } from './result.ts';

/** Bytes of a room's one-time code 考场口令: 64 bits, behind a slow derivation. */
export const PACKAGE_CODE_BYTES = 8;
export const PACKAGE_CODE_GROUPS = 4;

/** The code on a room's slip: four groups of six digits that each check themselves. */
export function formatPackageCode(secret: Uint8Array): readonly string[] {
  if (secret.length !== PACKAGE_CODE_BYTES) throw new Error('not the secret of a package code');
  return formatGroups(secret);
}

/** The secret that four typed groups say. */
export function readPackageCode(groups: readonly string[]): Result<Uint8Array, WrongGroup> {
  return readGroups(groups, PACKAGE_CODE_GROUPS);
}
