import type { PaperId } from '../ids.ts';
import { attendanceOf } from './attendance.ts';
import type { CancellationEntry } from './course-state.ts';
import type { CandidateState } from './state.ts';
import { leaveOf, submissionOf } from './submission.ts';
import { violationsIn } from './violation-acts.ts';

/** 座位图: the one state that colour, shape and word of a seat tell. */
export type SeatLook =
  | 'expected' // 未到
  | 'refused' // 拒绝入场
  | 'absent' // 缺考
  | 'present' // 在场
  | 'late' // 迟到
  | 'doubtful' // 身份存疑
  | 'violation' // 违纪
  | 'cancelled' // 已取消考试资格, not gone yet or still to come
  | 'forced' // 系统已交卷，仍在场 (R40)
  | 'submitted' // 已交卷
  | 'left'; // 已离场

export interface SeatState {
  readonly look: SeatLook;
  readonly lateMinutes: number;
  /** Violations that stand, without mere warnings. */
  readonly violations: number;
  readonly warnings: number;
  readonly isSubmitted: boolean;
  readonly hasLeft: boolean;
  readonly hasDoubt: boolean;
  readonly isCancelled: boolean;
}

/**
 * How a person's seat looks: who has left is gone whatever else was; else the gravest matter shows. Whom the chief let in
 * in spite of a cancelled eligibility sits there like everybody else.
 */
export function seatStateOf(
  candidate: CandidateState,
  paper: PaperId,
  cancellation: CancellationEntry | null = null,
): SeatState {
  const { status, lateMinutes, hasDoubt, occurredAt } = attendanceOf(candidate, paper);
  const isPresent = status === 'present' || status === 'late';
  const acts = violationsIn(candidate, paper);
  const violations = acts.filter((act) => act.measure === 'recorded').length;
  const submission = submissionOf(candidate, paper);
  const hasLeft = leaveOf(candidate, paper) !== null;
  const facts = {
    lateMinutes,
    violations,
    warnings: acts.length - violations,
    isSubmitted: submission !== null,
    hasLeft,
    hasDoubt,
    isCancelled: cancellation !== null,
  };
  if (hasLeft) return { look: 'left', ...facts };
  if (cancellation !== null && (isPresent ? (occurredAt ?? 0) < cancellation.occurredAt : status === 'expected'))
    return { look: 'cancelled', ...facts };
  if (violations > 0) return { look: 'violation', ...facts };
  if (!isPresent) return { look: status, ...facts };
  if (hasDoubt) return { look: 'doubtful', ...facts };
  if (submission !== null) return { look: submission.how === 'full-screen-left' ? 'forced' : 'submitted', ...facts };
  return { look: status, ...facts };
}
