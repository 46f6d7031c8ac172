import { ok } from '../../../shared/result.ts';
import { describeSurprise } from './describe-surprise.ts';
import { fail, type QueryHandler } from './handler.ts';

/** 演练: the host opens it beside this station. */
export const openRehearsal: QueryHandler<'rehearsal.open'> = async ({ ports }) => {
  if (ports.openRehearsal === null) return fail('rehearsal-unavailable');
  try {
    return ok(await ports.openRehearsal());
  } catch (thrown) {
    ports.logger.log('error', 'rehearsal-not-opened', { message: describeSurprise(thrown) });
    return fail('rehearsal-unavailable');
  }
};

/**
 * Sets how fast a rehearsal's exam clock runs and where it goes on from. Until a day is made any instant may be its
 * start; from then on time goes forward only, because what is recorded has its place in it.
 */
export const setRehearsalClock: QueryHandler<'rehearsal.setClock'> = ({ ports, clock, day }, { input }) => {
  const { rehearsal } = ports;
  if (rehearsal === null) return fail('not-a-rehearsal');
  const { rate, jumpTo } = input;
  if (jumpTo !== null && day === null) {
    rehearsal.startAt(jumpTo);
    clock.restartAfter(null);
  } else if (jumpTo !== null && !rehearsal.jumpTo(jumpTo)) {
    return fail('clock-only-forward');
  }
  rehearsal.setRate(rate);
  return ok(clock.tell());
};
