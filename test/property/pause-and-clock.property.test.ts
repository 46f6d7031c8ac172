import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPausedAt } from '../../shared/domain/timeline.ts';
import { minutes } from '../../shared/domain/day-time.ts';
import { paperOf, pause, resume } from '../support/course-acts.ts';
import { at, createReadyRoom, INVIGILATOR_2 } from '../support/sim-station.ts';

/** Minutes that pass, then what people do; `setTo` = minutes after 08:30 to which two of them set the clock. */
interface Step {
  readonly passed: number;
  readonly deed: 'pause' | 'resume' | { readonly setTo: number };
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  passed: fc.integer({ min: 1, max: 20 }),
  deed: fc.oneof(fc.constantFrom('pause', 'resume'), fc.record({ setTo: fc.integer({ min: 0, max: 60 }) })),
});

describe('pausing on a clock that people set', () => {
  it('[CK5][TL7] whatever it is set to, what was paused last is paused now and can be resumed, and nothing else is', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
        const station = createReadyRoom(1);
        let now = at('08:30');
        let isPaused = false;
        for (const { passed, deed } of steps) {
          now += minutes(passed);
          if (now >= at('10:00')) return;
          if (deed === 'pause') {
            expect(station.act(pause(), now).ok).toBe(!isPaused);
            isPaused = true;
          } else if (deed === 'resume') {
            expect(station.act(resume(), now).ok).toBe(isPaused);
            isPaused = false;
          } else {
            const after = at('08:30') + minutes(deed.setTo);
            const set = { kind: 'official-time', before: now, after, wall: after, isInDoubt: true } as const;
            expect(station.act({ type: 'setClock', ...set }, now, { second: INVIGILATOR_2 }).ok).toBe(true);
            now = after;
          }
          const paper = paperOf(station);
          expect(paper.pausedSince !== null).toBe(isPaused);
          expect(isPausedAt(paper, now)).toBe(isPaused);
        }
      }),
      { numRuns: 150 },
    );
  });
});
