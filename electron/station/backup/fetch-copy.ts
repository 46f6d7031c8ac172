import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DayId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { moveDurably, PRIVATE_FILE, PRIVATE_FOLDER } from '../files/durable-files.ts';
import { classifyStorageError } from '../sqlite/storage-error.ts';
import { type Copy, listCopies } from './copy-folder.ts';
import type { Manifest } from './manifest.ts';
import { digestOf, isFaithful, WRAPPED_KEY } from './write-copy.ts';

/** Where a fetched copy's files go in a data folder. */
export interface FetchTarget {
  /** The only day that is wanted; null: whatever it is. */
  readonly day: DayId | null;
  /** The journal, under a name that nothing opens yet. */
  readonly journal: string;
  /** By the folder's name in the copy. */
  readonly sealed: readonly { readonly name: string; readonly path: string }[];
  /** Null: the key is not wanted. */
  readonly wrappedKey: string | null;
}

/** `no-sound-copy`: none in the folder is whole; `fetch-failed`: the stick cannot be read, or this disk takes nothing. */
export type FetchFault = 'no-copy' | 'other-day' | 'no-sound-copy' | 'fetch-failed';

/**
 * Brings the newest sound copy of a folder into a data folder, with its sealed files and its wrapped key; a copy that is
 * not what its manifest says is passed over for the one before. What is already there is not replaced.
 */
export function fetchCopy(folder: string, target: FetchTarget): Result<Manifest, FetchFault> {
  const listed = listCopies(folder);
  if (listed.length === 0) return err('no-copy');
  // Somebody may have put the copies of several days into one folder.
  const copies = listed.filter(({ manifest }) => target.day === null || manifest.day === target.day);
  if (copies.length === 0) return err('other-day');
  try {
    const copy = copies.find((candidate) => bringJournal(candidate, target.journal));
    if (copy === undefined) return err('no-sound-copy');
    for (const { name, path } of target.sealed) bringNewFiles(join(folder, name), path);
    const key = join(folder, WRAPPED_KEY);
    if (target.wrappedKey !== null && existsSync(key) && !existsSync(target.wrappedKey)) bring(key, target.wrappedKey);
    return ok(copy.manifest);
  } catch (thrown) {
    if (classifyStorageError(thrown) === null && !isFileError(thrown)) throw thrown;
    return err('fetch-failed');
  }
}

/** Whether it is whole: the very bytes of its manifest, and a journal that verifies up to every head that was noted. */
export function isSoundCopy({ path, manifest }: Copy): boolean {
  return digestOf(readFileSync(path)) === manifest.sha256 && isFaithful(path, manifest);
}

function bringJournal(copy: Copy, to: string): boolean {
  if (existsSync(to)) unlinkSync(to);
  bring(copy.path, to);
  if (isSoundCopy({ ...copy, path: to })) return true;
  unlinkSync(to);
  return false;
}

function bringNewFiles(from: string, to: string): void {
  if (!existsSync(from)) return;
  for (const name of readdirSync(from)) {
    const target = join(to, name);
    if (name.endsWith('.sealed') && !existsSync(target)) bring(join(from, name), target);
  }
}

function bring(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: PRIVATE_FOLDER });
  const unfinished = `${to}.part`;
  copyFileSync(from, unfinished);
  chmodSync(unfinished, PRIVATE_FILE); // a copy that was made read-only would be no journal to write in
  moveDurably(unfinished, to);
}

function isFileError(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string';
}
