import { create } from 'zustand';
import type { CandidateId, PaperId } from '../../../shared/ids.ts';

/** 收卷 as it stands on the screen before it is confirmed. */
export interface CollectDraft {
  /** 未交卷, with the reason as far as it is written. */
  readonly notSubmitted: Readonly<Record<CandidateId, string>>;
  readonly isConfirmedByTechnician: boolean;
}

interface DutyDrafts {
  /** 还在核实: left out of 缺考登记 for now, by paper. */
  readonly heldBack: Readonly<Record<PaperId, ReadonlySet<CandidateId>>>;
  readonly collect: Readonly<Record<PaperId, CollectDraft>>;
  hold(paper: PaperId, candidate: CandidateId, isHeld: boolean): void;
  edit(paper: PaperId, draft: CollectDraft): void;
}

export const EMPTY_COLLECT: CollectDraft = { notSubmitted: {}, isConfirmedByTechnician: false };

/** What was begun and not yet recorded, so that a look at another screen loses nothing. Gone with the page. */
export const useDutyDrafts = create<DutyDrafts>((set) => ({
  heldBack: { theory: new Set(), practical: new Set() },
  collect: { theory: EMPTY_COLLECT, practical: EMPTY_COLLECT },
  hold(paper, candidate, isHeld) {
    set(({ heldBack }) => {
      const held = new Set(heldBack[paper]);
      if (isHeld) held.add(candidate);
      else held.delete(candidate);
      return { heldBack: { ...heldBack, [paper]: held } };
    });
  },
  edit(paper, draft) {
    set(({ collect }) => ({ collect: { ...collect, [paper]: draft } }));
  },
}));
