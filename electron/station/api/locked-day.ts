import type { LockedDayView } from '../../../shared/contract/views.ts';
import type { OpenDay } from '../day/open-day.ts';
import type { Journal } from '../journal/journal.ts';
import { type DayKey, destroyDayKey } from '../keys/day-key.ts';
import { forgetSheetSecret } from '../keys/sheet-secret.ts';
import { readWrappedKey } from '../keys/wrapped-key.ts';
import type { DayRecord } from '../station-db/station-db.ts';
import type { StationContext } from './station-context.ts';

/** The chief, whose name is sealed, is enlisted in a day's first commit, with its making. */
const FIRST_EVENTS = 8;

/** The day's records stay closed until its key is brought back; answers null, as `openCurrentDay` does then. */
export function lockDay(context: StationContext, record: DayRecord, reason: LockedDayView['reason']): null {
  context.locked = { record, reason };
  context.ports.logger.log('warn', 'day-locked', { reason });
  return null;
}

/** Whether this is the key of the journal's boxes; a journal without any box is anybody's. */
export function isSealedUnder(journal: Pick<Journal, 'readSince'>, { keyId }: Pick<DayKey, 'keyId'>): boolean {
  const chief = journal.readSince(0, FIRST_EVENTS).find(({ event }) => event.type === 'StaffEnlisted')?.event;
  return chief?.type !== 'StaffEnlisted' || chief.data.person.keyId === keyId;
}

/** 锁存 that a crash cut short after its record: the key goes now, as the record says. */
export function finishLocking(context: StationContext): void {
  const { day } = context;
  if (day !== null && day.state.site.keys.locked[day.journal.station] !== undefined) closeAndLock(context, day);
}

/** The day closes here and its key is destroyed: only the wrapped one stays. */
export function closeAndLock(context: StationContext, day: OpenDay): void {
  const { ports, stationDb } = context;
  const record = stationDb.listDays().find((entry) => entry.day === day.journal.day);
  if (record === undefined) throw new Error('an open day stands in no list');
  day.close();
  context.day = null;
  context.preview = null;
  lockDay(context, record, 'locked');
  destroyDayKey(record.day, ports.secrets);
  forgetSheetSecret(record.day, ports.secrets);
}

/** What the first screen says of a day that is locked; null where none is. */
export function lockedView({ locked, ports }: StationContext): LockedDayView | null {
  if (locked === null) return null;
  const wrapped = readWrappedKey(ports.dataDir, locked.record.day);
  return {
    reason: locked.reason,
    wrapped: wrapped.ok ? 'present' : wrapped.error,
    sheets: wrapped.ok ? wrapped.value.wraps.map(({ sheet }) => sheet) : [],
  };
}
