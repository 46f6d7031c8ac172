import type { Logger, SecretStore } from '../../station/ports.ts';

/** The operating system's own encryption, as `safeStorage` offers it. */
export interface OsCipher {
  isEncryptionAvailable(): boolean;
  /** Linux only: where the key lies. */
  getSelectedStorageBackend(): string;
  encryptString(plainText: string): Buffer;
  decryptString(encrypted: Buffer): string;
}

interface SecretStoreParts {
  readonly cipher: OsCipher;
  readonly platform: NodeJS.Platform;
  /** Where the encrypted secrets lie. */
  readonly sealed: SecretStore;
  /** Whether `sealed` holds any. */
  readonly hasSealed: boolean;
  /** Where the browser host keeps its own: plain private files. */
  readonly plain: SecretStore;
  readonly logger: Logger;
}

/**
 * Secrets lie under the system's protection and it does not open them now: a key ring that is locked, another user, another
 * computer. To go on without them would make a new identity over the old one.
 */
export class OsSecretsLocked extends Error {
  override readonly name = 'OsSecretsLocked';
}

/** Backends that encrypt with a password that stands in Chromium's source, or do not know themselves. */
const NO_PROTECTION = new Set(['basic_text', 'unknown']);

/**
 * Secrets under the operating system's protection. Where it has none (a Linux without a key ring) they stay private files
 * as in the browser host, and log and light say so: an exam day starts all the same. Throws OsSecretsLocked, at once or in
 * `read`, where secrets are there that the system does not open.
 */
export function createOsSecretStore(parts: SecretStoreParts): SecretStore {
  const { cipher, platform, sealed, plain, logger } = parts;
  const backend = platform === 'linux' ? cipher.getSelectedStorageBackend() : 'system';
  if (!cipher.isEncryptionAvailable() || NO_PROTECTION.has(backend)) {
    if (parts.hasSealed) throw new OsSecretsLocked();
    logger.log('warn', 'os-secret-store-missing', { backend });
    return { ...plain, isWithoutSystem: true };
  }
  const store: SecretStore = {
    read(name) {
      const encrypted = sealed.read(name);
      if (encrypted !== null) return open(cipher, encrypted);
      return adopt(name);
    },
    write(name, secret) {
      sealed.write(name, seal(cipher, secret));
    },
    destroy(name) {
      sealed.destroy(name);
      plain.destroy(name);
    },
  };
  /** The browser host has run on this folder before: its secret is moved, written well before the plain one is erased. */
  function adopt(name: string): Uint8Array | null {
    const secret = plain.read(name);
    if (secret === null) return null;
    store.write(name, secret);
    plain.destroy(name);
    logger.log('info', 'secret-adopted');
    return secret;
  }
  return store;
}

function seal(cipher: OsCipher, secret: Uint8Array): Uint8Array {
  return cipher.encryptString(Buffer.from(secret).toString('base64'));
}

function open(cipher: OsCipher, encrypted: Uint8Array): Uint8Array {
  let text: string;
  try {
    text = cipher.decryptString(Buffer.from(encrypted));
  } catch {
    throw new OsSecretsLocked();
  }
  return new Uint8Array(Buffer.from(text, 'base64'));
}
