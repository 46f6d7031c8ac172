import { chmodSync, copyFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DayId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { type Copy, listCopies, listCopyFolders, localCopyFolder } from '../backup/copy-folder.ts';
import { isSoundCopy } from '../backup/fetch-copy.ts';
import { moveDurably, PRIVATE_FILE } from '../files/durable-files.ts';
import { putAside } from '../files/put-aside.ts';
import { findDamage } from '../journal/find-damage.ts';
import { type JournalError, JournalReadError } from '../journal/journal-errors.ts';
import type { Journal } from '../journal/journal.ts';
import { openJournal, type OpenJournalOptions } from '../journal/journal-file.ts';
import { storageError } from '../sqlite/storage-error.ts';
import type { DayRecord } from '../station-db/station-db.ts';
import type { StationContext } from './station-context.ts';

/** Faults that no second try mends: the file itself is not what it was. */
const BEYOND_REPAIR = new Set(['corrupt', 'foreign-file', 'missing']);

export interface OpenedJournal {
  readonly journal: Journal;
  /** The file that was put aside and may still give some of what the copy lacks; null where none was. */
  readonly damaged: string | null;
}

/**
 * Opens a day's journal. A file that is damaged or gone is put aside under another name and the newest sound copy takes its
 * place, from the data folder or the chosen place; without a copy nothing is changed: what can still be read is worked
 * with, else the fault is answered. What the copy lacks shows by the heads that were noted. Throws what the disk says while
 * it is put in place.
 */
export function openOrRecover(
  context: StationContext,
  record: DayRecord,
  options: OpenJournalOptions,
): Result<OpenedJournal, JournalError> {
  const opened = openJournal(options);
  if (!opened.ok) {
    const copy = BEYOND_REPAIR.has(opened.error.code) ? findNewestCopy(context, record) : null;
    return copy === null ? opened : replaceBy(context, copy, { options, reason: opened.error.code });
  }
  const journal = opened.value;
  const damage = findDamage(journal);
  if (damage === null) return ok({ journal, damaged: null });
  const copy = findNewestCopy(context, record);
  if (copy === null && isReadable(journal)) {
    context.health.file = 'file-damaged';
    context.ports.logger.log('error', 'journal-damaged', { ...damage });
    return ok({ journal, damaged: null });
  }
  journal.close();
  const fault = storageError('corrupt', { ...damage });
  return copy === null ? err(fault) : replaceBy(context, copy, { options, reason: fault.code });
}

function replaceBy(
  { clock, ports, health }: StationContext,
  copy: Copy,
  { options, reason }: { readonly options: OpenJournalOptions; readonly reason: string },
): Result<OpenedJournal, JournalError> {
  const { path } = options;
  const damaged = putAside(path, clock.read().nowMs);
  const unfinished = `${path}.new`;
  copyFileSync(copy.path, unfinished);
  chmodSync(unfinished, PRIVATE_FILE);
  moveDurably(unfinished, path);
  health.file = 'file-recovered';
  ports.logger.log('warn', 'journal-recovered', { reason, records: copy.manifest.records });
  const again = openJournal(options);
  return again.ok ? ok({ journal: again.value, damaged }) : again;
}

/** Files that may still give what a day's journal lacks: those put aside, the newest first, and the copies beside it. */
export function listSources({ ports }: Pick<StationContext, 'ports'>, { day, fileName }: DayRecord): readonly string[] {
  const path = join(ports.dataDir, fileName);
  const aside = readdirSync(dirname(path))
    .filter((name) => name.startsWith(`${basename(path)}.damaged-`) && /\d$/.test(name))
    .toSorted()
    .toReversed()
    .map((name) => join(dirname(path), name));
  return [...aside, ...listCopies(localCopyFolder(ports.dataDir, day)).map((copy) => copy.path)];
}

function isReadable(journal: Journal): boolean {
  try {
    journal.readSince(0, journal.lastArrival);
    return true;
  } catch (thrown) {
    if (thrown instanceof JournalReadError) return false;
    throw thrown;
  }
}

/** Of this day, sound, and reaching farthest; the chosen place is only asked where the data folder's newest is no good. */
function findNewestCopy({ ports, stationDb }: StationContext, { day }: DayRecord): Copy | null {
  const local = copiesIn([localCopyFolder(ports.dataDir, day)], day);
  const [newest] = local;
  if (newest !== undefined && isSoundCopy(newest)) return newest;
  const place = stationDb.findSetting('backup-place');
  const outside = place === null ? [] : copiesIn(listCopyFolders(place), day);
  return [...local.slice(1), ...outside].toSorted(compareRecords).find(isSoundCopy) ?? null;
}

function copiesIn(folders: readonly string[], day: DayId): readonly Copy[] {
  return folders
    .flatMap(listCopies)
    .filter(({ manifest }) => manifest.day === day)
    .toSorted(compareRecords);
}

function compareRecords({ manifest: a }: Copy, { manifest: b }: Copy): number {
  return b.records - a.records || b.at - a.at;
}
