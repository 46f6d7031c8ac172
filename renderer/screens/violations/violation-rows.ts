import type { CancellationEntry } from '../../../shared/domain/course-state.ts';
import { cancellationOf } from '../../../shared/domain/eligibility.ts';
import { eventKey } from '../../../shared/domain/schema-parts.ts';
import type { CandidateState, Confirmation, RoomState, ViolationAct } from '../../../shared/domain/state.ts';
import { allViolations } from '../../../shared/domain/violation-acts.ts';
import { PAPER_IDS } from '../../../shared/ids.ts';

/** A warning or a violation as the list shows it. */
export interface ViolationRow {
  readonly key: string;
  readonly act: ViolationAct;
  readonly candidate: CandidateState | null;
  /** Who ticked that it stands in the exam system, and when. */
  readonly registered: Confirmation | null;
  /** Must still be entered there: a violation that stands, not a warning. */
  readonly isOpen: boolean;
  /** 取消考试资格 of the person that stands, on whichever violation. */
  readonly cancellation: CancellationEntry | null;
  /** It rests on this one. */
  readonly isGround: boolean;
}

/** Warnings and violations of both papers, newest first, undone ones included. */
export function violationRows(room: RoomState): readonly ViolationRow[] {
  return PAPER_IDS.flatMap((paper) => allViolations(room, paper))
    .toSorted((a, b) => b.occurredAt - a.occurredAt || b.at - a.at)
    .map((act) => {
      const key = eventKey(act.event);
      const registered = room.registered[key] ?? null;
      const isOpen = !act.isUndone && act.measure === 'recorded' && registered === null;
      const cancellation = cancellationOf(room, act.candidate);
      const isGround = cancellation !== null && eventKey(cancellation.violation) === key;
      const candidate = room.candidates[act.candidate] ?? null;
      return { key, act, candidate, registered, isOpen, cancellation, isGround };
    });
}

/** How many violations must still be entered in 监考管理系统. */
export function openViolations(room: RoomState | null): number {
  return room === null ? 0 : violationRows(room).filter((row) => row.isOpen).length;
}
