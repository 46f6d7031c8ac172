import { describe, expect, it } from 'vitest';
import { planSeat } from '../../../../renderer/screens/acts/seat-plan.ts';
import type { Edition } from '../../../../shared/domain/rules.ts';
import { someRules, someTimeline } from '../../../support/a-day.ts';
import { leave, personOf, submit } from '../../../support/paper-acts.ts';
import { at, checkIn, createReadyRoom, must, type SimStation } from '../../../support/sim-station.ts';

/** What the panel offers for person 1 at this time; the day is R2022, theory 08:30–10:00. */
function planAt(station: SimStation, clock: string, edition: Edition = 'R2022') {
  const rules = someRules(edition).values;
  return planSeat(personOf(station, 1), someTimeline(rules).papers.theory, rules, at(clock));
}

function withOneIn(): SimStation {
  const station = createReadyRoom(1);
  must(station.act(checkIn(1), at('08:10')));
  return station;
}

describe('what a seat offers', () => {
  it('sends who is not there to the check-in', () => {
    const plan = planAt(createReadyRoom(1), '08:10');
    expect(plan.primary).toBe('check-in');
    expect(plan.submit).toMatchObject({ isOpen: false, why: 'not-present' });
    expect(plan.leave).toMatchObject({ isOpen: false, why: 'not-present' });
  });

  it('[R25] opens 交卷 at the start and says so before', () => {
    const station = withOneIn();
    expect(planAt(station, '08:29:59').submit).toEqual({
      isOpen: false,
      why: 'not-now',
      opensAt: at('08:30'),
      rule: 'R25',
    });
    expect(planAt(station, '08:30')).toMatchObject({ primary: 'submit', submit: { isOpen: true } });
  });

  it('[R27] refuses leaving until T+30 with the instant, also to who has not submitted yet', () => {
    const closed = { isOpen: false, why: 'not-now', opensAt: at('09:00'), rule: 'R27' };
    const station = withOneIn();
    expect(planAt(station, '08:40').leave).toEqual(closed);
    must(station.act(submit(1, { how: 'full-screen-left' }), at('08:40')));
    expect(planAt(station, '08:59:59')).toMatchObject({ primary: 'leave', leave: closed, submit: { why: 'done' } });
    expect(planAt(station, '09:00').leave).toEqual({ isOpen: true });
  });

  it('[C06] wants 交卷 first, and after 离场 offers neither', () => {
    const station = withOneIn();
    expect(planAt(station, '09:10').leave).toMatchObject({ isOpen: false, why: 'not-submitted' });
    must(station.act(submit(1), at('09:10')));
    must(station.act(leave(1), at('09:11')));
    expect(planAt(station, '09:12')).toMatchObject({
      primary: null,
      submit: { isOpen: false, why: 'gone' },
      leave: { isOpen: false, why: 'done' },
    });
  });

  it('[R30] closes leaving again before the end, and 交卷 stays open', () => {
    const station = withOneIn();
    expect(planAt(station, '09:55')).toMatchObject({
      submit: { isOpen: true },
      leave: { isOpen: false, opensAt: at('10:00'), rule: 'R30' },
    });
  });

  it('[R40] writes down a submission by the system only in the theory paper of an edition that has it', () => {
    const station = withOneIn();
    expect(planAt(station, '08:29').forced).toMatchObject({ isOpen: false, opensAt: at('08:30'), rule: 'R40' });
    expect(planAt(station, '08:30').forced).toEqual({ isOpen: true });
    expect(planAt(station, '10:00').forced).toMatchObject({ isOpen: false, opensAt: null });
    expect(planAt(station, '09:30', 'R2021').forced).toBeNull();
    const rules = someRules('R2022').values;
    const { practical } = someTimeline(rules).papers;
    expect(planSeat(personOf(station, 1), practical, rules, at('10:20')).forced).toBeNull();
  });
});
