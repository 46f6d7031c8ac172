import { existsSync, readdirSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { DayId, StationId } from '../../../shared/ids.ts';
import { type Manifest, readManifest } from './manifest.ts';

/** The folder on a stick or disk that holds the copies of all days and stations. Made once, when the place is chosen. */
export const BACKUP_ROOT = '监考工作站备份';

/** One copy and what its manifest says of it. */
export interface Copy {
  readonly folder: string;
  readonly path: string;
  readonly manifest: Manifest;
}

/** Where a station's copies of a day lie under a place that was chosen. */
export function copyFolder(target: string, day: DayId, station: StationId): string {
  return join(target, BACKUP_ROOT, `${day}-${station}`);
}

/** Where the latest copies of a day lie in the data folder itself: against a damaged file, not against a dead disk. */
export function localCopyFolder(dataDir: string, day: DayId): string {
  return join(dataDir, 'copies', day);
}

/** `20221119T003015123Z-41`: sorts by time, names of one folder never meet. */
export function copyName(atMs: number, records: number): string {
  return `${new Date(atMs).toISOString().replace(/[-:.]/g, '')}-${records}`;
}

/**
 * The copies in one folder, the one that reaches farthest first: the clock may have been set back between two. Unfinished
 * ones and those whose file is not as long as it says are left out.
 */
export function listCopies(folder: string): readonly Copy[] {
  return listManifests(folder).flatMap(({ manifest }) => {
    const path = join(folder, manifest.file);
    return statSync(path, { throwIfNoEntry: false })?.size === manifest.sizeBytes ? [{ folder, path, manifest }] : [];
  });
}

interface NamedManifest {
  readonly name: string;
  readonly manifest: Manifest;
}

function listManifests(folder: string): readonly NamedManifest[] {
  return namesIn(folder)
    .filter((name) => COPY_MANIFEST.test(name))
    .flatMap((name) => {
      const manifest = readManifest(join(folder, name));
      return manifest === null ? [] : [{ name, manifest }];
    })
    .toSorted((a, b) => compareReach(b.manifest, a.manifest));
}

/** By the maker's own chain, which only grows, whatever its clock does; by what came in from others next. */
function compareReach(a: Manifest, b: Manifest): number {
  const [headA, headB] = [ownHead(a), ownHead(b)];
  return headA.epoch - headB.epoch || headA.seq - headB.seq || a.records - b.records || a.at - b.at;
}

function ownHead({ station, heads }: Manifest): { readonly epoch: number; readonly seq: number } {
  const own = heads.filter((head) => head.station === station).toSorted((a, b) => a.epoch - b.epoch);
  return own.at(-1) ?? { epoch: 0, seq: 0 };
}

/** The copy folders under a place: under its root, or the place being the root or such a folder itself. */
export function listCopyFolders(place: string): readonly string[] {
  const root = existsSync(join(place, BACKUP_ROOT)) ? join(place, BACKUP_ROOT) : place;
  const inside = namesIn(root)
    .filter((name) => COPY_FOLDER.test(name))
    .map((name) => join(root, name));
  return [...inside, ...(namesIn(place).some((name) => COPY_MANIFEST.test(name)) ? [place] : [])];
}

/**
 * Keeps the `newest` copies, and of the older ones the newest of each half hour, at most `halfHours` of them, and clears
 * away what a stick that was pulled left unfinished; only files that are named as ours are touched.
 */
export function rotateCopies(folder: string, { newest, halfHours }: { newest: number; halfHours: number }): void {
  const names = listManifests(folder).map(({ name }) => name);
  const kept = new Set(names.slice(0, newest));
  const slots = new Set<string>();
  for (const name of names.slice(newest)) {
    // "20221119T0030…": hour and the first digit of the minute, in two halves.
    const slot = `${name.slice(0, 11)}${Number(name.slice(11, 12)) < 3 ? 0 : 1}`;
    if (slots.has(slot) || slots.size >= halfHours) continue;
    slots.add(slot);
    kept.add(name);
  }
  for (const name of names) {
    // The manifest first: a copy without one is an unfinished one.
    if (!kept.has(name)) unlinkSync(join(folder, name));
  }
  clearUnfinished(folder);
}

/** Copies without a manifest, and files that were being written: none of them counts, all of them take room. */
export function clearUnfinished(folder: string): void {
  const names = namesIn(folder);
  const whole = new Set(names.filter((name) => COPY_MANIFEST.test(name)));
  for (const name of names) {
    const isWithout = COPY_JOURNAL.test(name) && !whole.has(name.replace(/journal$/, 'json'));
    if (isWithout || UNFINISHED.test(name)) rmSync(join(folder, name), { force: true });
  }
}

const COPY_MANIFEST = /^\d{8}T\d{9}Z-\d+\.json$/;
const COPY_JOURNAL = /^\d{8}T\d{9}Z-\d+\.journal$/;
const UNFINISHED = /^(\d{8}T\d{9}Z-\d+\.(journal|json)|day-key\.wrapped)\.part$/;
const COPY_FOLDER = /^[0-9a-f]{32}-[0-9a-f]{16}$/;

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
