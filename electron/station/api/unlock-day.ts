import type { Answer } from '../../../shared/contract/call.ts';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { StoredEvent } from '../../../shared/contract/views.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { STATION_ITSELF, stampEvents } from '../day/stamp.ts';
import { dayKeyOf, restoreDayKey } from '../keys/day-key.ts';
import { StationCannotOpen } from '../station-cannot-open.ts';
import { fail, type Request } from './handler.ts';
import { lockDay } from './locked-day.ts';
import { openCurrentDay } from './open-current-day.ts';
import { orNotSaved } from './or-not-saved.ts';
import { tryRecoveryCode, type UsedCode } from './try-recovery-code.ts';
import { tidyRecovery } from './recovery-sheet.ts';
import type { LockedDay, StationContext } from './station-context.ts';

/**
 * Opens the locked day with a sheet's code: its key is machine-bound again, the day is open, and its record says so. A
 * wrong code changes nothing. `publish` is told once every page may ask anew.
 */
export async function unlockDay(
  context: StationContext,
  { input, elapsedMs }: Pick<Request<'day.unlock'>, 'input' | 'elapsedMs'>,
  publish: (events: readonly StoredEvent[]) => void,
): Promise<Answer<MethodOutput<'day.unlock'>>> {
  const { locked, day } = context;
  if (locked === null) return day === null ? fail('no-day', 'D1') : ok({ day: day.journal.day });
  const used = tryRecoveryCode(context, locked.record.day, { ...input, elapsedMs });
  if (!used.ok) return used;
  const stored = await orNotSaved(context, () => bringBack(context, locked, used.value));
  if (!stored.ok) return stored;
  context.health.writeTrouble = null;
  publish(stored.value);
  return ok({ day: locked.record.day });
}

/** The key is kept once it has opened the day; whatever goes wrong before or after, the day is locked as before. */
function bringBack(
  context: StationContext,
  { record, reason }: LockedDay,
  { key, sheet }: UsedCode,
): Answer<readonly StoredEvent[]> {
  const { secrets } = context.ports;
  let day: OpenDay | null = null;
  try {
    day = openCurrentDay(context, dayKeyOf(record.day, key));
    if (day !== null) {
      restoreDayKey(record.day, key, secrets);
      const stored = recordUnlocked(context, day, sheet);
      context.day = day;
      // A sheet that opens the day was plainly read from paper.
      tidyRecovery(context);
      return ok(stored);
    }
  } catch (thrown) {
    day?.close();
    lockDay(context, record, reason);
    if (!(thrown instanceof StationCannotOpen)) throw thrown;
    return fail('day-cannot-open', 'KY3', { file: thrown.file, problem: thrown.reason.code });
  }
  lockDay(context, record, reason);
  return fail('wrapped-key-unusable', 'KY1', { problem: 'other-day' });
}

function recordUnlocked(context: StationContext, day: OpenDay, sheet: string): readonly StoredEvent[] {
  const { clock } = context;
  const now = clock.read();
  const { journal } = day;
  const drafts = stampEvents(
    [{ type: 'DayUnlocked', data: { sheet }, room: null, paper: null, occurredAt: now.nowMs }],
    {
      station: journal.station,
      clock: now,
      context: STATION_ITSELF,
      fold: day.fold,
      lastHlc: journal.lastHlc(),
    },
  );
  const stored = journal.append({ command: null, drafts });
  day.remember(stored, clock.elapsed());
  return stored;
}
