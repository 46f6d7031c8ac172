import { readdir, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';

interface Drive {
  readonly path: string;
  readonly name: string;
}

/** A drive that does not answer within this time is left out: a stick that hangs must not hold up the list. */
const ANSWER_LIMIT_MS = 2000;
/** Where a Linux desktop mounts what is plugged in. */
const PLUGGED_IN = /^\/(media|run\/media|mnt)\//;
/** Not disks at all. */
const NO_DISKS = new Set(['proc', 'sysfs', 'devpts', 'cgroup2', 'overlay', 'squashfs', 'autofs', 'fuse.portal']);

/** Sticks and disks besides the one that the system runs from, by what the system calls them. Never rejects. */
export async function listDrives(platform: NodeJS.Platform = process.platform): Promise<readonly Drive[]> {
  try {
    if (platform === 'win32') return await answering(windowsLetters());
    if (platform === 'darwin') return await answering(await volumes());
    return await answering(readMounts(await readFile('/proc/self/mounts', 'utf8')));
  } catch {
    return [];
  }
}

/** The lines of /proc/self/mounts that are sticks and disks somebody plugged in. */
export function readMounts(text: string): readonly Drive[] {
  return text.split('\n').flatMap((line) => {
    const [, escaped = '', type = ''] = line.split(' ');
    if (NO_DISKS.has(type)) return [];
    // Blanks and a few others stand as octal numbers of their bytes.
    const path = escaped.replace(/(?:\\[0-7]{3})+/g, (run) =>
      Buffer.from(
        run
          .split('\\')
          .slice(1)
          .map((octal) => Number.parseInt(octal, 8)),
      ).toString('utf8'),
    );
    return PLUGGED_IN.test(`${path}/`) && path.split('/').length > 2 ? [{ path, name: basename(path) }] : [];
  });
}

/** C: is where the system is. */
function windowsLetters(): readonly Drive[] {
  return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => ({ path: `${letter}:\\`, name: `${letter}:` }));
}

async function volumes(): Promise<readonly Drive[]> {
  const names = await readdir('/Volumes');
  return names.map((name) => ({ path: `/Volumes/${name}`, name }));
}

async function answering(drives: readonly Drive[]): Promise<readonly Drive[]> {
  const answers = await Promise.all(drives.map(({ path }) => Promise.race([isFolder(path), afterLimit()])));
  return drives.filter((_, index) => answers[index] === true);
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function afterLimit(): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), ANSWER_LIMIT_MS).unref();
  });
}
