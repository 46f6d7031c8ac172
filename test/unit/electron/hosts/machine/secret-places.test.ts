import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFileSecretStore } from '../../../../../electron/hosts/machine/file-secret-store.ts';
import {
  createPlainSecretStore,
  hasDayOfDesktopOnly,
  listSecrets,
  secretPlaces,
} from '../../../../../electron/hosts/machine/secret-places.ts';
import { tempDir } from '../../../../support/temp-dir.ts';

const SECRET = Uint8Array.from([1, 2, 3]);

function aFolder(inFiles: readonly string[], encrypted: readonly string[]): string {
  const dir = tempDir();
  const { plain, sealed } = secretPlaces(dir);
  for (const name of inFiles) createFileSecretStore(plain).write(name, SECRET);
  for (const name of encrypted) createFileSecretStore(sealed).write(name, SECRET);
  return dir;
}

describe('a data folder is the desktop’s alone', () => {
  it('where a day’s key is with the system and not in a file', () => {
    expect(hasDayOfDesktopOnly(aFolder([], ['station-key', 'day-1']))).toBe(true);
    expect(hasDayOfDesktopOnly(aFolder(['station-key', 'day-2'], ['day-1']))).toBe(true);
  });

  it('not where there is none, no day yet, or each day’s key in a file too', () => {
    expect(hasDayOfDesktopOnly(aFolder([], []))).toBe(false);
    expect(hasDayOfDesktopOnly(aFolder([], ['station-key']))).toBe(false);
    expect(hasDayOfDesktopOnly(aFolder(['day-1'], ['day-1']))).toBe(false);
  });
});

describe('the secrets of a host that opens files only', () => {
  it('are read and written as files; what is destroyed goes from the system’s place too, and nothing else there', () => {
    const dir = aFolder(['day-1', 'day-2'], ['day-1', 'day-3']);
    const { plain, sealed } = secretPlaces(dir);
    const secrets = createPlainSecretStore(dir);
    expect(secrets.read('day-3')).toBeNull();
    secrets.destroy('day-1');
    expect([listSecrets(plain), listSecrets(sealed)]).toEqual([['day-2'], ['day-3']]);
  });

  it('make no place for the system where there is none', () => {
    const dir = aFolder(['day-1'], []);
    createPlainSecretStore(dir).destroy('day-1');
    expect(existsSync(secretPlaces(dir).sealed)).toBe(false);
  });
});
