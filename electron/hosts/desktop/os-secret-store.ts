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
  /** Where the browser host keeps its own: plain private files. */
  readonly plain: SecretStore;
  /** The folder is one that `plain` serves: the browser host began it, or nothing in it needs more. */
  readonly staysInFiles: boolean;
  /** Asked for by name: what the system does not open counts as not there, and stays untouched. */
  readonly recovers: boolean;
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
 * Secrets under the operating system's protection. They are private files as in the browser host, and log and light say
 * so, where the system has none (a Linux without a key ring), and in a folder that the browser host began: on an exam
 * morning either host must open its day, so an open key is never moved to where only one of them finds it. `read` throws
 * OsSecretsLocked for a secret that is there and that the system does not open; one that recovers answers null then, and
 * writes files, so that a key ring which is only locked keeps what it has.
 */
export function createOsSecretStore(parts: SecretStoreParts): SecretStore {
  const { cipher, platform, sealed, plain, logger } = parts;
  const backend = platform === 'linux' ? cipher.getSelectedStorageBackend() : 'system';
  const hasSystem = cipher.isEncryptionAvailable() && !NO_PROTECTION.has(backend);
  const isWithoutSystem = !hasSystem || parts.staysInFiles || parts.recovers;
  if (!hasSystem) logger.log('warn', 'os-secret-store-missing', { backend });
  else if (parts.staysInFiles) logger.log('info', 'secrets-stay-in-files');
  return {
    read(name) {
      const inFile = plain.read(name);
      if (inFile !== null) return inFile;
      const encrypted = sealed.read(name);
      if (encrypted === null) return null;
      try {
        if (!hasSystem) throw new OsSecretsLocked();
        return open(cipher, encrypted);
      } catch (thrown) {
        if (parts.recovers && thrown instanceof OsSecretsLocked) return null;
        throw thrown;
      }
    },
    write(name, secret) {
      if (isWithoutSystem) plain.write(name, secret);
      else sealed.write(name, seal(cipher, secret));
    },
    destroy(name) {
      sealed.destroy(name);
      plain.destroy(name);
    },
    ...(isWithoutSystem ? { isWithoutSystem } : {}),
  };
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
