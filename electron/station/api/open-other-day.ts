import { isAwakeNeeded, timelineAt } from '../../../shared/domain/awake.ts';
import type { Answer } from '../../../shared/contract/call.ts';
import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { SITE_LEADERS } from '../../../shared/domain/roles.ts';
import type { DayId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { StationCannotOpen } from '../station-cannot-open.ts';
import { fail, type Request } from './handler.ts';
import { makeLastCopy } from './last-copy.ts';
import { openCurrentDay } from './open-current-day.ts';
import { orNotSaved } from './or-not-saved.ts';
import { refuseOthers } from './room-scope.ts';
import type { StationContext } from './station-context.ts';

/**
 * 换考核日: another day of this computer becomes the one that it works on; where its key is not here it stands locked. Whoever
 * leads the open day may leave it, and not while its papers run. A day that cannot be opened leaves everything as it was.
 */
export async function openOtherDay(
  context: StationContext,
  { input, call, clock }: Request<'day.open'>,
): Promise<Answer<MethodOutput<'day.open'>>> {
  const { stationDb, day } = context;
  const before = stationDb.findCurrentDay()?.day ?? null;
  if (input.day === before) return ok({ day: input.day });
  if (!stationDb.listDays().some((entry) => entry.day === input.day)) return fail('day-unknown');
  if (day !== null) {
    const others = refuseOthers(day, call.actor, SITE_LEADERS);
    if (others !== null) return others;
    if (isAwakeNeeded(timelineAt(day.state, day.binding), clock.nowMs)) return fail('papers-running');
    await makeLastCopy(context);
  }
  return orNotSaved(context, () => {
    context.day?.close();
    context.day = null;
    context.preview = null;
    try {
      change(context, input.day);
      return ok({ day: input.day });
    } catch (thrown) {
      if (before !== null) change(context, before);
      if (!(thrown instanceof StationCannotOpen)) throw thrown;
      return fail('day-cannot-open', 'KY3', { file: thrown.file, problem: thrown.reason.code });
    }
  });
}

function change(context: StationContext, day: DayId): void {
  context.locked = null;
  context.stationDb.setCurrentDay(day);
  context.day = openCurrentDay(context);
  context.backup.forget();
}
