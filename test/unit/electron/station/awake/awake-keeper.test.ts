import { describe, expect, it } from 'vitest';
import { createAwakeKeeper } from '../../../../../electron/station/awake/awake-keeper.ts';
import { someRules, someTimeline } from '../../../../support/a-day.ts';
import { at } from '../../../../support/sim-station.ts';
import { createTestLogger } from '../../../../support/test-logger.ts';

const TIMELINE = someTimeline(someRules('R2022').values);

/** A host that writes down what it is told. */
function aHost(keepAwake: ((isNeeded: boolean) => void) | null = null) {
  const told: boolean[] = [];
  const logger = createTestLogger();
  const keeper = createAwakeKeeper({ keepAwake: keepAwake ?? ((isNeeded) => void told.push(isNeeded)), logger });
  return { keeper, told, logger };
}

describe('the station tells its host when to stay awake', () => {
  it('[AL4] at the changes alone: from the first sheet, until the last end', () => {
    const { keeper, told } = aHost();
    keeper.look(null, at('07:29'));
    keeper.look(TIMELINE, at('07:29'));
    expect(told).toEqual([]);
    for (const clock of ['07:30', '07:31', '10:05', '12:39:59']) keeper.look(TIMELINE, at(clock));
    expect(told).toEqual([true]);
    for (const clock of ['12:40', '12:41']) keeper.look(TIMELINE, at(clock));
    expect(told).toEqual([true, false]);
  });

  it('[AL4] lets go when it closes, once', () => {
    const { keeper, told } = aHost();
    keeper.release();
    expect(told).toEqual([]);
    keeper.look(TIMELINE, at('09:00'));
    keeper.release();
    keeper.release();
    expect(told).toEqual([true, false]);
  });

  it('[AL4] a host that cannot is noted in the log, and asked no more for the same', () => {
    const { keeper, logger } = aHost(() => {
      throw new Error('no session bus');
    });
    keeper.look(TIMELINE, at('09:00'));
    keeper.look(TIMELINE, at('09:01'));
    expect(logger.lines.filter(({ event }) => event === 'keep-awake-failed')).toHaveLength(1);
  });
});
