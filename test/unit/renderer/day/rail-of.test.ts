import { describe, expect, it } from 'vitest';
import { minutesLeftOf, tooLateToSayFrom } from '../../../../renderer/screens/day/rail-of.ts';
import type { Milestone, MilestoneKind } from '../../../../shared/domain/timeline-types.ts';
import { someRules, someTimeline } from '../../../support/a-day.ts';

const timeline = someTimeline(someRules('R2022').values);
const { startsAt, endsAt } = timeline.papers.theory;

function milestone(kind: MilestoneKind): Milestone {
  return { id: `theory:${kind}`, paper: 'theory', kind, at: startsAt, who: 'invigilator', rules: [] };
}

describe('what is read out late', () => {
  it('says how many minutes there really are', () => {
    expect(minutesLeftOf(milestone('end-reminder'), timeline, endsAt - 5 * 60_000)).toBe(5);
    expect(minutesLeftOf(milestone('end-reminder'), timeline, endsAt - 3 * 60_000 - 1)).toBe(4);
    expect(minutesLeftOf(milestone('login-last-call'), timeline, startsAt - 2 * 60_000)).toBe(2);
    expect(minutesLeftOf(milestone('start'), timeline, startsAt)).toBeUndefined();
  });

  it('is not read any more once it would be wrong', () => {
    expect(tooLateToSayFrom(milestone('login-call'), timeline)).toBe(startsAt);
    expect(tooLateToSayFrom(milestone('end-reminder'), timeline)).toBe(endsAt);
    expect(tooLateToSayFrom(milestone('end'), timeline)).toBe(Number.POSITIVE_INFINITY);
  });
});
