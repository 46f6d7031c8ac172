import { rmSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Answer } from '../../../shared/contract/call.ts';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { DayId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { sealedFolders } from '../backup/backup-keeper.ts';
import { BACKUP_ROOT } from '../backup/copy-folder.ts';
import type { Manifest } from '../backup/manifest.ts';
import { moveDurably } from '../files/durable-files.ts';
import { putAside } from '../files/put-aside.ts';
import { loadDayKey } from '../keys/day-key.ts';
import { readWrappedKey, wrappedKeyPath } from '../keys/wrapped-key.ts';
import { fetchInto, findCopies } from './fetch-into.ts';
import { fail, type Request } from './handler.ts';
import { journalName } from './make-day.ts';
import { openCurrentDay } from './open-current-day.ts';
import { orNotSaved } from './or-not-saved.ts';
import { kindOf, type StationContext } from './station-context.ts';

/**
 * 从备份恢复: the newest sound copy of a folder becomes this computer's current day. It opens at once where its key is here,
 * else it stands locked until the 恢复单 is typed; either way this station goes on from the copy's head in a new epoch.
 * Nothing that is here is replaced, and a crash in between leaves files that nobody opens.
 */
export async function restoreCopy(
  context: StationContext,
  { input: { folder } }: Request<'backup.restore'>,
): Promise<Answer<MethodOutput<'backup.restore'>>> {
  const { ports, stationDb } = context;
  if (context.day !== null) return fail('day-open-here');
  const manifest = (await findCopies(folder)).find((copy) => copy.folder === folder)?.manifest;
  if (manifest === undefined) return fail('copy-not-found');
  const { day } = manifest;
  if (manifest.kind !== kindOf(ports)) return fail('copy-of-other-kind');
  if (lacksWrappedKey(context, day)) return bringKey(context, folder, day);
  if (stationDb.listDays().some((entry) => entry.day === day)) return fail('day-already-here');

  const fileName = journalName(day);
  const path = join(ports.dataDir, fileName);
  const fetched = await fetchInto(folder, {
    day,
    journal: `${path}.fetched`,
    sealed: sealedFolders(ports.dataDir, day),
    wrappedKey: wrappedKeyPath(ports.dataDir, day),
  });
  if (!fetched.ok) return fetched;
  if (!canBeOpened(context, day)) {
    unlinkSync(`${path}.fetched`);
    return fail('copy-without-key');
  }
  return orNotSaved(context, () => {
    putAside(path, context.clock.read().nowMs); // what no list names: of an earlier attempt, or what could not be read
    moveDurably(`${path}.fetched`, path);
    enter(context, fetched.value, fileName);
    rememberPlace(context, folder);
    context.day = openCurrentDay(context);
    context.backup.forget();
    return ok({ day });
  });
}

/** The locked day of this computer, whose records are here and whose wrapped key is not. */
export function lacksWrappedKey({ locked, ports }: StationContext, day: DayId): boolean {
  return locked?.record.day === day && !readWrappedKey(ports.dataDir, day).ok;
}

/** Of the copy only the wrapped key is wanted; what else it holds can be taken in once the day is open. */
async function bringKey(
  context: StationContext,
  folder: string,
  day: DayId,
): Promise<Answer<MethodOutput<'backup.restore'>>> {
  const { dataDir } = context.ports;
  const journal = join(dataDir, `${journalName(day)}.fetched`);
  rmSync(wrappedKeyPath(dataDir, day), { force: true }); // a damaged one would not be replaced
  const fetched = await fetchInto(folder, { day, journal, sealed: [], wrappedKey: wrappedKeyPath(dataDir, day) });
  if (!fetched.ok) return fetched;
  unlinkSync(journal);
  return readWrappedKey(dataDir, day).ok ? ok({ day }) : fail('copy-without-key');
}

/** Here, or wrapped beside the records. */
function canBeOpened({ ports }: StationContext, day: DayId): boolean {
  return loadDayKey(day, ports.secrets).ok || readWrappedKey(ports.dataDir, day).ok;
}

/** The day in the list, and the heads that the copy was known to have: a new epoch goes on from them. */
function enter({ stationDb }: StationContext, manifest: Manifest, fileName: string): void {
  const { day, kind, title, date, at } = manifest;
  const own = manifest.heads.filter((head) => head.station === manifest.station);
  for (const { station, epoch, seq, hash } of own) stationDb.noteHead(day, { station, epoch, seq, hash });
  stationDb.addDay({ day, kind, title, date, fileName, madeAtMs: at });
}

/** The stick that the copy came from takes the next ones too, unless another is chosen. */
function rememberPlace({ stationDb }: StationContext, folder: string): void {
  const root = dirname(folder);
  if (stationDb.findSetting('backup-place') !== null || !root.endsWith(BACKUP_ROOT)) return;
  stationDb.putSetting('backup-place', dirname(root));
}
