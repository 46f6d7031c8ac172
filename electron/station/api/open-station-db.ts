import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '../../../shared/domain/events.ts';
import { err, type Result } from '../../../shared/result.ts';
import { listCopies, localCopyFolder } from '../backup/copy-folder.ts';
import { putAside } from '../files/put-aside.ts';
import { openForeignFile } from '../journal/foreign-file.ts';
import type { Ports } from '../ports.ts';
import { type StorageError, storageError } from '../sqlite/storage-error.ts';
import { type DayRecord, openStationDb, type StationDb } from '../station-db/station-db.ts';
import { DAYS_DIR, journalName } from './make-day.ts';
import { kindOf } from './station-context.ts';

/**
 * Opens the station's file. One that is damaged is put aside, and one that is gone is made anew: who the station is stands
 * in its secret, its days in their journals, how far they were known in their copies; only settings are lost. A damaged
 * file beside no day at all is left as it is, for it may be anybody's.
 */
export function openOrRebuild(ports: Ports, nowMs: number): Result<StationDb, StorageError<string>> {
  const path = join(ports.dataDir, 'station.db');
  const options = { path, kind: kindOf(ports), nowMs, ids: ports.ids, secrets: ports.secrets };
  const isThere = existsSync(path);
  const opened = isThere ? openStationDb(options) : null;
  if (opened?.ok === true) return opened;
  const isDamaged = opened?.error.code === 'corrupt' || opened?.error.code === 'foreign-file';
  if (opened !== null && !isDamaged) return opened;
  const days = findDays(ports);
  if (opened !== null && days.length === 0) return opened;
  if (days.some(({ kind }) => kind !== options.kind)) return err(storageError('kind-differs'));
  if (isThere) putAside(path, nowMs);
  const made = openStationDb(options);
  if (!made.ok) return made;
  for (const day of days) adopt(made.value, ports, day);
  if (days.length > 0) ports.logger.log('warn', 'station-file-rebuilt', { days: days.length });
  return made;
}

/** The days whose journals lie in the data folder and can be read, the one made last at the end. */
function findDays({ dataDir }: Pick<Ports, 'dataDir'>): readonly DayRecord[] {
  const folder = join(dataDir, DAYS_DIR);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.journal'))
    .flatMap((name) => readDay(join(folder, name)) ?? [])
    .toSorted((a, b) => a.madeAtMs - b.madeAtMs);
}

/** What a journal says of its own day; null where it cannot be read, or its making was cut short. */
function readDay(path: string): DayRecord | null {
  const opened = openForeignFile(path);
  if (!opened.ok) return null;
  const { day, kind } = opened.value;
  try {
    for (const { bytes } of opened.value.rows()) {
      const event = JSON.parse(Buffer.from(bytes).toString('utf8')) as Event; // this program wrote it
      if (event.type !== 'DayMade') continue;
      const { title, date } = event.data;
      return { day, kind, title, date, fileName: journalName(day), madeAtMs: event.at };
    }
    return null;
  } finally {
    opened.value.close();
  }
}

function adopt(db: StationDb, { dataDir }: Ports, day: DayRecord): void {
  for (const { manifest } of listCopies(localCopyFolder(dataDir, day.day))) {
    for (const { station, epoch, seq, hash } of manifest.heads.filter((head) => head.station === manifest.station)) {
      db.noteHead(day.day, { station, epoch, seq, hash });
    }
  }
  db.addDay(day);
}
