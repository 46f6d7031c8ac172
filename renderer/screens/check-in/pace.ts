/** How fast people come in, and whether they will be in before the start. */
export interface Pace {
  /** Seconds a person, over the last ones. */
  readonly secondsEach: number;
  /** People likely still at the door at the start. */
  readonly leftAtStart: number;
}

const LAST = 10;

/** `entries` are instants of entry in any order; null while there are too few to say, or once the paper has started. */
export function paceOf(entries: readonly number[], notYet: number, startsAt: number, now: number): Pace | null {
  if (now >= startsAt) return null;
  const last = [...entries].sort((a, b) => a - b).slice(-LAST);
  const first = last[0];
  const latest = last.at(-1);
  if (first === undefined || latest === undefined || last.length < 3 || latest === first) return null;
  const secondsEach = (latest - first) / 1000 / (last.length - 1);
  const canEnter = Math.floor((startsAt - now) / 1000 / secondsEach);
  return { secondsEach, leftAtStart: Math.max(0, notYet - canEnter) };
}
