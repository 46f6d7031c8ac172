import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLOCK_TOLERANCE_MS,
  type ClockReading,
  type GuardedReading,
  ratifyGuard,
  readGuard,
  setGuard,
  startGuard,
} from '../../shared/domain/guarded-clock.ts';

const START = Date.UTC(2024, 10, 16, 0, 30);

/** What people do to the clock after a reading. */
type Deed = 'nothing' | 'ratify' | 'accept-wall' | { readonly officialOffset: number };
interface Step {
  readonly ran: number;
  readonly shift: number;
  readonly deed: Deed;
}

const shift = fc.oneof(
  fc.constant(0),
  fc.integer({ min: -3000, max: 3000 }),
  fc.integer({ min: -100_000_000, max: 100_000_000 }),
);
const ran = fc.double({ min: 0, max: 5_000_000, noNaN: true });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.constantFrom('nothing', 'nothing', 'nothing', 'ratify', 'accept-wall'),
  fc.record({ officialOffset: fc.integer({ min: -100_000_000, max: 100_000_000 }) }),
);
const untouched: fc.Arbitrary<Step> = fc.record({ ran, shift, deed: fc.constant('nothing' as const) });
const step: fc.Arbitrary<Step> = fc.record({ ran, shift, deed });
const lastEventAt = fc.option(fc.integer({ min: START - 100_000_000, max: START + 100_000_000 }));
const wallAheadMs = fc.option(fc.integer({ min: -100_000_000, max: 100_000_000 }));

interface Read extends GuardedReading {
  readonly wall: number;
  /** The time that people set right before, null where they set none. */
  readonly setTo: number | null;
}

/** All guarded readings of a day whose wall is shifted at each step, and whose clock people may set. */
function readAll(steps: readonly Step[], last: number | null, ahead: number | null = null): readonly Read[] {
  let reading: ClockReading = { wall: START, monotonic: 17.25 };
  let state = startGuard(reading, last === null ? null : { lastEventAt: last, wallAheadMs: ahead });
  let setTo: number | null = null;
  return steps.map(({ ran, shift, deed }) => {
    reading = { wall: reading.wall + ran + shift, monotonic: reading.monotonic + ran };
    const answer = readGuard(state, reading);
    state = answer.state;
    const read = { ...answer, wall: Math.floor(reading.wall), setTo };
    setTo = null;
    if (deed === 'ratify') state = ratifyGuard(state);
    else if (deed !== 'nothing') {
      const setting =
        deed === 'accept-wall'
          ? ({ kind: 'accept-wall' } as const)
          : ({ kind: 'official-time', after: answer.nowMs + deed.officialOffset } as const);
      state = setGuard(state, reading, { ...setting, before: answer.nowMs });
      setTo = state.nowMs;
    }
    return read;
  });
}

describe('laws of guarded time', () => {
  it('[CK1] never goes back, and never before the last record, when nobody sets it', () => {
    fc.assert(
      fc.property(fc.array(untouched), lastEventAt, wallAheadMs, (steps, last, ahead) => {
        const times = readAll(steps, last, ahead).map(({ nowMs }) => nowMs);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        expect(times.every((now) => now >= (last ?? START))).toBe(true);
      }),
    );
  });

  it('[CK5] never goes back except to the time that two people set', () => {
    fc.assert(
      fc.property(fc.array(step), lastEventAt, wallAheadMs, (steps, last, ahead) => {
        let before = Number.NEGATIVE_INFINITY;
        for (const { nowMs, setTo } of readAll(steps, last, ahead)) {
          expect(nowMs).toBeGreaterThanOrEqual(setTo ?? before);
          before = nowMs;
        }
      }),
    );
  });

  it('is whole milliseconds, and behind the wall only where a time was typed, which it says', () => {
    fc.assert(
      fc.property(fc.array(step), lastEventAt, wallAheadMs, (steps, last, ahead) => {
        for (const { nowMs, wall, notice } of readAll(steps, last, ahead)) {
          expect(Number.isInteger(nowMs)).toBe(true);
          if (nowMs < wall) expect(notice).toEqual({ code: 'official-time', deltaMs: wall - nowMs });
        }
      }),
    );
  });

  it('is ahead of the wall by more than the tolerance only with a notice that says by how much', () => {
    fc.assert(
      fc.property(fc.array(step), lastEventAt, wallAheadMs, (steps, last, ahead) => {
        for (const { nowMs, wall, notice } of readAll(steps, last, ahead)) {
          if (nowMs - wall <= CLOCK_TOLERANCE_MS) continue;
          expect(['wall-behind', 'started-behind', 'official-time']).toContain(notice?.code);
          expect(notice?.deltaMs).toBe(wall - nowMs);
        }
      }),
    );
  });

  it('[CK7] is in doubt only while it runs on something other than the wall', () => {
    fc.assert(
      fc.property(fc.array(step), lastEventAt, wallAheadMs, (steps, last, ahead) => {
        for (const { timeInDoubt, notice } of readAll(steps, last, ahead)) {
          if (timeInDoubt) expect(['started-behind', 'official-time']).toContain(notice?.code);
        }
      }),
    );
  });

  it('small steps back that add up are noticed (seed 463977337)', () => {
    const steps = [-950, -1991, -1060].map((shift) => ({ ran: 0, shift, deed: 'nothing' as const }));
    const [, , last] = readAll(steps, null);
    expect(last?.notice?.code).toBe('wall-behind');
  });
});
