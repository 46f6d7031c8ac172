import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { as, type StationId } from '../../shared/ids.ts';
import { compareEvents, compareHlc, type Hlc, MAX_AHEAD_MS, receive, tick } from '../../shared/sync/hybrid-clock.ts';

const hlc = fc.tuple(fc.nat(1_000_000), fc.nat(1000));
const now = fc.nat(1_000_000);
const key = fc.record({
  hlc: fc.tuple(fc.nat(3), fc.nat(3)),
  station: fc.constantFrom('a0', 'b1', 'B1', 'é').map((text) => as<StationId>(text)),
  epoch: fc.integer({ min: 1, max: 3 }),
  seq: fc.integer({ min: 1, max: 3 }),
});

describe('laws of the hybrid clock', () => {
  it('a new reading is after the last one, whatever the computer clock says', () => {
    fc.assert(
      fc.property(hlc, now, (last, nowMs) => {
        expect(compareHlc(tick(last, nowMs), last)).toBeGreaterThan(0);
        expect(tick(last, nowMs)[0]).toBeGreaterThanOrEqual(nowMs);
      }),
    );
  });

  it('[M5] after taking in a remote event the reading is after both', () => {
    fc.assert(
      fc.property(hlc, hlc, now, (own, remote, nowMs) => {
        const { hlc: next } = receive(own, remote, nowMs);
        expect(compareHlc(next, own)).toBeGreaterThan(0);
        expect(compareHlc(next, remote)).toBeGreaterThan(0);
      }),
    );
  });

  it('a remote event more than a minute ahead is taken in and said', () => {
    expect(receive([0, 0], [1000 + MAX_AHEAD_MS, 5], 1000)).toEqual({ hlc: [1000 + MAX_AHEAD_MS, 6], isAhead: false });
    expect(receive([0, 0], [1001 + MAX_AHEAD_MS, 5], 1000)).toEqual({ hlc: [1001 + MAX_AHEAD_MS, 6], isAhead: true });
  });

  it('follows the computer clock when it is ahead of everything seen', () => {
    expect(tick([1000, 7], 1001)).toEqual([1001, 0]);
    expect(tick([1000, 7], 1000)).toEqual([1000, 8]);
  });
});

describe('the merged order', () => {
  it('is total: only one and the same place is equal, and the order has no circle', () => {
    fc.assert(
      fc.property(key, key, key, (a, b, c) => {
        expect(Math.sign(compareEvents(a, b))).toBe(-Math.sign(compareEvents(b, a)) + 0);
        expect(compareEvents(a, b) === 0).toBe(JSON.stringify(a) === JSON.stringify(b));
        if (compareEvents(a, b) < 0 && compareEvents(b, c) < 0) expect(compareEvents(a, c)).toBeLessThan(0);
      }),
    );
  });

  it('compares stations by code unit, as every computer does', () => {
    const place = { hlc: [1, 0] as Hlc, epoch: 1, seq: 1 };
    const stations = ['b1', 'é', 'B1', 'a0'].map((text) => ({ ...place, station: as<StationId>(text) }));
    expect(stations.toSorted(compareEvents).map(({ station }) => station)).toEqual(['B1', 'a0', 'b1', 'é']);
  });
});
