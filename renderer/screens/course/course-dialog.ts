import { create } from 'zustand';
import type { EventRef } from '../../../shared/domain/schema-parts.ts';
import type { PaperId, SeatNo } from '../../../shared/ids.ts';
import type { CourseAct } from './course-acts.ts';

/** What a dialog about the minutes was opened for. */
export type CourseRequest =
  /** 调整时间: null = whatever fits this minute. */
  | {
      readonly kind: 'adjust';
      readonly paper: PaperId | null;
      readonly act: CourseAct | null;
      readonly seats: readonly SeatNo[] | null;
    }
  | { readonly kind: 'withdraw'; readonly paper: PaperId; readonly target: EventRef }
  /** 是否延迟开考: `answer` says whether the start is to be recorded now. */
  | { readonly kind: 'late-start'; readonly paper: PaperId; readonly answer: (goesOn: boolean) => void };

interface CourseDialogStore {
  readonly request: CourseRequest | null;
  open(request: CourseRequest): void;
  close(): void;
}

/** The one dialog about the minutes; it opens over any screen. */
export const useCourseDialog = create<CourseDialogStore>((set, get) => ({
  request: null,
  open(request) {
    get().close();
    set({ request });
  },
  close() {
    const { request } = get();
    set({ request: null });
    if (request?.kind === 'late-start') request.answer(false);
  },
}));

/** 调整时间, with whatever fits this minute. */
export function openAdjust(): void {
  useCourseDialog.getState().open({ kind: 'adjust', paper: null, act: null, seats: null });
}
