import { describe, expect, it } from 'vitest';
import { createFileSecretStore } from '../../../../../electron/hosts/machine/file-secret-store.ts';
import { hasDayOfDesktopOnly, secretPlaces } from '../../../../../electron/hosts/machine/secret-places.ts';
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
