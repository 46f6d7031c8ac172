import { existsSync, mkdirSync, realpathSync, rmSync, statfsSync, statSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { replaceFileDurably } from '../files/durable-files.ts';
import { classifyStorageError } from '../sqlite/storage-error.ts';
import { BACKUP_ROOT } from './copy-folder.ts';

/** Below this much room a place is no place for copies. */
const LEAST_FREE_BYTES = 100 * 1024 * 1024;

export interface Room {
  readonly freeBytes: number;
  /** Whether a folder of copies is there already. */
  readonly hasCopies: boolean;
}

/** What a stick or disk offers; null where it was pulled in this very moment. */
export function findRoom(path: string): Room | null {
  try {
    const { bavail, bsize } = statfsSync(path);
    return { freeBytes: bavail * bsize, hasCopies: isFolder(join(path, BACKUP_ROOT)) };
  } catch {
    return null;
  }
}

export type PlaceFault = 'not-a-folder' | 'in-data-folder' | 'too-full' | 'not-writable' | 'not-usable';

/** Makes the folder of copies there, which later says that it is this very stick; null where that worked. */
export function preparePlace(place: string, dataDir: string): PlaceFault | null {
  if (!isAbsolute(place) || !isFolder(place)) return 'not-a-folder';
  try {
    const inside = relative(realpathSync(dataDir), realpathSync(place));
    // Beside the records it would go with them.
    if (inside === '' || (!inside.startsWith('..') && !isAbsolute(inside))) return 'in-data-folder';
    if ((findRoom(place)?.freeBytes ?? 0) < LEAST_FREE_BYTES) return 'too-full';
    mkdirSync(join(place, BACKUP_ROOT), { recursive: true });
    const probe = join(place, BACKUP_ROOT, 'probe');
    replaceFileDurably(probe, `${probe}.part`, Buffer.from('proctor-station'));
    rmSync(probe);
    return null;
  } catch (thrown) {
    const code = classifyStorageError(thrown);
    return code === 'disk-full' ? 'too-full' : code === 'not-writable' ? 'not-writable' : 'not-usable';
  }
}

/** `another`: a place for copies, but without this one: the stick was changed, or emptied. */
export type Presence = 'here' | 'another' | 'away';

/** Whether the copy that was made last is still there. */
export function findPresence(place: string, copyPath: string): Presence {
  if (existsSync(copyPath)) return 'here';
  return isFolder(join(place, BACKUP_ROOT)) ? 'another' : 'away';
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
