import type { CandidateId } from '../ids.ts';
import type { CancellationEntry } from './course-state.ts';
import type { RoomState } from './state.ts';

/** 取消考试资格 of a person that stands; null for everybody else. It holds for the whole day, not for one paper. */
export function cancellationOf(room: RoomState, candidate: CandidateId): CancellationEntry | null {
  return room.course.cancellations.find((one) => one.candidate === candidate && !one.isUndone) ?? null;
}
