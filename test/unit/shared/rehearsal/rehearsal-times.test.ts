import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../../../shared/domain/rules.ts';
import { resolveRules } from '../../../../shared/domain/rule-sets/resolve.ts';
import { formatClock } from '../../../../shared/domain/day-time.ts';
import { nextStop, rehearsalStart } from '../../../../shared/rehearsal/rehearsal-times.ts';
import { suggestedAnswers } from '../../../../shared/rehearsal/suggested-answers.ts';
import { someRules, someTimeline } from '../../../support/a-day.ts';

/** Beijing time of 2026-11-21. */
function at(time: string): number {
  return Date.parse(`2026-11-21T${time}+08:00`);
}

describe('where a rehearsal begins', () => {
  it.each(EDITIONS)('%s: the example answers complete it', (edition) => {
    expect(resolveRules(edition, suggestedAnswers(edition)).ok).toBe(true);
  });

  it.each([
    ['R2021', '08:25:00'],
    ['R2022', '07:55:00'],
    ['R2024', '08:25:00'],
  ] as const)('%s: 35 minutes before the first paper, at %s of the day that the clock shows', (edition, begins) => {
    for (const now of ['00:00:00', '23:59:59']) {
      const start = rehearsalStart(edition, { nowMs: at(now), mayGoBack: true });
      expect([start.date, formatClock(start.beginsAt)]).toEqual(['2026-11-21', begins]);
    }
  });

  it('a further one, where time only goes forward: the same day until that moment, then the next', () => {
    const dates = ['07:55:00', '07:55:01'].map(
      (now) => rehearsalStart('R2022', { nowMs: at(now), mayGoBack: false }).date,
    );
    expect(dates).toEqual(['2026-11-21', '2026-11-22']);
  });
});

describe('快进到下一步', () => {
  const timeline = someTimeline(someRules('R2022').values);
  const stop = (time: string) => {
    const next = nextStop(timeline, Date.parse(`2022-11-19T${time}+08:00`));
    return next === null ? null : formatClock(next);
  };

  it.each([
    ['07:55:00', '07:59:50'],
    ['07:59:49', '07:59:50'],
    ['07:59:50', '08:00:00'],
    ['07:59:59', '08:00:00'],
    ['08:00:00', '08:19:50'],
    ['12:40:00', '12:44:50'],
    ['12:45:00', null],
  ])('from %s to %s', (from, to) => {
    expect(stop(from)).toBe(to);
  });

  it('passes no step unseen', () => {
    let now = timeline.milestones[0]?.at ?? 0;
    const seen = [now];
    for (let next = nextStop(timeline, now); next !== null; next = nextStop(timeline, now)) {
      now = next;
      seen.push(now);
    }
    for (const milestone of timeline.milestones) expect(seen).toContain(milestone.at);
  });
});
