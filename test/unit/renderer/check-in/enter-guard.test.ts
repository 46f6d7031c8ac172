import { describe, expect, it } from 'vitest';
import {
  type EnterGuard,
  GUARD_MS,
  guardAfter,
  IDLE_GUARD,
  meaningOfEnter,
} from '../../../../renderer/screens/check-in/enter-guard.ts';

const press = { isComposing: false, isRepeat: false };
const shownAt = (atMs: number): EnterGuard => ({ phase: 'shown', shownAtMs: atMs });

describe('an Enter in the check-in field', () => {
  it('confirms nobody while the search is still open, as a scan’s own Enter comes before the answer', () => {
    const guard = guardAfter(IDLE_GUARD, { kind: 'typed', isEmpty: false });
    expect(meaningOfEnter(guard, { ...press, atMs: 5 })).toBe('nothing');
  });

  it('only selects until 400 ms after the person appeared, and confirms from then on', () => {
    expect(meaningOfEnter(shownAt(1000), { ...press, atMs: 1000 + GUARD_MS - 1 })).toBe('nothing');
    expect(meaningOfEnter(shownAt(1000), { ...press, atMs: 1000 + GUARD_MS })).toBe('confirm');
  });

  it('counts the 400 ms from a person chosen out of several', () => {
    const guard = guardAfter({ phase: 'listed', shownAtMs: null }, { kind: 'chosen', atMs: 2000 });
    expect(meaningOfEnter(guard, { ...press, atMs: 2399 })).toBe('nothing');
    expect(meaningOfEnter(guard, { ...press, atMs: 2400 })).toBe('confirm');
  });

  it('never confirms during IME composition or while the key is held down', () => {
    expect(meaningOfEnter(shownAt(0), { atMs: 9000, isComposing: true, isRepeat: false })).toBe('nothing');
    expect(meaningOfEnter(shownAt(0), { atMs: 9000, isComposing: false, isRepeat: true })).toBe('nothing');
  });

  it('never confirms out of several: it takes the marked line', () => {
    const guard = guardAfter(
      { phase: 'searching', shownAtMs: null },
      { kind: 'answered', matches: 'several', atMs: 0 },
    );
    expect(meaningOfEnter(guard, { ...press, atMs: 9000 })).toBe('choose');
  });

  it('starts over with every character, also when a person is shown already', () => {
    const guard = guardAfter(shownAt(0), { kind: 'typed', isEmpty: false });
    expect(meaningOfEnter(guard, { ...press, atMs: 9000 })).toBe('nothing');
  });

  it('has nothing to do with an empty field, with nobody found, or after the act', () => {
    expect(guardAfter(shownAt(0), { kind: 'typed', isEmpty: true })).toEqual(IDLE_GUARD);
    expect(guardAfter(shownAt(0), { kind: 'cleared' })).toEqual(IDLE_GUARD);
    const none = guardAfter({ phase: 'searching', shownAtMs: null }, { kind: 'answered', matches: 'none', atMs: 0 });
    expect(meaningOfEnter(none, { ...press, atMs: 9000 })).toBe('nothing');
  });

  it('takes no answer to a search that is over', () => {
    expect(guardAfter(IDLE_GUARD, { kind: 'answered', matches: 'one', atMs: 0 })).toEqual(IDLE_GUARD);
  });
});
