import { NO_FACTS } from '../../shared/domain/timeline-types.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edition, Rules } from '../../shared/domain/rules.ts';
import { resolveRules } from '../../shared/domain/rule-sets/resolve.ts';
import {
  computeTimeline,
  currentPaper,
  judgeEntry,
  nextChange,
  papersRunningAt,
  permitsAt,
  railAt,
} from '../../shared/domain/timeline.ts';
import type { PaperTimeline, Permits } from '../../shared/domain/timeline-types.ts';
import { PAPER_IDS } from '../../shared/ids.ts';
import { someAnswers } from '../support/a-day.ts';

const typed2024 = fc
  .record(
    {
      theoryStartMinute: fc.integer({ min: 400, max: 1300 }),
      practicalStartMinute: fc.integer({ min: 400, max: 1300 }),
      theoryDurationMin: fc.integer({ min: 20, max: 190 }),
      admissionOpenOffsetMin: fc.integer({ min: -60, max: -1 }),
      loginOpenOffsetMin: fc.integer({ min: -30, max: -1 }),
      loginLastCallOffsetMin: fc.integer({ min: -20, max: -1 }),
      lateCutoffOffsetMin: fc.integer({ min: 0, max: 60 }),
      isLateCutoffInclusive: fc.boolean(),
      isAnswerLockedUntilStart: fc.boolean(),
      isSubmitAllowedInLastMin: fc.boolean(),
      leaveBanFirstMin: fc.integer({ min: 0, max: 100 }),
      leaveBanLastMin: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })),
      endReminderOffsetsMin: fc.uniqueArray(fc.integer({ min: -15, max: -1 }), { minLength: 1, maxLength: 4 }),
      submitsOnLeavingFullScreen: fc.boolean(),
    },
    { requiredKeys: ['theoryStartMinute', 'practicalStartMinute', 'theoryDurationMin'] },
  )
  .map((typed) => ({ ...typed, practicalDurationMin: 210 - typed.theoryDurationMin }));

const starts = fc.record({
  theoryStartMinute: fc.integer({ min: 400, max: 1300 }),
  practicalStartMinute: fc.integer({ min: 400, max: 1300 }),
  isLateCutoffInclusive: fc.boolean(),
});

/** Rules that a chief could really have fixed: whatever resolveRules accepts. */
const anyRules: fc.Arbitrary<Rules> = fc
  .oneof(
    fc.tuple(fc.constantFrom<Edition>('R2021', 'R2022'), starts),
    fc.tuple(fc.constant<Edition>('R2024'), typed2024),
  )
  .map(([edition, typed]) => resolveRules(edition, someAnswers(edition, typed)))
  .filter((resolved) => resolved.ok)
  .map(({ value }) => value.values);

const DATE = '2024-05-18';

function timelineOf(rules: Rules) {
  return computeTimeline(rules, DATE, NO_FACTS);
}

/** Every instant at which something might turn, one millisecond to either side included. */
function instantsAround(paper: PaperTimeline): readonly number[] {
  const { entryOpensAt, startsAt, entryClosesAt, loginAt, leaveOpensAt, leaveClosesAt, endsAt } = paper;
  return [entryOpensAt, startsAt, entryClosesAt, loginAt, leaveOpensAt, leaveClosesAt, endsAt]
    .flatMap((instant) => [instant - 2, instant - 1, instant, instant + 1, instant + 2])
    .concat(paper.milestones.map(({ at }) => at));
}

const PERMITS: readonly (keyof Permits)[] = ['enter', 'answer', 'submit', 'leave'];

