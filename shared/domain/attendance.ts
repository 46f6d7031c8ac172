import type { PaperId } from '../ids.ts';
import type { AbsenceAct, CandidateAct, CandidateState, EntryAct, RoomState } from './state.ts';

/** How one candidate stands in one paper. */
export interface Attendance {
  /** 未到, 在场, 迟到 (present), 拒绝入场, 缺考. Presence beats absence, absence beats refusal. */
  readonly status: 'expected' | 'present' | 'late' | 'refused' | 'absent';
  readonly lateMinutes: number;
  /** When the entry (or the refusal, or the marking as absent) happened; null while expected. */
  readonly occurredAt: number | null;
  /** 身份存疑: admitted with a doubt that the chief must look at. */
  readonly hasDoubt: boolean;
  /** The act it rests on. */
  readonly act: EntryAct | AbsenceAct | null;
  /** The last refusal of entry that stands, also where the person was marked absent or let in later. */
  readonly refusal: EntryAct | null;
}

const EXPECTED: Attendance = {
  status: 'expected',
  lateMinutes: 0,
  occurredAt: null,
  hasDoubt: false,
  act: null,
  refusal: null,
};

/** The first check-in that was not undone decides; without one the marking as absent, then the last refusal; else not yet there. */
export function attendanceOf(candidate: CandidateState, paper: PaperId): Attendance {
  const acts = candidate.acts[paper];
  const refusal = acts.filter(isEntryAct).findLast((act) => act.kind === 'refused' && !act.isUndone) ?? null;
  const entry = acts.filter(isEntryAct).find((act) => act.kind === 'checked-in' && !act.isUndone);
  if (entry !== undefined) return presence(entry, refusal);
  const absence = acts.find((act) => act.kind === 'absent' && !act.isUndone);
  if (absence?.kind === 'absent')
    return { ...EXPECTED, status: 'absent', occurredAt: absence.occurredAt, act: absence, refusal };
  if (refusal === null) return EXPECTED;
  return {
    ...EXPECTED,
    status: 'refused',
    lateMinutes: lateMinutesOf(refusal),
    occurredAt: refusal.occurredAt,
    act: refusal,
    refusal,
  };
}

/** A check-in or a refusal, of all that is recorded of a person. */
export function isEntryAct(act: CandidateAct): act is EntryAct {
  return act.kind === 'checked-in' || act.kind === 'refused';
}

/** In the room (or was): 在场 or 迟到. */
export function isPresent({ status }: Pick<Attendance, 'status'>): boolean {
  return status === 'present' || status === 'late';
}

function presence(act: EntryAct, refusal: EntryAct | null): Attendance {
  // A recorded entry after the cut-off stands until it is settled: it counts as late, never as absent.
  const isLate = act.verdict?.kind === 'late' || act.verdict?.kind === 'closed';
  return {
    status: isLate ? 'late' : 'present',
    lateMinutes: isLate ? lateMinutesOf(act) : 0,
    occurredAt: act.occurredAt,
    hasDoubt: act.checks?.face === 'doubt',
    act,
    refusal,
  };
}

function lateMinutesOf(act: EntryAct): number {
  return act.verdict?.kind === 'late' || act.verdict?.kind === 'closed' ? act.verdict.lateMinutes : 0;
}

/** Takes part in this paper in this room: 应到 counts exactly these. */
export function isExpected(candidate: CandidateState, paper: PaperId): boolean {
  return (candidate.standing === 'enrolled' || candidate.standing === 'flagged') && candidate.papers.includes(paper);
}

/** Everybody expected in a paper, by seat. */
export function expectedIn(room: RoomState, paper: PaperId): readonly CandidateState[] {
  return Object.values(room.candidates)
    .filter((candidate) => isExpected(candidate, paper))
    .sort((a, b) => a.seat - b.seat);
}

/** Room counts for one paper: expected 应到 = present 实到 (late ⊂ present) + absent 缺考 + notYet 未到 (refused ⊂ notYet). */
export interface RoomCount {
  readonly expected: number;
  readonly present: number;
  readonly late: number;
  readonly absent: number;
  /** Neither in the room nor marked absent. */
  readonly notYet: number;
  readonly refused: number;
  readonly doubtful: number;
  /** 名单外: people with acts here who are not enrolled, counted apart. */
  readonly unlisted: number;
}

export function countRoom(room: RoomState, paper: PaperId): RoomCount {
  const count = { expected: 0, present: 0, late: 0, absent: 0, notYet: 0, refused: 0, doubtful: 0, unlisted: 0 };
  for (const candidate of Object.values(room.candidates)) {
    const attendance = attendanceOf(candidate, paper);
    if (!isExpected(candidate, paper)) {
      if (isPresent(attendance)) count.unlisted += 1;
      continue;
    }
    count.expected += 1;
    if (isPresent(attendance)) count.present += 1;
    else if (attendance.status === 'absent') count.absent += 1;
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
