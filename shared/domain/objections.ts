import type { PaperId } from '../ids.ts';
import { attendanceOf } from './attendance.ts';
import type { Despite } from './course-events.ts';
import { cancellationOf } from './eligibility.ts';
import type { CandidateState, RoomState } from './state.ts';
import { inOrder } from './timeline.ts';

/** What stands against an entry and is asked about at the door (D30); the manuals say nothing of either. */
export interface Objection {
  readonly despite: Despite;
  /** When 缺考 or 取消考试资格 happened. */
  readonly at: number;
}

/** The graver first: out of the exam, then absent in the earlier paper. None for nearly everybody. */
export function objectionsTo(room: RoomState, candidate: CandidateState, paper: PaperId): readonly Objection[] {
  const found: Objection[] = [];
  const cancelled = cancellationOf(room, candidate.candidate);
  if (cancelled !== null) found.push({ despite: 'eligibility-cancelled', at: cancelled.occurredAt });
  const absentAt = absenceBefore(room, candidate, paper);
  if (absentAt !== null) found.push({ despite: 'absent-before', at: absentAt });
  return found;
}

/** When 缺考 of the earlier paper happened; null where the person was not absent in it, or this is the earlier one. */
function absenceBefore({ timeline }: RoomState, candidate: CandidateState, paper: PaperId): number | null {
  if (timeline === null) return null;
  const [earlier] = inOrder(timeline);
  if (earlier.paper === paper) return null;
  const { status, occurredAt } = attendanceOf(candidate, earlier.paper);
  return status === 'absent' ? occurredAt : null;
}
