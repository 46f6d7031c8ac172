import type { PaperId } from '../ids.ts';
import type { CandidateState, EntryAct, RoomState } from './state.ts';

/** How one candidate stands in one paper. */
export interface Attendance {
  /** 未到, 在场, 迟到 (present), 拒绝入场. Presence beats refusal. */
  readonly status: 'expected' | 'present' | 'late' | 'refused';
  readonly lateMinutes: number;
  /** When the entry (or the refusal) happened; null while expected. */
  readonly occurredAt: number | null;
  /** 身份存疑: admitted with a doubt that the chief must look at. */
  readonly hasDoubt: boolean;
  /** The act it rests on. */
  readonly act: EntryAct | null;
}

const EXPECTED: Attendance = { status: 'expected', lateMinutes: 0, occurredAt: null, hasDoubt: false, act: null };

/** The first check-in that was not undone decides; without one the last refusal; without that: not yet there. */
export function attendanceOf(candidate: CandidateState, paper: PaperId): Attendance {
  const acts = candidate.acts[paper];
  const entry = acts.find((act) => act.kind === 'checked-in' && !act.isUndone);
  if (entry !== undefined) return presence(entry);
  const refusal = acts.findLast((act) => act.kind === 'refused' && !act.isUndone);
  if (refusal === undefined) return EXPECTED;
  return {
    ...EXPECTED,
    status: 'refused',
    lateMinutes: lateMinutesOf(refusal),
    occurredAt: refusal.occurredAt,
    act: refusal,
  };
}

function presence(act: EntryAct): Attendance {
  // A recorded entry after the cut-off stands until it is settled: it counts as late, never as absent.
  const isLate = act.verdict?.kind === 'late' || act.verdict?.kind === 'closed';
  return {
    status: isLate ? 'late' : 'present',
    lateMinutes: isLate ? lateMinutesOf(act) : 0,
    occurredAt: act.occurredAt,
    hasDoubt: act.checks?.face === 'doubt',
    act,
  };
}

function lateMinutesOf(act: EntryAct): number {
  return act.verdict?.kind === 'late' || act.verdict?.kind === 'closed' ? act.verdict.lateMinutes : 0;
}

/** Takes part in this paper in this room: 应到 counts exactly these. */
export function isExpected(candidate: CandidateState, paper: PaperId): boolean {
  return (candidate.standing === 'enrolled' || candidate.standing === 'flagged') && candidate.papers.includes(paper);
}

/** Room counts for one paper. expected 应到 = present 实到 (late ⊂ present) + notYet 未到, the refused being part of notYet. */
export interface RoomCount {
  readonly expected: number;
  readonly present: number;
  readonly late: number;
  readonly notYet: number;
  readonly refused: number;
  readonly doubtful: number;
  /** 名单外: people with acts here who are not enrolled, counted apart. */
  readonly unlisted: number;
}

export function countRoom(room: RoomState, paper: PaperId): RoomCount {
  const count = { expected: 0, present: 0, late: 0, notYet: 0, refused: 0, doubtful: 0, unlisted: 0 };
  for (const candidate of Object.values(room.candidates)) {
    const attendance = attendanceOf(candidate, paper);
    const isPresent = attendance.status === 'present' || attendance.status === 'late';
    if (!isExpected(candidate, paper)) {
      if (isPresent) count.unlisted += 1;
      continue;
    }
    count.expected += 1;
    if (isPresent) count.present += 1;
    else count.notYet += 1;
    if (attendance.status === 'late') count.late += 1;
    if (attendance.status === 'refused') count.refused += 1;
    if (attendance.hasDoubt) count.doubtful += 1;
  }
  return count;
}

/** 第 n 排第 m 列, both 1-based, for the usual room of eight columns counted row by row from the front. */
export function seatPosition(seat: number, columns = 8): { row: number; column: number } {
  return { row: Math.floor((seat - 1) / columns) + 1, column: ((seat - 1) % columns) + 1 };
}
