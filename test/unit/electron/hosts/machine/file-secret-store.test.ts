import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileSecretStore } from '../../../../../electron/hosts/machine/file-secret-store.ts';
import { createTempFolder } from '../../../../support/journal-fixture.ts';

const folder = { path: '', remove: () => {} };
let keys = '';

beforeEach(() => {
  Object.assign(folder, createTempFolder());
  keys = join(folder.path, 'keys');
});
afterEach(() => folder.remove());

describe('secrets in files', () => {
  it('are read back, replaced, and gone when destroyed', () => {
    const store = createFileSecretStore(keys);
    expect(store.read('day-1')).toBeNull();
    store.write('day-1', Uint8Array.of(1, 2, 3));
    store.write('day-1', Uint8Array.of(4, 5));
    expect(createFileSecretStore(keys).read('day-1')).toEqual(Uint8Array.of(4, 5));
    store.destroy('day-1');
    store.destroy('day-1');
    expect(store.read('day-1')).toBeNull();
    expect(readdirSync(keys)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('are private to this user, also in a folder that was made lax', () => {
    mkdirSync(keys);
    chmodSync(keys, 0o755);
    createFileSecretStore(keys).write('day-1', Uint8Array.of(1));
    expect([statSync(keys).mode & 0o777, statSync(join(keys, 'day-1')).mode & 0o777]).toEqual([0o700, 0o600]);
  });

  it('are whole after a crash while one was being replaced, and destroying takes what the crash left', () => {
    const store = createFileSecretStore(keys);
    store.write('day-1', Uint8Array.of(1, 2));
    writeFileSync(join(keys, 'day-1~'), 'half');
    expect(store.read('day-1')).toEqual(Uint8Array.of(1, 2));
    store.destroy('day-1');
    expect(readdirSync(keys)).toEqual([]);
  });

  it.each(['', '.', '..', '../a', 'a/b', 'A', 'a~', 'a b'])('are not named %j', (name) => {
    const store = createFileSecretStore(keys);
    expect(() => store.read(name)).toThrow('not a secret name');
    expect(() => store.write(name, Uint8Array.of(1))).toThrow('not a secret name');
    expect(() => store.destroy(name)).toThrow('not a secret name');
  });
});
