import { create } from 'zustand';
import type { PaperId } from '../../../shared/ids.ts';

interface DocumentView {
  /** Whose 考场情况记录单 lies open; null for none. */
  readonly record: PaperId | null;
  showRecord(paper: PaperId | null): void;
}

/** What 文书打印 shows, so that another screen can lead to it. */
export const useDocumentView = create<DocumentView>((set) => ({
  record: null,
  showRecord(record) {
    set({ record });
  },
}));
