import { join } from 'node:path';
import { kindOf, type StationContext } from './station-context.ts';
import { chainOpened } from './make-day.ts';
import { findLostTail } from '../journal/lost-tail.ts';
import { headNoter } from './note-heads.ts';
import { openJournal } from '../journal/journal-file.ts';
import { loadDayKey } from '../keys/day-key.ts';
import { createDayKeys } from '../keys/day-keys.ts';
import { StationCannotOpen } from '../station-cannot-open.ts';
import { OpenDay } from '../day/open-day.ts';
import { stampEvents } from '../day/stamp.ts';

/**
 * Opens the day that the station works on, null before the first, and sets the clock behind its last event. A station
 * that has no chain in it yet (its identity is new) opens one, and one whose journal ends before a head that was noted
 * opens a new epoch, which names that head. Throws StationCannotOpen.
 */
export function openCurrentDay(context: StationContext): OpenDay | null {
  const { ports, stationDb, clock } = context;
  const kind = kindOf(ports);
  // The journal's genesis decides; a list that says otherwise was changed by other hands.
  const stray = stationDb.listDays().find((entry) => entry.kind !== kind);
  if (stray !== undefined) throw new StationCannotOpen(stray.fileName, { code: 'kind-differs', figures: {} });
  const record = stationDb.findCurrentDay();
  if (record === null) return null;
  const key = loadDayKey(record.day, ports.secrets);
  if (!key.ok) throw new StationCannotOpen(record.fileName, { code: `key-${key.error}`, figures: {} });
  const { station } = stationDb.identity;
  const path = join(ports.dataDir, record.fileName);
  const journal = openJournal({ path, kind, day: record.day, station });
  if (!journal.ok) throw new StationCannotOpen(record.fileName, journal.error);
  const lastEventAt = journal.value.lastEventAt();
  // A rehearsal's clock stood still while the program was closed: it goes on after what is recorded, without doubt.
  if (lastEventAt !== null) ports.rehearsal?.jumpTo(lastEventAt);
  const day = new OpenDay(journal.value, createDayKeys(key.value, ports.ids), headNoter(context, record.day));
  clock.restartAfter(lastEventAt === null ? null : { lastEventAt, wallAheadMs: wallAheadOf(day) });
  const lost = findLostTail(journal.value, station, stationDb.notedHeads(record.day));
  if (lost !== null) ports.logger.log('warn', 'tail-lost', { epoch: lost.epoch, seq: lost.seq });
  if (journal.value.ownHead() === null || lost !== null) {
    const now = clock.read();
    const drafts = stampEvents([chainOpened(context, { clock: now }, lost)], {
      station,
      clock: now,
      context: { actor: null, second: null, reason: null },
      fold: day.fold,
      lastHlc: journal.value.lastHlc(),
    });
    day.remember(journal.value.append({ command: null, drafts }), clock.elapsed());
  }
  return day;
}

/** How far this station's wall stood ahead when two people typed an official time last; null where they believe the wall. */
function wallAheadOf({ state, journal }: OpenDay): number | null {
  const acts = state.site.common.course.clockActs;
  const last = acts.findLast((act) => act.station === journal.station && act.kind !== 'ratified');
  if (last?.kind !== 'official-time' || last.wall === null || last.after === null) return null;
  return last.wall - last.after;
}
