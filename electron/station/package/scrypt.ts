import { scrypt } from 'node:crypto';
import type { ScryptFigures } from '../../../shared/domain/package-events.ts';

const KEY_BYTES = 32;

/** 32 bytes of a short secret and its salt, slowly, off the main thread. Takes 128 × n × r bytes while it runs. */
export function deriveSlowly(secret: Uint8Array, salt: Uint8Array, { n, r, p }: ScryptFigures): Promise<Buffer> {
  const memory = 128 * n * r * 2; // twice what it takes: the limit is of what it may take
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, KEY_BYTES, { N: n, r, p, maxmem: memory }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
