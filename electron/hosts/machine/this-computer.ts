import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { cpus, hostname, uptime } from 'node:os';
import type { Ports } from '../../station/ports.ts';

/** What the operating system says of its own running: on Linux by the name that the kernel gives each start. */
export function createBootReader(): NonNullable<Ports['boot']> {
  const id = readLine('/proc/sys/kernel/random/boot_id');
  const computer = nameOfComputer();
  return () => ({ computer, id, uptimeMs: Math.round(uptime() * 1000) });
}

/** The free space that this user may write into, of the disk that the folder lies on. */
export function createSpaceReader(dataDir: string): Ports['freeBytes'] {
  return async () => {
    const { bavail, bsize } = await statfs(dataDir);
    return bavail * bsize;
  };
}

/**
 * The same at each start, another one on most other computers; a hash, for the name of a computer may be a person's. Not
 * the network cards: they come and go with the cable. Cloned lab computers with one name look alike.
 */
function nameOfComputer(): string {
  const processors = cpus();
  const parts = [hostname(), readLine('/etc/machine-id'), processors[0]?.model ?? '', processors.length];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

/** Null where there is no such file: it is a Linux one. */
function readLine(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim() || null;
  } catch {
    return null;
  }
}
