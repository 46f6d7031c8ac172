import type { CandidateId, PaperId, RoomNo, SeatNo, StaffId, StationId } from '../ids.ts';
import type { Approval, SeatingMode, SiteText } from './course-events.ts';
import type { EventRef, SealedBox } from './schema-parts.ts';

/** What moves a paper's minutes, and what is settled about the clock and the two papers. */
export type CourseCommand =
  | DelayPaper
  | PausePaper
  | ResumePaper
  | ExtendPaper
  | SetInSystem
  | WithdrawAdjustment
  | ChooseSeating
  | CarryOver
  | CancelEligibility
  | SetAlarmSound
  | LoadAnnouncements
  | SetClock
  | RatifyClock;

/** `room` null = every room of the site, from the exam office. */
interface OfPaper {
  readonly room: RoomNo | null;
  readonly paper: PaperId;
}

/**
 * What becomes of the next paper when this one runs into it (C04): it starts later, or stays and the chief arranges it.
 * Null = not asked.
 */
export type NextPaperChoice = { readonly kind: 'delay'; readonly startsAt: number } | { readonly kind: 'keep' } | null;

/** Whether the cut-off moves with an interruption of the first 30 minutes; null = not asked. */
export type CutoffChoice = 'moves' | 'stays' | null;

interface Adjusting extends OfPaper {
  readonly next: NextPaperChoice;
  readonly why: SealedBox;
  readonly approval: Approval;
}

/** 延迟开考, to an instant. */
export interface DelayPaper extends Adjusting {
  readonly type: 'delayPaper';
  readonly startsAt: number;
}

/** 暂停. */
export interface PausePaper extends OfPaper {
  readonly type: 'pausePaper';
  readonly why: SealedBox | null;
}

/** 恢复; `extension` null = nothing is made up for. */
export interface ResumePaper extends OfPaper {
  readonly type: 'resumePaper';
  readonly extension:
    | (Omit<Adjusting, keyof OfPaper> & { readonly minutes: number; readonly cutoff: CutoffChoice })
    | null;
}

/** 延时 of the room (`seats` null) or of seats. */
export interface ExtendPaper extends Adjusting {
  readonly type: 'extendPaper';
  readonly seats: readonly SeatNo[] | null;
  readonly minutes: number;
  readonly cutoff: CutoffChoice;
  /** `countSteps` of what was shown when it was confirmed; null = nothing was shown. */
  readonly seen: number | null;
}

/** 考试系统已设置. */
export interface SetInSystem {
  readonly type: 'setInSystem';
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly target: EventRef;
  readonly technician: StaffId | null;
}

/** 撤回; `endsAt` is asked for where the end before it lies in the past. */
export interface WithdrawAdjustment extends Adjusting {
  readonly type: 'withdrawAdjustment';
  readonly target: EventRef;
  readonly endsAt: number | null;
}

/** 连场: how the room passes from one paper to the next; `paper` is the later one. */
export interface ChooseSeating extends OfPaper {
  readonly type: 'chooseSeating';
  readonly mode: SeatingMode;
  readonly approval: Approval;
}

/** 留座连场: who is shown in his seat is checked in for the later paper. */
export interface CarryOver {
  readonly type: 'carryOver';
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly candidates: readonly CandidateId[];
}

export interface CancelEligibility {
  readonly type: 'cancelEligibility';
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly candidate: CandidateId;
  readonly violation: EventRef;
  readonly why: SealedBox;
  readonly approval: Approval;
}

export interface SetAlarmSound {
  readonly type: 'setAlarmSound';
  readonly duringExam: boolean;
}

export interface LoadAnnouncements {
  readonly type: 'loadAnnouncements';
  readonly texts: readonly SiteText[];
}

/** All instants are filled in by the station, which alone knows its clock. */
export interface SetClock {
  readonly type: 'setClock';
  readonly kind: 'accept-wall' | 'official-time';
  readonly before: number;
  readonly after: number;
  /** What the computer's own clock said. */
  readonly wall: number;
  /** There was something to set as it was asked. */
  readonly isInDoubt: boolean;
}

/** 时间核实; filled in by the station like the above. */
export interface RatifyClock {
  readonly type: 'ratifyClock';
  readonly station: StationId;
  /** Its clock is in doubt as it is asked. */
  readonly isInDoubt: boolean;
}

/** Why a command on the day's course was not carried out. */
export type CourseRefusalCode =
  | 'approver-not-chief'
  | 'delay-out-of-range'
  | 'already-started'
  | 'paper-over'
  | 'paper-not-running'
  | 'already-paused'
  | 'not-paused'
  | 'paper-paused'
  | 'cutoff-unanswered'
  | 'collision-unanswered'
  | 'collision-remains'
  | 'seat-unknown'
  | 'course-changed'
  | 'adjustment-unknown'
  | 'already-withdrawn'
  | 'withdrawal-before-now'
  | 'already-set-in-system'
  | 'seating-not-open'
  | 'seating-not-chosen'
  | 'not-in-room'
  | 'absent-before'
  | 'eligibility-cancelled'
  | 'already-cancelled'
  | 'violation-unknown'
  | 'sound-already-so'
  | 'announcement-twice'
  | 'time-out-of-range'
  | 'nothing-in-doubt';
