import { closeSync, fsyncSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Mode of a file that only this user may read and write. */
export const PRIVATE_FILE = 0o600;
/** Mode of a folder that only this user may enter. */
export const PRIVATE_FOLDER = 0o700;

/** Makes an empty private file; throws EEXIST when it is there. */
export function createPrivateFile(path: string): void {
  closeSync(openSync(path, 'wx', PRIVATE_FILE));
}

/**
 * Writes a private file so that after a power cut either the old or the whole new content is there. `tempPath` is in the
 * same folder; what stands there is lost.
 */
export function replaceFileDurably(path: string, tempPath: string, content: Uint8Array): void {
  const file = openSync(tempPath, 'w', PRIVATE_FILE);
  try {
    for (let done = 0; done < content.length; ) done += writeSync(file, content, done);
    fsyncSync(file);
  } catch (thrown) {
    discard(tempPath);
    throw thrown;
  } finally {
    closeSync(file);
  }
  renameSync(tempPath, path);
  syncFolder(dirname(path));
}

/** Half a file would only hold the room that a full disk lacks; what the write failed with is what counts. */
function discard(tempPath: string): void {
  try {
    unlinkSync(tempPath);
  } catch {
    // The next write to this name begins it anew.
  }
}

/** Moves a finished file to its place: its content first, then its name, on disk when it returns. */
export function moveDurably(fromPath: string, toPath: string): void {
  syncFile(fromPath);
  renameSync(fromPath, toPath);
  syncFolder(dirname(toPath));
}

/**
 * Never for a database that this process has open: closing any descriptor of a file drops all POSIX locks that the
 * process holds on it, SQLite's too.
 */
function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the names in a folder durable; where folders cannot be opened (Windows) the file system does it itself. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
