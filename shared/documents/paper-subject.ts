import type { PaperId, RoomNo } from '../ids.ts';

/** Of which room's 科目 a paper is, as its head says it. Instants UTC ms. */
export interface PaperSubject {
  readonly site: string;
  readonly exam: string;
  /** 考试计划 as the roster names it; '' where it names none. */
  readonly plan: string;
  /** Calendar date in Asia/Shanghai, "2022-11-20". */
  readonly date: string;
  readonly roomNo: RoomNo;
  readonly place: string;
  readonly paper: PaperId;
  readonly kind: 'real' | 'rehearsal';
  /** By the rules alone. */
  readonly planned: { readonly startsAt: number; readonly endsAt: number };
}