describe('laws of the timeline', () => {
  it('[TL1] milestones are in order of time, unique by id, and the day’s are those of its papers', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        const { papers, milestones } = timelineOf(rules);
        for (const list of [milestones, papers.theory.milestones, papers.practical.milestones]) {
          expect(list.map(({ at }) => at)).toEqual(list.map(({ at }) => at).toSorted((a, b) => a - b));
          expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
        }
        expect(new Set(milestones)).toEqual(new Set([...papers.theory.milestones, ...papers.practical.milestones]));
      }),
    );
  });

  it('[TL2] `until` is truthful: the answer holds until just before it and turns at it; null never turns', () => {
    fc.assert(
      fc.property(anyRules, fc.integer({ min: -300, max: 500 }), (rules, offsetMin) => {
        for (const id of PAPER_IDS) {
          const paper = timelineOf(rules).papers[id];
          for (const now of [...instantsAround(paper), paper.startsAt + offsetMin * 60_000 + 17]) {
            const permits = permitsAt(paper, rules, now);
            for (const what of PERMITS) {
              const { allowed, until } = permits[what];
              const between = instantsAround(paper).filter((t) => t >= now && (until === null || t < until));
              for (const t of between) expect(permitsAt(paper, rules, t)[what].allowed).toBe(allowed);
              if (until === null) continue;
              expect(until).toBeGreaterThan(now);
              expect(permitsAt(paper, rules, until - 1)[what].allowed).toBe(allowed);
              expect(permitsAt(paper, rules, until)[what].allowed).toBe(!allowed);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[TL3] an entry is judged as the permit to enter says, with the same rule, around every boundary', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        for (const id of PAPER_IDS) {
          const paper = timelineOf(rules).papers[id];
          for (const t of instantsAround(paper)) {
            const verdict = judgeEntry(paper, t);
            const { enter } = permitsAt(paper, rules, t);
            expect(verdict.kind === 'on-time' || verdict.kind === 'late').toBe(enter.allowed);
            expect(verdict.rule).toBe(enter.rule);
          }
        }
      }),
    );
  });

  it('leaving and answering never begin before the start, and all may leave after the end', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        const { theory } = timelineOf(rules).papers;
        expect(permitsAt(theory, rules, theory.startsAt - 1).leave.allowed).toBe(false);
        expect(permitsAt(theory, rules, theory.startsAt - 1).submit.allowed).toBe(false);
        expect(permitsAt(theory, rules, theory.endsAt).leave.allowed).toBe(true);
        expect(permitsAt(theory, rules, theory.endsAt).answer.allowed).toBe(false);
      }),
    );
  });

  it('[TL4] confirming what stands on top, again and again, clears the rail in as many steps as there are items to tick', () => {
    fc.assert(
      fc.property(anyRules, fc.integer({ min: 300, max: 1500 }), (rules, minute) => {
        const timeline = timelineOf(rules);
        const now = timeline.papers.theory.startsAt + (minute - rules.theoryStartMinute) * 60_000;
        const confirmed: Record<string, number> = {};
        const ticked = timeline.milestones.filter(({ by }) => by === 'confirm');
        const order = ticked.map(() => {
          const top = railAt(timeline, confirmed, now).now;
          if (top !== null) confirmed[top.milestone.id] = now;
          return top?.milestone.id;
        });
        expect(new Set(order)).toEqual(new Set(ticked.map(({ id }) => id)));
        expect(railAt(timeline, confirmed, now).now).toBeNull();
      }),
    );
  });

  it('the countdown always points ahead, and check-in to a paper whose entry is not closed while there is one', () => {
    fc.assert(
      fc.property(anyRules, fc.integer({ min: -300, max: 900 }), (rules, offsetMin) => {
        const timeline = timelineOf(rules);
        const now = timeline.papers.theory.startsAt + offsetMin * 60_000;
        expect(nextChange(timeline, now)?.at ?? Infinity).toBeGreaterThan(now);
        const current = timeline.papers[currentPaper(timeline, now)];
        const isAnyOpen = PAPER_IDS.some((id) => now < timeline.papers[id].entryClosesAt);
        expect(now < current.entryClosesAt).toBe(isAnyOpen);
        for (const id of papersRunningAt(timeline, now)) expect(now).toBeLessThan(timeline.papers[id].endsAt);
      }),
    );
  });
});
