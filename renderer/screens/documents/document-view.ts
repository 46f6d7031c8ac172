import { create } from 'zustand';
import { type EventRef, eventKey } from '../../../shared/domain/schema-parts.ts';
import type { SignedPaperKind } from '../../../shared/domain/signed-papers.ts';
import type { PaperId } from '../../../shared/ids.ts';

/** A paper of this room that people sign. */
export interface ShownPaper {
  readonly kind: SignedPaperKind;
  readonly paper: PaperId;
  /** What it is about; null for 考场情况记录单. */
  readonly about: EventRef | null;
}

interface DocumentView {
  /** Which paper lies open; null for none. */
  readonly shown: ShownPaper | null;
  showPaper(paper: ShownPaper | null): void;
}

/** What 文书打印 shows, so that another screen can lead to it. */
export const useDocumentView = create<DocumentView>((set) => ({
  shown: null,
  showPaper(shown) {
    set({ shown });
  },
}));

/** Tells one shown paper from another. */
export function keyOf({ kind, paper, about }: ShownPaper): string {
  return `${kind} ${paper} ${about === null ? '' : eventKey(about)}`;
}

/** 考场情况记录单 of a 科目. */
export function recordOf(paper: PaperId): ShownPaper {
  return { kind: 'room-record', paper, about: null };
}
