import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRehearsalClock } from '../../electron/hosts/machine/rehearsal-clock.ts';
import { TestClock } from '../support/test-clock.ts';

const START = Date.UTC(2026, 10, 20, 23, 55);

const act = fc.oneof(
  fc.record({ kind: fc.constant('passes' as const), realMs: fc.integer({ min: 0, max: 600_000 }) }),
  fc.record({ kind: fc.constant('rate' as const), rate: fc.constantFrom(1 as const, 10 as const, 60 as const) }),
  fc.record({ kind: fc.constant('jump' as const), byMs: fc.integer({ min: -7_200_000, max: 7_200_000 }) }),
  fc.record({ kind: fc.constant('computer' as const), byMs: fc.integer({ min: -86_400_000, max: 86_400_000 }) }),
);

/** The clock after each act, together with what it must read then. */
function run(acts: readonly (typeof act extends fc.Arbitrary<infer A> ? A : never)[]) {
  const real = new TestClock(START - 500_000_000);
  const { clock, rehearsal } = createRehearsalClock(real, START);
  let expected = START;
  let rate = 1;
  return acts.map((one) => {
    let isTaken = true;
    if (one.kind === 'passes') {
      real.advance(one.realMs);
      expected += one.realMs * rate;
    } else if (one.kind === 'rate') {
      rehearsal.setRate(one.rate);
      rate = one.rate;
    } else if (one.kind === 'jump') {
      isTaken = rehearsal.jumpTo(expected + one.byMs);
      if (one.byMs >= 0) expected += one.byMs;
    } else real.jumpWall(one.byMs);
    return { one, isTaken, expected, wall: clock.wall(), monotonic: clock.monotonic(), rate, said: clock.rate() };
  });
}

describe("laws of a rehearsal's clock", () => {
  it('runs at its rate, is continuous where the rate changes, and heeds no hand at the computer’s clock', () => {
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        for (const { wall, expected, rate, said } of run(acts)) {
          expect(wall).toBeCloseTo(expected, 3);
          expect(said).toBe(rate);
        }
      }),
    );
  });

  it('never goes back, and wall and monotonic move together', () => {
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        let [wall, monotonic] = [START, 0];
        for (const after of run(acts)) {
          expect(after.wall).toBeGreaterThanOrEqual(wall);
          expect(after.wall - wall).toBeCloseTo(after.monotonic - monotonic, 3);
          ({ wall, monotonic } = after);
        }
      }),
    );
  });

  it('takes a jump forward and refuses one back', () => {
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        for (const { one, isTaken } of run(acts)) if (one.kind === 'jump') expect(isTaken).toBe(one.byMs >= 0);
      }),
    );
  });
});

it('elapsed is the real one at every rate, and a start may be chosen earlier without monotonic going back', () => {
  const real = new TestClock(START);
  const { clock, rehearsal } = createRehearsalClock(real, START);
  rehearsal.setRate(60);
  real.advance(1000);
  const { elapsed } = clock;
  const [before, monotonic] = [elapsed(), clock.monotonic()];
  real.elapse(5000);
  expect(elapsed() - before).toBeGreaterThanOrEqual(5000);
  expect(elapsed() - before).toBeLessThan(6000);
  rehearsal.startAt(START - 3_600_000);
  expect([clock.wall(), clock.monotonic()]).toEqual([START - 3_600_000, monotonic]);
});
