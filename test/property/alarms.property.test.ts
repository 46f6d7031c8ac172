import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmsBetween } from '../../shared/domain/alarms.ts';
import { minutes } from '../../shared/domain/day-time.ts';
import { resolveRules } from '../../shared/domain/rule-sets/resolve.ts';
import type { Edition, Rules } from '../../shared/domain/rules.ts';
import { computeTimeline, isOverAt, isPausedAt } from '../../shared/domain/timeline.ts';
import type { Timeline, TimelineFact } from '../../shared/domain/timeline-types.ts';
import { as, PAPER_IDS, type SeatNo } from '../../shared/ids.ts';
import { someAnswers } from '../support/a-day.ts';

const DATE = '2022-11-19';
const MORNING = Date.parse(`${DATE}T06:00:00+08:00`);
const DAY_MIN = 17 * 60;

const instant = fc.integer({ min: 0, max: DAY_MIN * 60 }).map((seconds) => MORNING + seconds * 1000);

const anyRules: fc.Arbitrary<Rules> = fc
  .tuple(
    fc.constantFrom<Edition>('R2021', 'R2022'),
    fc.record({
      theoryStartMinute: fc.integer({ min: 440, max: 900 }),
      practicalStartMinute: fc.integer({ min: 440, max: 1100 }),
      isLateCutoffInclusive: fc.boolean(),
    }),
  )
  .map(([edition, typed]) => resolveRules(edition, someAnswers(edition, typed)))
  .filter((resolved) => resolved.ok)
  .map(({ value }) => value.values);

const anyFact: fc.Arbitrary<TimelineFact> = fc.oneof(
  instant.map((at): TimelineFact => ({ kind: 'pause', at })),
  instant.map((at): TimelineFact => ({ kind: 'resume', at })),
  fc
    .tuple(instant, instant)
    .map(([startsAt, saidAt]): TimelineFact => ({ kind: 'delay', startsAt, saidAt, isPending: true })),
  fc
    .tuple(
      fc.integer({ min: 1, max: 60 }),
      fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1 })),
    )
    .map(
      ([extra, seats]): TimelineFact => ({
        kind: 'extension',
        seats: seats === null ? null : seats.map((seat) => as<SeatNo>(seat)),
        ms: minutes(extra),
        cutoffMs: 0,
        isPending: true,
      }),
    ),
);

const anyTimeline: fc.Arbitrary<Timeline> = fc
  .tuple(anyRules, fc.array(anyFact, { maxLength: 4 }), fc.array(anyFact, { maxLength: 4 }))
  .map(([rules, theory, practical]) => computeTimeline(rules, DATE, { theory, practical }));

describe('alarms', () => {
  it('[AL2] none ever sounds while a paper runs or stands still, but for that paper’s own end, unless the chief wants it', () => {
    fc.assert(
      fc.property(anyTimeline, instant, instant, (timeline, a, b) => {
        const span = { from: Math.min(a, b), to: Math.max(a, b) };
        for (const { milestone, sound } of alarmsBetween(timeline, { done: {}, soundsDuringExam: false }, span)) {
          if (sound === null) continue;
          for (const paper of PAPER_IDS.map((id) => timeline.papers[id])) {
            const isOwnEnd = milestone.paper === paper.paper && ['end', 'seat-end'].includes(milestone.kind);
            if (isOwnEnd && span.to - milestone.at < 5_000) continue;
            const isRunning = span.to >= paper.startsAt && (!isOverAt(paper, span.to) || isPausedAt(paper, span.to));
            expect(isRunning, `${milestone.id} at ${new Date(span.to).toISOString()}`).toBe(false);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('[AL2] looked for to the second, no paper hears a sound from its start until before its end', () => {
    fc.assert(
      fc.property(anyTimeline, (timeline) => {
        for (const { at } of timeline.milestones) {
          const alarms = alarmsBetween(timeline, { done: {}, soundsDuringExam: false }, { from: at - 1, to: at });
          for (const paper of PAPER_IDS.map((id) => timeline.papers[id])) {
            if (paper.startsAt <= at && at < paper.endsAt)
              expect(alarms.filter(({ sound }) => sound !== null)).toEqual([]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('[AL1] however the day is cut into spans, the same alarms come, each once', () => {
    fc.assert(
      fc.property(anyTimeline, fc.array(instant, { maxLength: 12 }), (timeline, cuts) => {
        const edges = [MORNING - minutes(600), ...cuts.toSorted((a, b) => a - b), MORNING + minutes(DAY_MIN * 3)];
        const facts = { done: {}, soundsDuringExam: false };
        const ids = (from: number, to: number) =>
          alarmsBetween(timeline, facts, { from, to }).map((one) => one.milestone.id);
        const cut = edges.slice(1).flatMap((to, i) => ids(edges[i] ?? to, to));
        expect(cut).toEqual(ids(edges[0] ?? 0, edges.at(-1) ?? 0));
      }),
      { numRuns: 200 },
    );
  });
});
