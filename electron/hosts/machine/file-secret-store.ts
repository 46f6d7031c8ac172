import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { PRIVATE_FOLDER, replaceFileDurably, syncFolder } from '../../station/files/durable-files.ts';
import type { SecretStore } from '../../station/ports.ts';

/**
 * Secrets as private files in a private folder: what a computer without an OS key store can do. They are only as safe as
 * this user's account.
 */
export function createFileSecretStore(folder: string): SecretStore {
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
  // The folder may have been made before, or under a lax umask.
  chmodSync(folder, PRIVATE_FOLDER);

  return {
    read(name) {
      const path = secretPath(folder, name);
      return existsSync(path) ? new Uint8Array(readFileSync(path)) : null;
    },
    write(name, secret) {
      replaceFileDurably(secretPath(folder, name), unfinishedPath(folder, name), secret);
    },
    destroy(name) {
      for (const path of [unfinishedPath(folder, name), secretPath(folder, name)]) {
        if (existsSync(path)) eraseFile(path);
      }
      syncFolder(folder);
    },
  };
}

/** Zeros over the content first: on the disks that write in place, unlinking alone would leave the key readable. */
function eraseFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    writeSync(file, Buffer.alloc(statSync(path).size));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  unlinkSync(path);
}

function secretPath(folder: string, name: string): string {
  // A leading dot could name the folder itself or its parent.
  if (!/^[a-z0-9-][a-z0-9.-]{0,99}$/.test(name)) throw new Error('not a secret name');
  return join(folder, name);
}

/** No secret's name ends like this. */
function unfinishedPath(folder: string, name: string): string {
  return `${secretPath(folder, name)}~`;
}
