import { join } from 'node:path';
import { lostRecords } from '../../../shared/domain/lost-records.ts';
import { ok } from '../../../shared/result.ts';
import { kindOf, type StationContext } from './station-context.ts';
import { isSealedUnder, lockDay } from './locked-day.ts';
import { openEpoch } from './go-on.ts';
import { describeSurprise } from './describe-surprise.ts';
import { listSources, openOrRecover } from './recover-journal.ts';
import { takeInFile } from './take-in-file.ts';
import { type Continuation, findContinuation } from '../journal/continuation.ts';
import { headNoter } from './note-heads.ts';
import type { Journal } from '../journal/journal.ts';
import { type DayKey, loadDayKey } from '../keys/day-key.ts';
import { createDayKeys } from '../keys/day-keys.ts';
import type { DayRecord } from '../station-db/station-db.ts';
import { StationCannotOpen } from '../station-cannot-open.ts';
import { OpenDay } from '../day/open-day.ts';

/**
 * Opens the day that the station works on, and sets the clock behind its last event; null before the first, and where its
 * key is not here and none is `given` (`context.locked` names it then). A station that has no chain in it yet (its identity
 * is new, the files are a restored copy) opens one, and one whose journal ends before a head that was noted opens a new
 * epoch; either names the head that it goes on from. Throws StationCannotOpen.
 */
export function openCurrentDay(context: StationContext, given: DayKey | null = null): OpenDay | null {
  const { ports, stationDb, clock } = context;
  const kind = kindOf(ports);
  // The journal's genesis decides; a list that says otherwise was changed by other hands.
  const stray = stationDb.listDays().find((entry) => entry.kind !== kind);
  if (stray !== undefined) throw new StationCannotOpen(stray.fileName, { code: 'kind-differs', figures: {} });
  const record = stationDb.findCurrentDay();
  if (record === null) return null;
  const key = given === null ? loadDayKey(record.day, ports.secrets) : ok(given);
  if (!key.ok) return lockDay(context, record, key.error);
  const { station } = stationDb.identity;
  const path = join(ports.dataDir, record.fileName);
  const opened = openOrRecover(context, record, { path, kind, day: record.day, station });
  if (!opened.ok) throw new StationCannotOpen(record.fileName, opened.error);
  const { journal, damaged } = opened.value;
  // Nothing is recorded under a key that opens nothing here.
  if (!isSealedUnder(journal, key.value)) {
    journal.close();
    return lockDay(context, record, 'damaged');
  }
  context.locked = null;
  const next = findContinuation(journal, station, stationDb.notedHeads(record.day));
  const lastEventAt = journal.lastEventAt() ?? lastRecordedAt(journal, next);
  // A rehearsal's clock stood still while the program was closed: it goes on after what is recorded, without doubt.
  if (lastEventAt !== null) ports.rehearsal?.jumpTo(lastEventAt);
  const day = new OpenDay(journal, createDayKeys(key.value, ports.ids), headNoter(context, record.day));
  clock.restartAfter(lastEventAt === null ? null : { lastEventAt, wallAheadMs: wallAheadOf(day) });
  if (next !== null) {
    const { epoch, seq } = next.previous;
    ports.logger.log('warn', next.isTailLost ? 'tail-lost' : 'chain-taken-over', { epoch, seq });
  }
  if (journal.ownHead() === null || next !== null) openEpoch(context, day, next?.previous ?? null);
  completeFromHere(context, day, damaged, record);
  return day;
}

/**
 * What the journal lacks may lie in this very data folder: in the file that was just put aside, and where records are known
 * to be missing, in those of earlier starts and in the copies. Nothing in them keeps the day from being opened.
 */
function completeFromHere(context: StationContext, day: OpenDay, damaged: string | null, record: DayRecord): void {
  if (damaged !== null) bring(context, day, damaged);
  const lacks = () => lostRecords(day.state.site, day.fold.heads).length > 0;
  if (!lacks()) return;
  for (const source of listSources(context, record)) {
    if (!lacks()) return;
    if (source !== damaged) bring(context, day, source);
  }
}

function bring(context: StationContext, day: OpenDay, source: string): void {
  try {
    const { stored, fault } = takeInFile(context, day, source);
    context.ports.logger.log('info', 'brought-back', { records: stored.length, fault: fault?.reason ?? 'none' });
  } catch (thrown) {
    context.ports.logger.log('error', 'not-brought-back', { message: describeSurprise(thrown) });
  }
}

/** When the one that is gone on from last recorded something: time on this computer must not lie behind it either. */
function lastRecordedAt(journal: Journal, next: Continuation | null): number | null {
  if (next === null) return null;
  const { station, epoch } = next.previous;
  return journal.chains().find(({ head }) => head.station === station && head.epoch === epoch)?.lastAt ?? null;
}

/** How far this station's wall stood ahead when two people typed an official time last; null where they believe the wall. */
function wallAheadOf({ state, journal }: OpenDay): number | null {
  const acts = state.site.common.course.clockActs;
  const last = acts.findLast((act) => act.station === journal.station && act.kind !== 'ratified');
  if (last?.kind !== 'official-time' || last.wall === null || last.after === null) return null;
  return last.wall - last.after;
}
