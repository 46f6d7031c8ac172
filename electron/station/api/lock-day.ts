import { sheetOfStation } from '../../../shared/domain/key-state.ts';
import { ok } from '../../../shared/result.ts';
import { readWrappedKey } from '../keys/wrapped-key.ts';
import { describeSurprise } from './describe-surprise.ts';
import { type CommandHandler, fail, receiptOf } from './handler.ts';
import { closeAndLock } from './locked-day.ts';
import { makeLastCopy } from './last-copy.ts';
import { refuseRole } from './room-scope.ts';

/**
 * 锁存考核日. The last records go into a copy first: a day that is locked makes no more of them. The record comes before the
 * rest: a crash before the key is gone is made up for at the next start. The key goes only where the wrapped one lies that
 * the sheet opens.
 */
export const lockCurrentDay: CommandHandler<'day.lock'> = {
  async prepare(context, day, { input, call }) {
    const early = refuseRole(day, call.actor, 'lockDay');
    if (early !== null) return early;
    const { ports } = context;
    const { journal, state } = day;
    const sheet = sheetOfStation(state.site.keys, journal.station);
    const wrapped = readWrappedKey(ports.dataDir, journal.day);
    const isThere = wrapped.ok && wrapped.value.wraps.some((wrap) => wrap.sheet === sheet?.sheet);
    // Without a sheet that was typed back the rules refuse it, in words of their own.
    if (sheet !== null && sheet.checkedAt !== null && !isThere) {
      return fail('wrapped-key-unusable', 'KY3', { problem: wrapped.ok ? 'other-day' : wrapped.error });
    }
    if (isThere) await makeLastCopy(context);
    return ok({ type: 'lockDay', station: journal.station, acceptsOpenPapers: input.acceptsOpenPapers });
  },
  carriedOut(context) {
    if (context.day === null) return;
    try {
      closeAndLock(context, context.day);
    } catch (thrown) {
      context.ports.logger.log('error', 'key-not-destroyed', { message: describeSurprise(thrown) });
    }
  },
  answer: (events) => receiptOf(events),
};
