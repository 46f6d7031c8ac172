import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { err, ok, type Result } from '../../../shared/result.ts';
import { moveDurably, PRIVATE_FOLDER, replaceFileDurably } from '../files/durable-files.ts';
import { type Anchor, isOutside } from '../journal/check-anchor.ts';
import { verifyJournalFile } from '../journal/verify-file.ts';
import { classifyStorageError } from '../sqlite/storage-error.ts';
import { BACKUP_ROOT, clearUnfinished, rotateCopies } from './copy-folder.ts';
import type { Manifest } from './manifest.ts';

/** What is to be made of a raw copy of the journal. */
export interface CopyOrder {
  /** The raw copy in the data folder; it is moved away. */
  readonly rawPath: string;
  /** Name of the copy without its ending. */
  readonly name: string;
  /** All but what is found out here. */
  readonly manifest: Omit<Manifest, 'file' | 'sizeBytes' | 'sha256'>;
  readonly localFolder: string;
  /** The chosen place and the folder in it; null where none is chosen. */
  readonly outside: { readonly place: string; readonly folder: string } | null;
  /** Folders of sealed files (photos, papers) that belong to the day: their name in the copy, and where they lie. */
  readonly sealed: readonly { readonly name: string; readonly path: string }[];
  /** The wrapped key's file; there may be none. */
  readonly wrappedKey: string;
}

/**
 * Why a copy is not there: `place-away` the stick was pulled; `copy-unsound` the journal's own file may be damaged;
 * `copies-no-room` the data folder's own disk is short of room; `backup-full` the chosen place is.
 */
export type CopyFault =
  | 'place-away'
  | 'copy-unsound'
  | 'copies-no-room'
  | 'backup-full'
  | 'backup-not-writable'
  | 'backup-failed';

/** Name of the wrapped key in a folder of copies. */
export const WRAPPED_KEY = 'day-key.wrapped';
const LOCAL = { newest: 2, halfHours: 0 };
const OUTSIDE = { newest: 5, halfHours: 24 };

/**
 * Checks a raw copy, keeps it in the data folder, and writes it to the chosen place: each file whole or not at all, read
 * back, its manifest last. What was there before goes only after the new one stands. The key is never among it.
 */
export function writeCopy(order: CopyOrder): Result<Manifest, CopyFault> {
  try {
    const kept = keepOrDiscard(order);
    if (!kept.ok) return kept;
    const manifest = kept.value;
    if (order.outside === null) return ok(manifest);
    // Made only when the place is chosen: an empty mount point must not be filled instead of the stick.
    if (!existsSync(join(order.outside.place, BACKUP_ROOT))) return err('place-away');
    writeOutside(order, order.outside.folder, manifest);
    return ok(manifest);
  } catch (thrown) {
    return err(faultOf(thrown));
  }
}

/** On a full disk nothing half made stays: the journal needs the room. */
function keepOrDiscard(order: CopyOrder): Result<Manifest, CopyFault> {
  try {
    const manifest = keepLocally(order);
    return manifest === null ? err('copy-unsound') : ok(manifest);
  } catch (thrown) {
    if (classifyStorageError(thrown) !== 'disk-full') throw thrown;
    clearUnfinished(order.localFolder);
    return err('copies-no-room');
  }
}

function keepLocally({ rawPath, name, manifest, localFolder }: CopyOrder): Manifest | null {
  asPlainFile(rawPath);
  if (!isFaithful(rawPath, manifest)) {
    unlinkSync(rawPath);
    return null;
  }
  const bytes = readFileSync(rawPath);
  const whole: Manifest = { ...manifest, file: `${name}.journal`, sizeBytes: bytes.length, sha256: digestOf(bytes) };
  mkdirSync(localFolder, { recursive: true, mode: PRIVATE_FOLDER });
  moveDurably(rawPath, join(localFolder, whole.file));
  writeManifest(localFolder, name, whole);
  rotateCopies(localFolder, LOCAL);
  return whole;
}

function writeOutside(order: CopyOrder, folder: string, manifest: Manifest): void {
  mkdirSync(folder, { recursive: true });
  clearUnfinished(folder);
  try {
    writeFiles(order, folder, manifest);
  } catch (thrown) {
    if (classifyStorageError(thrown) !== 'disk-full') throw thrown;
    // Full of our own earlier copies, maybe: a new copy is worth more than those.
    rotateCopies(folder, { newest: 1, halfHours: 0 });
    writeFiles(order, folder, manifest);
  }
}

function writeFiles({ name, localFolder, sealed, wrappedKey }: CopyOrder, folder: string, manifest: Manifest): void {
  if (existsSync(wrappedKey)) copyWhole(wrappedKey, join(folder, WRAPPED_KEY));
  const copied = join(folder, manifest.file);
  copyWhole(join(localFolder, manifest.file), copied);
  if (digestOf(readFileSync(copied)) !== manifest.sha256) {
    unlinkSync(copied);
    throw new Error('what was written is not what is read');
  }
  writeManifest(folder, name, manifest);
  rotateCopies(folder, OUTSIDE);
  // The photos last: of a stick that they do not fit on, or that is pulled or slow meanwhile, the records still come back.
  for (const { name: sub, path } of sealed) copyNewFiles(path, join(folder, sub));
}

/** One file without a log beside it, so that it can be carried and opened where nothing may be written. */
function asPlainFile(path: string): void {
  const db = new Database(path, { fileMustExist: true });
  try {
    db.pragma('locking_mode = EXCLUSIVE'); // its index in memory: a file more would be room more
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}

/** Sealed files never change under their names: what is there with the same length is there. */
function copyNewFiles(from: string, to: string): void {
  if (!existsSync(from)) return;
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (!name.endsWith('.sealed')) continue;
    const [source, target] = [join(from, name), join(to, name)];
    if (statSync(target, { throwIfNoEntry: false })?.size !== statSync(source).size) copyWhole(source, target);
  }
}

function copyWhole(from: string, to: string): void {
  const unfinished = `${to}.part`;
  try {
    copyFileSync(from, unfinished);
    moveDurably(unfinished, to);
  } catch (thrown) {
    discard(unfinished);
    throw thrown;
  }
}

/** Half a file would only hold the room that a full stick lacks; what the copying failed with is what counts. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The stick is gone: the next copy clears it away.
  }
}

function writeManifest(folder: string, name: string, manifest: Manifest): void {
  const path = join(folder, `${name}.json`);
  replaceFileDurably(path, `${path}.part`, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`, 'utf8'));
}

/**
 * Whether a journal agrees with itself and reaches every head that was noted of it. What its own records say of heads
 * that it lacks is no fault of the copy: a journal that has lost a tail is copied as it is.
 */
export function isFaithful(path: string, { day, kind, heads }: Pick<Manifest, 'day' | 'kind' | 'heads'>): boolean {
  const anchors = heads.map(
    ({ station, ...head }): Anchor => ({ source: 'backup', day, kind, chain: { station }, ...head }),
  );
  const verified = verifyJournalFile(path, { kind, day, anchors });
  if (!verified.ok) return false;
  const { genesisFault, firstBad, missingArrivals, anchors: checked } = verified.value;
  if (genesisFault !== null || firstBad !== null || missingArrivals > 0) return false;
  return checked.every(({ anchor, finding }) => finding === 'holds' || !isOutside(anchor));
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function faultOf(thrown: unknown): CopyFault {
  if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return 'place-away';
  const code = classifyStorageError(thrown);
  if (code === 'disk-full') return 'backup-full';
  return code === 'not-writable' ? 'backup-not-writable' : 'backup-failed';
}
