import { execFileSync, spawnSync } from 'node:child_process';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of the test's own, that can be filled, taken off the tree, and put back. */
export interface SmallDisk {
  /** Where it is mounted. */
  readonly path: string;
  end(): void;
}

/** Mounts a disk in memory under `parentDir`; whoever does it ends it. Only where `whyNoMounts` is null. */
export function mountSmallDisk(sizeBytes: number, parentDir = tmpdir()): SmallDisk {
  const path = mkdtempSync(join(parentDir, 'proctor-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeBytes},mode=0700`, 'proctor-test', path]);
  return {
    path,
    end() {
      spawnSync('umount', ['-l', path]); // it may be off already
      rmSync(path, { recursive: true, force: true });
    },
  };
}

let why: string | null | undefined;

/** Why no disk can be mounted here, null where it can: it takes Linux and its superuser. */
export function whyNoMounts(): string | null {
  if (why !== undefined) return why;
  if (process.platform !== 'linux') why = 'mounting a small disk takes Linux';
  else if (process.getuid?.() !== 0) why = 'mounting a small disk takes the superuser';
  else why = tryMounting();
  return why;
}

function tryMounting(): string | null {
  try {
    mountSmallDisk(1_000_000).end();
    return null;
  } catch {
    return 'this container lets nobody mount a small disk';
  }
}

const FILLER = 'filler';
const CHUNK = Buffer.alloc(1_000_000);

/** Fills the disk with a file, so that this much stays free. */
export function fillDisk(path: string, freeBytes: number): void {
  mkdirSync(path, { recursive: true });
  const file = openSync(join(path, FILLER), 'w');
  try {
    let sizeBytes = 0;
    for (;;) {
      const { bavail, bsize } = statfsSync(path);
      const missing = bavail * bsize - freeBytes;
      if (missing <= 0) break;
      sizeBytes += writeSync(file, CHUNK, 0, Math.min(CHUNK.length, missing), sizeBytes);
    }
    ftruncateSync(file, sizeBytes);
  } finally {
    closeSync(file);
  }
}

/** Gives the room back. */
export function emptyDisk(path: string): void {
  rmSync(join(path, FILLER), { force: true });
}

/** A disk with a file system that can be damaged, in a file of `parentDir`; as `mountSmallDisk` otherwise. */
export function mountDamageableDisk(parentDir: string): SmallDisk & {
  /** From now on the file refuses to be written, and no more when false. */
  setImmutable(path: string, isImmutable: boolean): void;
  /** As after a fault of the disk: the whole file system is read-only until it is mounted anew. */
  abort(): void;
  /** Nothing on it may be open. */
  remount(): void;
} {
  const image = join(parentDir, 'disk.img');
  const path = join(parentDir, 'disk');
  mkdirSync(path);
  writeFileSync(image, '');
  truncateSync(image, 32_000_000);
  execFileSync('mkfs.ext4', ['-q', '-F', image]);
  execFileSync('mount', ['-o', 'loop', image, path]);
  return {
    path,
    setImmutable: (file, isImmutable) => void execFileSync('chattr', [isImmutable ? '+i' : '-i', file]),
    abort: () => void execFileSync('mount', ['-o', 'remount,abort', path]),
    remount() {
      execFileSync('umount', [path]);
      execFileSync('mount', ['-o', 'loop', image, path]);
    },
    end: () => void spawnSync('umount', ['-l', path]),
  };
}

/** Why no such disk can be made here; null where it can. */
export function whyNoDamage(): string | null {
  if (whyNoMounts() !== null) return whyNoMounts();
  const folder = mkdtempSync(join(tmpdir(), 'proctor-disk-'));
  try {
    const disk = mountDamageableDisk(folder);
    disk.setImmutable(disk.path, true);
    disk.setImmutable(disk.path, false);
    disk.end();
    return null;
  } catch {
    return 'this container lets nobody mount a file system from a file';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
