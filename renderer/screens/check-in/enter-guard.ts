/**
 * What an Enter in the check-in field means. A scanner types its own Enter right after the number, an IME uses Enter to
 * take a word: neither may confirm a person. So an Enter that comes while the search is still open, or within GUARD_MS
 * of the person's appearing, only selects; the confirming one is a separate act.
 */
export interface EnterGuard {
  readonly phase: 'idle' | 'searching' | 'listed' | 'shown';
  /** Real time at which the person on screen appeared, ms; null unless 'shown'. */
  readonly shownAtMs: number | null;
}

/** Real milliseconds during which an Enter belongs to the scan that brought the person up. */
export const GUARD_MS = 400;

export const IDLE_GUARD: EnterGuard = { phase: 'idle', shownAtMs: null };

export type GuardEvent =
  | { readonly kind: 'typed'; readonly isEmpty: boolean }
  | { readonly kind: 'answered'; readonly matches: 'none' | 'one' | 'several'; readonly atMs: number }
  | { readonly kind: 'chosen'; readonly atMs: number }
  | { readonly kind: 'cleared' };

/** The guard after something happened in the field. Any typed character starts a new search, the same text included. */
export function guardAfter(guard: EnterGuard, event: GuardEvent): EnterGuard {
  switch (event.kind) {
    case 'typed':
      return event.isEmpty ? IDLE_GUARD : { phase: 'searching', shownAtMs: null };
    case 'answered':
      if (guard.phase !== 'searching') return guard;
      if (event.matches === 'one') return { phase: 'shown', shownAtMs: event.atMs };
      return event.matches === 'several' ? { phase: 'listed', shownAtMs: null } : IDLE_GUARD;
    case 'chosen':
      return { phase: 'shown', shownAtMs: event.atMs };
    case 'cleared':
      return IDLE_GUARD;
  }
}

export interface EnterPress {
  readonly atMs: number;
  /** During IME composition (isComposing, or key code 229). */
  readonly isComposing: boolean;
  /** The key is held down. */
  readonly isRepeat: boolean;
}

/** What to do with this Enter: nothing more than the selection, take the marked line of the list, or confirm. */
export function meaningOfEnter(guard: EnterGuard, press: EnterPress): 'nothing' | 'choose' | 'confirm' {
  if (press.isComposing || press.isRepeat) return 'nothing';
  if (guard.phase === 'listed') return 'choose';
  if (guard.phase !== 'shown' || guard.shownAtMs === null) return 'nothing';
  return press.atMs - guard.shownAtMs < GUARD_MS ? 'nothing' : 'confirm';
}
