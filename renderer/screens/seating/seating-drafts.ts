import { create } from 'zustand';
import type { SeatingMode } from '../../../shared/domain/course-events.ts';
import type { CandidateId } from '../../../shared/ids.ts';
import type { ApprovalDraft } from '../course/approval-draft.ts';
import type { SeatedSaid } from './seating-plan.ts';

/** 连场 as it is being chosen. */
export interface SeatingDraft {
  readonly mode: SeatingMode | null;
  readonly approval: ApprovalDraft;
}

interface SeatingDrafts {
  /** Null until somebody has touched the form. */
  readonly choice: SeatingDraft | null;
  readonly said: SeatedSaid;
  choose(choice: SeatingDraft | null): void;
  say(candidate: CandidateId, isSeated: boolean): void;
  forget(): void;
}

/** What was begun and not yet recorded: a signal that takes the card's place for a minute loses nothing. Gone with the page. */
export const useSeatingDrafts = create<SeatingDrafts>((set) => ({
  choice: null,
  said: {},
  choose(choice) {
    set({ choice });
  },
  say(candidate, isSeated) {
    set(({ said }) => ({ said: { ...said, [candidate]: isSeated } }));
  },
  forget() {
    set({ said: {} });
  },
}));
