import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SecretStore } from '../../station/ports.ts';
import { createFileSecretStore } from './file-secret-store.ts';

/** Where the secrets of a data folder lie: as private files, and encrypted by the operating system. */
export interface SecretPlaces {
  readonly plain: string;
  readonly sealed: string;
}

export function secretPlaces(dataDir: string): SecretPlaces {
  return { plain: join(dataDir, 'secrets'), sealed: join(dataDir, 'secrets-os') };
}

/** What lies in a place, unfinished writes left out; nothing where the place was never made. */
export function listSecrets(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => !name.endsWith('~'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Whether a day of this folder has its key under the operating system's protection only: no host but the desktop's opens
 * it, and one that began without it would make a new identity first.
 */
export function hasDayOfDesktopOnly(dataDir: string): boolean {
  const { plain, sealed } = secretPlaces(dataDir);
  const inFiles = new Set(listSecrets(plain));
  return listSecrets(sealed).some((name) => name.startsWith('day-') && !inFiles.has(name));
}

/**
 * The secrets of a host that opens private files only. What is destroyed goes from the other place too: a day that was
 * recovered here has its key there as well.
 */
export function createPlainSecretStore(dataDir: string): SecretStore {
  const { plain, sealed } = secretPlaces(dataDir);
  const secrets = createFileSecretStore(plain);
  return {
    ...secrets,
    destroy(name) {
      if (existsSync(sealed)) createFileSecretStore(sealed).destroy(name);
      secrets.destroy(name);
    },
  };
}
