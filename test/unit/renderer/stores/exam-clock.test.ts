import { describe, expect, it } from 'vitest';
import { clockAt, nextAnchor, untilNextSecond } from '../../../../renderer/stores/exam-clock.ts';

const view = (nowMs: number, rate = 1) => ({ nowMs, rate, timeInDoubt: false, notice: null });

describe('the clock on screen', () => {
  it('goes on between two pushes, at the exam’s rate', () => {
    const anchor = nextAnchor(null, view(10_000, 10), 500);
    expect(clockAt(anchor, 700)).toBe(12_000);
  });

  it('does not step back for a reading that the line delayed', () => {
    const anchor = nextAnchor(null, view(10_000), 0);
    const next = nextAnchor(anchor, view(10_980), 1000);
    expect(clockAt(next, 1000)).toBe(11_000);
  });

  it('follows a reading that is ahead, and a real jump either way, at once', () => {
    const anchor = nextAnchor(null, view(10_000), 0);
    expect(clockAt(nextAnchor(anchor, view(11_020), 1000), 1000)).toBe(11_020);
    expect(clockAt(nextAnchor(anchor, view(5_000), 1000), 1000)).toBe(5_000);
  });

  it('stands where the station’s clock stands, to the millisecond', () => {
    const anchor = nextAnchor(nextAnchor(null, view(10_000), 0), view(59_999, 0), 1000);
    expect(clockAt(anchor, 9_000)).toBe(59_999);
    expect(untilNextSecond(anchor, 9_000)).toBeNull();
  });

  it('knows when the second changes', () => {
    expect(untilNextSecond(nextAnchor(null, view(10_250), 0), 0)).toBe(750);
    expect(untilNextSecond(nextAnchor(null, view(10_250, 10), 0), 0)).toBe(75);
  });
});
