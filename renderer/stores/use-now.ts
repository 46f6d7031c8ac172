import { useSyncExternalStore } from 'react';
import { clockAt, untilNextSecond } from './exam-clock.ts';
import { useStation } from './station-store.ts';

const listeners = new Set<() => void>();
let timer: number | null = null;
let secondMs = 0;

/**
 * Guarded time, UTC ms, renewed when the second changes: on the whole second, or at the instant where a jump landed.
 * Only components that call this render again; 0 before the first reading.
 */
export function useNow(): number {
  return useSyncExternalStore(followSeconds, secondNow);
}

/** Guarded time to the millisecond, for a decision made right now. */
export function nowExact(): number {
  const { anchor } = useStation.getState();
  return anchor === null ? 0 : clockAt(anchor, performance.now());
}

/** The second that `useNow` shows. */
export function secondNow(): number {
  return secondMs;
}

/** Calls back whenever `secondNow` has changed; answers what ends it. */
export function followSeconds(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) tick();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer !== null) {
      clearTimeout(timer);
      timer = null;
    }
  };
}

function tick(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  const { anchor } = useStation.getState();
  if (anchor === null) return;
  const next = Math.floor(nowExact() / 1000) * 1000;
  if (next !== secondMs) {
    secondMs = next;
    for (const listener of listeners) listener();
  }
  const wait = untilNextSecond(anchor, performance.now());
  // A hair beyond the second, so that the floor above has moved; many seconds a real second render at 20 a second.
  if (wait !== null) timer = window.setTimeout(tick, Math.max(wait + 2, 50));
}

// With each word from the station, not only where it moves the anchor: the timer of a page behind another one comes as
// rarely as once a minute, and an alarm must not.
useStation.subscribe((view, before) => {
  if (view.clock !== before.clock && listeners.size > 0) tick();
});
