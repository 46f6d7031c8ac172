import { describe, expect, it } from 'vitest';
import {
  canConfirmFrom,
  isPendingAt,
  minutesLeftOf,
  seatsToldOf,
  tooLateToSayFrom,
} from '../../../../renderer/screens/day/rail-of.ts';
import { as, type SeatNo } from '../../../../shared/ids.ts';
import { computeTimeline } from '../../../../shared/domain/timeline.ts';
import type { Milestone, Timeline, TimelineFact } from '../../../../shared/domain/timeline-types.ts';
import { SOME_DATE, someRules } from '../../../support/a-day.ts';

const MINUTE = 60_000;
const rules = someRules('R2022').values;

function withFacts(...theory: readonly TimelineFact[]): Timeline {
  return computeTimeline(rules, SOME_DATE, { theory, practical: [] });
}

function extension(seats: readonly number[] | null, minutes: number, isPending: boolean): TimelineFact {
  const own = seats?.map((seat) => as<SeatNo>(seat)) ?? null;
  return { kind: 'extension', seats: own, ms: minutes * MINUTE, cutoffMs: 0, isPending };
}

function milestone(id: string, timeline: Timeline): Milestone {
  const found = timeline.milestones.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not there`);
  return found;
}

const plain = withFacts();
const { startsAt, endsAt } = plain.papers.theory;
const longer = withFacts(extension([14, 11, 12, 13], 7, true));

describe('what is read out late', () => {
  it('says how many minutes there really are', () => {
    const reminder = milestone('theory:end-reminder', plain);
    expect(minutesLeftOf(reminder, plain, endsAt - 5 * MINUTE)).toBe(5);
    expect(minutesLeftOf(reminder, plain, endsAt - 3 * MINUTE - 1)).toBe(4);
    expect(minutesLeftOf(milestone('theory:start', plain), plain, startsAt)).toBeUndefined();
    const r2021 = computeTimeline(someRules('R2021').values, SOME_DATE, { theory: [], practical: [] });
    const lastCall = milestone('theory:login-last-call', r2021);
    expect(minutesLeftOf(lastCall, r2021, r2021.papers.theory.startsAt - 2 * MINUTE)).toBe(2);
  });

  it('[R29] counts to the end of the seats that it is for', () => {
    const reminder = milestone('theory:seat-end-reminder@7', longer);
    expect(minutesLeftOf(reminder, longer, endsAt + 2 * MINUTE)).toBe(5);
  });

  it('is not read any more once it would be wrong', () => {
    expect(tooLateToSayFrom(milestone('theory:login-call', plain), plain)).toBe(startsAt);
    expect(tooLateToSayFrom(milestone('theory:prepare', plain), plain)).toBe(startsAt);
    expect(tooLateToSayFrom(milestone('theory:end-reminder', plain), plain)).toBe(endsAt);
    expect(tooLateToSayFrom(milestone('theory:seat-end-reminder@7', longer), longer)).toBe(endsAt + 7 * MINUTE);
    expect(tooLateToSayFrom(milestone('theory:end', plain), plain)).toBe(Number.POSITIVE_INFINITY);
    expect(tooLateToSayFrom(milestone('theory:machines', plain), plain)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('seats that end later', () => {
  it('[R33] are named at the end of all, and in their own sentences', () => {
    expect(seatsToldOf(milestone('theory:end', plain), plain)).toBeNull();
    expect(seatsToldOf(milestone('theory:end', longer), longer)).toEqual([11, 12, 13, 14]);
    expect(seatsToldOf(milestone('theory:seat-end@7', longer), longer)).toEqual([11, 12, 13, 14]);
    expect(seatsToldOf(milestone('theory:start', longer), longer)).toBeNull();
  });

  it('[D26] 待考试系统确认 stands at the end it is about, and nowhere else', () => {
    const pendingIn = (timeline: Timeline) =>
      timeline.papers.theory.milestones.filter((one) => isPendingAt(one, timeline)).map(({ id }) => id);
    expect(pendingIn(plain)).toEqual([]);
    expect(pendingIn(longer)).toEqual(['theory:seat-end@7']);
    expect(pendingIn(withFacts(extension([2], 7, false), extension([3], 9, true)))).toEqual(['theory:seat-end@9']);
    expect(pendingIn(withFacts(extension(null, 18, true)))).toEqual(['theory:end']);
    expect(pendingIn(withFacts(extension(null, 18, false)))).toEqual([]);
    const delay = { kind: 'delay', startsAt: startsAt + 15 * MINUTE, saidAt: startsAt - MINUTE } as const;
    expect(pendingIn(withFacts({ ...delay, isPending: true }))).toEqual(['theory:start', 'theory:end']);
    expect(pendingIn(withFacts({ ...delay, isPending: false }))).toEqual([]);
  });
});

describe('from when on the key works', () => {
  it('[D35] not while the item waits for 恢复, and never where an act of its own does it', () => {
    const paused = withFacts({ kind: 'pause', at: startsAt + 20 * MINUTE });
    expect(canConfirmFrom(milestone('theory:entry-close', paused), paused)).toBe(Number.POSITIVE_INFINITY);
    expect(canConfirmFrom(milestone('theory:start', paused), paused)).toBe(startsAt);
    expect(canConfirmFrom(milestone('theory:all-submitted', plain), plain)).toBe(Number.POSITIVE_INFINITY);
    expect(canConfirmFrom(milestone('theory:login-call', plain), plain)).toBe(startsAt - 7 * MINUTE);
  });
});
