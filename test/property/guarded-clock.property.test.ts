import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOCK_TOLERANCE_MS, readGuard, startGuard } from '../../shared/domain/guarded-clock.ts';

const START = Date.UTC(2024, 10, 16, 0, 30);
const step = fc.record({
  ran: fc.double({ min: 0, max: 5_000_000, noNaN: true }),
  shift: fc.oneof(fc.constant(0), fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -1e8, max: 1e8 })),
});
const lastEventAt = fc.option(fc.integer({ min: START - 1e8, max: START + 1e8 }));

/** All guarded readings of a day whose wall is shifted at each step. */
function readAll(steps: readonly { readonly ran: number; readonly shift: number }[], last: number | null) {
  let reading = { wall: START, monotonic: 17.25 };
  let state = startGuard(reading, last);
  return steps.map(({ ran, shift }) => {
    reading = { wall: reading.wall + ran + shift, monotonic: reading.monotonic + ran };
    const answer = readGuard(state, reading);
    state = answer.state;
    return { ...answer, wall: Math.floor(reading.wall) };
  });
}

describe('laws of guarded time', () => {
  it('never goes back, and never before the last record', () => {
    fc.assert(
      fc.property(fc.array(step), lastEventAt, (steps, last) => {
        const times = readAll(steps, last).map(({ nowMs }) => nowMs);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(times.every((now) => now >= (last ?? START))).toBe(true);
      }),
    );
  });

  it('is whole milliseconds and never behind the wall by more than rounding', () => {
    fc.assert(
      fc.property(fc.array(step), lastEventAt, (steps, last) => {
        for (const { nowMs, wall } of readAll(steps, last)) {
          expect(Number.isInteger(nowMs)).toBe(true);
          expect(nowMs).toBeGreaterThanOrEqual(wall);
        }
      }),
    );
  });

  it('is ahead of the wall by more than the tolerance only with a notice that says so', () => {
    fc.assert(
      fc.property(fc.array(step), lastEventAt, (steps, last) => {
        for (const { nowMs, wall, notice } of readAll(steps, last)) {
          if (nowMs - wall <= CLOCK_TOLERANCE_MS) continue;
          expect(['wall-behind', 'started-behind']).toContain(notice?.code);
        }
      }),
    );
  });

  it('small steps back that add up are noticed (seed 463977337)', () => {
    const steps = [-950, -1991, -1060].map((shift) => ({ ran: 0, shift }));
    const [, , last] = readAll(steps, null);
    expect(last?.notice?.code).toBe('wall-behind');
  });
});
