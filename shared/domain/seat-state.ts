import type { PaperId } from '../ids.ts';
import { attendanceOf } from './attendance.ts';
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
}

/** How a person's seat looks: who has left is gone whatever else was; else the gravest matter shows. */
export function seatStateOf(candidate: CandidateState, paper: PaperId): SeatState {
  const { status, lateMinutes, hasDoubt } = attendanceOf(candidate, paper);
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
  };
  if (hasLeft) return { look: 'left', ...facts };
  if (violations > 0) return { look: 'violation', ...facts };
  if (status !== 'present' && status !== 'late') return { look: status, ...facts };
  if (hasDoubt) return { look: 'doubtful', ...facts };
  if (submission !== null) return { look: submission.how === 'full-screen-left' ? 'forced' : 'submitted', ...facts };
  return { look: status, ...facts };
}
