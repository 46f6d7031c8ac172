import type { Clock, RehearsalClock } from '../../station/ports.ts';

/** The exam clock of a rehearsal as a station's Clock, and the hand that sets it. */
export interface RehearsalTime {
  readonly clock: Clock;
  readonly rehearsal: RehearsalClock;
}

/**
 * Exam time that begins at `startMs` (UTC ms) and runs at first as real time does. It rests on the real `monotonic`, so
 * that the computer's wall may be set without moving it; `elapsed` stays the real one. `onSet` is told after each act.
 */
export function createRehearsalClock(real: Clock, startMs: number, onSet: () => void = () => undefined): RehearsalTime {
  let rate: 1 | 10 | 60 = 1;
  // Both at the same real moment; what ran since is added at the rate of now.
  let pinned = { realMs: real.monotonic(), wall: startMs, monotonic: 0 };

  function read() {
    const realMs = real.monotonic();
    const ran = Math.max(0, realMs - pinned.realMs) * rate;
    return { realMs, wall: pinned.wall + ran, monotonic: pinned.monotonic + ran };
  }

  return {
    clock: {
      wall: () => read().wall,
      monotonic: () => read().monotonic,
      rate: () => rate,
      elapsed: () => real.elapsed(),
    },
    rehearsal: {
      setRate(next) {
        pinned = read();
        rate = next;
        onSet();
      },
      jumpTo(instantMs) {
        const { realMs, wall, monotonic } = read();
        if (instantMs < wall) return false;
        pinned = { realMs, wall: instantMs, monotonic: monotonic + (instantMs - wall) };
        onSet();
        return true;
      },
      startAt(instantMs) {
        // `monotonic` never goes back, not even here.
        pinned = { ...read(), wall: instantMs };
        onSet();
      },
    },
  };
}
