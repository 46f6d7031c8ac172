import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer, ContractError } from '../../../shared/contract/call.ts';
import type { CandidateCard, SearchResult } from '../../../shared/contract/views.ts';
import { type EnterGuard, type EnterPress, guardAfter, IDLE_GUARD, meaningOfEnter } from './enter-guard.ts';
import { createLatestSearch } from './latest-search.ts';

/** The field, what the station found for it, and whose turn an Enter is. */
export interface Search {
  readonly text: string;
  readonly result: SearchResult | null;
  readonly person: CandidateCard | null;
  /** How the person was found, as the record keeps it. */
  readonly found: NonNullable<SearchResult['how']> | 'list';
  /** The marked line of several matches; -1 while none is. */
  readonly marked: number;
  readonly error: ContractError | null;
  /** Whether what is shown may still be an earlier text's: the answer to the one in the field is under way. */
  readonly isLooking: boolean;
  type(text: string, isComposing: boolean): void;
  /** Marks the next or the previous of several matches. */
  move(step: 1 | -1): void;
  choose(person: CandidateCard): void;
  /** Takes an Enter: selects what it may select and answers whether it confirms the person on screen. */
  enter(press: EnterPress): 'nothing' | 'confirm';
  clear(): void;
}

interface SearchParts {
  readonly ask: (query: string) => Promise<Answer<SearchResult>>;
  /** Real time, ms. */
  readonly elapsed: () => number;
}

const NOBODY = { result: null, person: null, marked: -1, error: null, isLooking: false } as const;

/** The search of one desk. The guard lives beside the state: it is read at a key press, before anything is drawn. */
export function createSearchStore({ ask, elapsed }: SearchParts): StoreApi<Search> {
  let guard: EnterGuard = IDLE_GUARD;

  return createStore<Search>((set, get) => {
    const searcher = createLatestSearch(ask, (_query, answer) => {
      if (!answer.ok) {
        guard = IDLE_GUARD;
        set({ ...NOBODY, error: answer.error });
        return;
      }
      const result = answer.value;
      guard = guardAfter(guard, { kind: 'answered', matches: result.kind, atMs: elapsed() });
      const person = result.kind === 'one' ? (result.matches[0] ?? null) : null;
      set({ ...NOBODY, result, person, found: result.how ?? 'list' });
    });

    return {
      text: '',
      ...NOBODY,
      found: 'list',
      type(text, isComposing) {
        const query = text.trim();
        guard = guardAfter(guard, { kind: 'typed', isEmpty: query === '' });
        // A person who does not belong to the text any more must not stay under the confirm key.
        const isLooking = query !== '' && !isComposing;
        set(query === '' ? { ...NOBODY, text } : { text, person: null, error: null, isLooking });
        if (isLooking) searcher.look(query);
        else searcher.cancel();
      },
      move(step) {
        const { person, result, marked } = get();
        const last = (result?.matches.length ?? 0) - 1;
        if (person === null && last > 0) set({ marked: Math.min(last, Math.max(0, marked + step)) });
      },
      choose(person) {
        guard = guardAfter(guard, { kind: 'chosen', atMs: elapsed() });
        set({ person });
      },
      enter(press) {
        const meaning = meaningOfEnter(guard, press);
        if (meaning !== 'choose') return meaning;
        const { result, marked, choose } = get();
        const line = result?.matches[marked];
        if (line !== undefined) choose(line);
        return 'nothing';
      },
      clear() {
        guard = guardAfter(guard, { kind: 'cleared' });
        searcher.cancel();
        set({ ...NOBODY, text: '' });
      },
    };
  });
}
