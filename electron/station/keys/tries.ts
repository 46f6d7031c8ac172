import { createInTurn, type InTurn } from '../in-turn.ts';

/** Wrong codes or PINs in a row: nothing is ever locked out, the waiting only takes the fun out of trying. */
export interface Tries {
  /** Real milliseconds until the next try is taken, 0 = now. */
  waitMs(elapsedMs: number): number;
  /** Wrong ones since the last right one. */
  wrong(): number;
  failed(elapsedMs: number): void;
  succeeded(): void;
  /** Slow checks one after the other: sent all at once, each would be let in before the first was found wrong. */
  readonly inTurn: InTurn;
}

/** Typing errors are free. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

export function createTries(): Tries {
  let wrong = 0;
  let openAt = 0;
  return {
    wrong: () => wrong,
    waitMs: (elapsedMs) => Math.max(0, openAt - elapsedMs),
    failed(elapsedMs) {
      wrong += 1;
      if (wrong < FREE_TRIES) return;
      openAt = elapsedMs + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (wrong - FREE_TRIES));
    },
    succeeded() {
      wrong = 0;
      openAt = 0;
    },
    inTurn: createInTurn(),
  };
}
