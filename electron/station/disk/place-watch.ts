import { statSync } from 'node:fs';

/** Nothing stands at the name any more, or something else does than what is open. */
export type PlaceTrouble = 'vanished' | 'replaced';

/** Tells whether an open database still is the file that its name leads to. */
export interface PlaceWatch {
  /** Null = all is in its place. Some microseconds; never throws. */
  trouble(): PlaceTrouble | null;
}

/** What is thrown instead of writing into a file that has lost its name; `classifyStorageError` knows it. */
export class FileOutOfPlace extends Error {
  readonly code: 'PLACE_VANISHED' | 'PLACE_REPLACED';

  constructor(trouble: PlaceTrouble) {
    super(`an open file is ${trouble}`);
    this.name = 'FileOutOfPlace';
    this.code = trouble === 'vanished' ? 'PLACE_VANISHED' : 'PLACE_REPLACED';
  }
}

/** A commit lies in the one or in the other. */
const NAMES = ['', '-wal'];

/**
 * For a database in WAL mode that has just been opened. A file that was deleted, moved, or lies on a disk that was taken
 * off the tree goes on taking writes through its open descriptor, and all of them are lost with the process: so the names
 * are asked for, by device and inode, which do not change while a file is open. Where it comes back, the same file at the
 * same name, all is well again. Windows keeps open files from being deleted or moved and gives no lasting numbers on
 * every file system: there only the name is asked for.
 */
export function watchPlace(path: string): PlaceWatch {
  const opened = NAMES.map((suffix) => identityOf(path + suffix));
  return {
    trouble() {
      for (const [index, suffix] of NAMES.entries()) {
        const found = identityOf(path + suffix);
        if (found === null) return 'vanished';
        if (found !== opened[index]) return 'replaced';
      }
      return null;
    },
  };
}

/** Throws FileOutOfPlace. */
export function assertInPlace(place: PlaceWatch): void {
  const trouble = place.trouble();
  if (trouble !== null) throw new FileOutOfPlace(trouble);
}

function identityOf(path: string): string | null {
  try {
    const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
    if (stats === undefined) return null;
    return process.platform === 'win32' ? 'there' : `${stats.dev} ${stats.ino}`;
  } catch {
    return null; // a disk that is gone answers in many ways
  }
}
