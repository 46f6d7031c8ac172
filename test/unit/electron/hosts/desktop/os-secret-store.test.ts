import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  createOsSecretStore,
  type OsCipher,
  OsSecretsLocked,
} from '../../../../../electron/hosts/desktop/os-secret-store.ts';
import { createFileSecretStore } from '../../../../../electron/hosts/machine/file-secret-store.ts';
import { listSecrets } from '../../../../../electron/hosts/machine/secret-places.ts';
import type { SecretStore } from '../../../../../electron/station/ports.ts';
import { tempDir } from '../../../../support/temp-dir.ts';
import { createTestLogger, type TestLogger } from '../../../../support/test-logger.ts';

const SECRET = Uint8Array.from([0, 1, 2, 250, 251, 255]);

/** Stands for the system's cipher: turns bytes over under a key, and opens nothing that another key has closed. */
function aCipher(overrides: Partial<OsCipher> = {}, key = 0x5a): OsCipher {
  const turn = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ key));
  return {
    isEncryptionAvailable: () => true,
    getSelectedStorageBackend: () => 'gnome_libsecret',
    encryptString: (text) => turn(Buffer.from(`ok:${text}`)),
    decryptString(encrypted) {
      const text = turn(encrypted).toString();
      if (!text.startsWith('ok:')) throw new Error('Error while decrypting the ciphertext');
      return text.slice(3);
    },
    ...overrides,
  };
}

interface Stores {
  readonly dir: string;
  readonly plain: SecretStore;
  readonly logger: TestLogger;
  readonly open: (cipher?: OsCipher, recovers?: boolean) => SecretStore;
}

function aDataFolder(): Stores {
  const dir = tempDir();
  const plain = createFileSecretStore(join(dir, 'secrets'));
  const logger = createTestLogger();
  return {
    dir,
    plain,
    logger,
    open(cipher = aCipher(), recovers = false) {
      const sealed = createFileSecretStore(join(dir, 'secrets-os'));
      const staysInFiles = listSecrets(join(dir, 'secrets')).length > 0;
      return createOsSecretStore({ cipher, platform: 'linux', sealed, staysInFiles, recovers, plain, logger });
    },
  };
}

describe('secrets under the protection of the system', () => {
  it('come back after a restart, and lie on disk encrypted', () => {
    const folder = aDataFolder();
    folder.open().write('day-1', SECRET);
    expect(folder.open().read('day-1')).toEqual(SECRET);
    expect(folder.open().read('day-2')).toBeNull();
    expect(folder.open().isWithoutSystem).toBeUndefined();
    const onDisk = readFileSync(join(folder.dir, 'secrets-os', 'day-1'));
    expect(onDisk.includes(Buffer.from(SECRET))).toBe(false);
    expect(onDisk.toString().includes(Buffer.from(SECRET).toString('base64'))).toBe(false);
    expect(folder.plain.read('day-1')).toBeNull();
  });

  it('are destroyed for good', () => {
    const folder = aDataFolder();
    folder.open().write('day-1', SECRET);
    folder.open().destroy('day-1');
    expect(folder.open().read('day-1')).toBeNull();
    expect(readdirSync(join(folder.dir, 'secrets-os'))).toEqual([]);
  });

  it('of a folder that the browser host began stay where that host finds them, the new ones too, and it is said', () => {
    const folder = aDataFolder();
    folder.plain.write('day-1', SECRET);
    const store = folder.open();
    expect(store.read('day-1')).toEqual(SECRET);
    expect(store.isWithoutSystem).toBe(true);
    store.write('day-2', SECRET);
    expect([folder.plain.read('day-1'), folder.plain.read('day-2')]).toEqual([SECRET, SECRET]);
    expect(readdirSync(join(folder.dir, 'secrets-os'))).toEqual([]);
  });

  it('are found where they lie, also in a folder that has some in files and some encrypted', () => {
    const folder = aDataFolder();
    folder.open().write('day-1', SECRET);
    folder.plain.write('station-key', SECRET);
    const store = folder.open();
    expect([store.read('day-1'), store.read('station-key')]).toEqual([SECRET, SECRET]);
  });

  it('that the system does not open are never taken for missing', () => {
    const folder = aDataFolder();
    folder.open().write('day-1', SECRET);
    expect(() => folder.open(aCipher({}, 0x33)).read('day-1')).toThrow(OsSecretsLocked);
    expect(() => folder.open(aCipher({ isEncryptionAvailable: () => false })).read('day-1')).toThrow(OsSecretsLocked);
  });

  it.each([
    ['of another user', aCipher({}, 0x33)],
    ['of a system without any', aCipher({ isEncryptionAvailable: () => false })],
  ])('asked to recover, a secret %s counts as not there, stays where it is, and new ones are files', (_what, other) => {
    const folder = aDataFolder();
    folder.open().write('day-1', SECRET);
    const recovering = folder.open(other, true);
    expect(recovering.read('day-1')).toBeNull();
    expect(recovering.isWithoutSystem).toBe(true);
    recovering.write('day-2', SECRET);
    expect(folder.plain.read('day-2')).toEqual(SECRET);
    expect(folder.open().read('day-1')).toEqual(SECRET);
  });
});

describe('a system without protection', () => {
  it.each<[string, Partial<OsCipher>]>([
    ['none at all', { isEncryptionAvailable: () => false }],
    ['a password that everybody knows', { getSelectedStorageBackend: () => 'basic_text' }],
    ['one that is not known', { getSelectedStorageBackend: () => 'unknown' }],
  ])('(%s) keeps them as private files, as the browser host does, and says so', (_what, cipher) => {
    const folder = aDataFolder();
    const store = folder.open(aCipher(cipher));
    store.write('day-1', SECRET);
    expect(store.isWithoutSystem).toBe(true);
    expect(folder.plain.read('day-1')).toEqual(SECRET);
    expect(folder.logger.lines).toContainEqual(
      expect.objectContaining({ level: 'warn', event: 'os-secret-store-missing' }),
    );
  });
});
