import type { CandidateId, PaperId, SeatNo, StationId } from '../ids.ts';
import type { Approval, SeatingMode, SiteText } from './course-events.ts';
import type { EventRef, SealedBox } from './schema-parts.ts';
import type { ActBase, Confirmation } from './state.ts';

/** The course of the day 经过 in one room; undone entries included, in merged order. */
export interface CourseState {
  /** What moves the minutes of each paper. */
  readonly adjustments: Readonly<Record<PaperId, readonly Adjustment[]>>;
  /** Key of a delay or an extension → its 撤回, also where the target is not known here (yet). The first counts. */
  readonly withdrawals: Readonly<Record<string, Withdrawal>>;
  /** Key of a delay or an extension → 考试系统已设置. */
  readonly setInSystem: Readonly<Record<string, Confirmation>>;
  /** 连场, by the later paper; the last one that stands counts. */
  readonly seatings: readonly SeatingEntry[];
  /** 取消考试资格. */
  readonly cancellations: readonly CancellationEntry[];
  /** Whether alarms may sound between T and E; the last word counts. */
  readonly soundsDuringExam: boolean;
  /** The site's own sentences; empty = the program's own. */
  readonly siteTexts: readonly SiteText[];
  /** Key of a delay, an extension or a choice of 连场 that a second chain said again (PK4) → key of the one that counts. */
  readonly retold: Readonly<Record<string, string>>;
  /** The clock as people set it, and the chief's ratifications, in merged order. */
  readonly clockActs: readonly ClockAct[];
}

export type Adjustment = DelayEntry | PauseEntry | ResumeEntry | ExtensionEntry;

/** 延迟开考. */
export interface DelayEntry extends ActBase {
  readonly kind: 'delay';
  readonly startsAt: number;
  readonly why: SealedBox;
  readonly approval: Approval;
}

/** 暂停. */
export interface PauseEntry extends ActBase {
  readonly kind: 'pause';
  readonly why: SealedBox | null;
}

/** 恢复. */
export interface ResumeEntry extends ActBase {
  readonly kind: 'resume';
  readonly lostMs: number;
}

/** 延时. */
export interface ExtensionEntry extends ActBase {
  readonly kind: 'extension';
  /** Null = the whole room. */
  readonly seats: readonly SeatNo[] | null;
  readonly minutes: number;
  readonly movesCutoff: boolean;
  readonly why: SealedBox;
  readonly approval: Approval;
}

/** 撤回. */
export interface Withdrawal extends Confirmation {
  readonly keptMs: number;
  readonly why: SealedBox;
  readonly approval: Approval;
}

export interface SeatingEntry extends ActBase {
  readonly mode: SeatingMode;
  readonly approval: Approval;
  /** Keys of the 留座 confirmations that this 离场重进 takes back, as long as it stands. */
  readonly sentOut: readonly string[];
}

export interface CancellationEntry extends ActBase {
  readonly candidate: CandidateId;
  readonly violation: EventRef;
  readonly why: SealedBox;
  readonly approval: Approval;
}

export interface ClockAct extends Confirmation {
  readonly station: StationId;
  readonly kind: 'accept-wall' | 'official-time' | 'ratified';
  /** All null for a ratification. */
  readonly before: number | null;
  readonly after: number | null;
  readonly wall: number | null;
}

export const EMPTY_COURSE: CourseState = {
  adjustments: { theory: [], practical: [] },
  withdrawals: {},
  setInSystem: {},
  seatings: [],
  cancellations: [],
  soundsDuringExam: false,
  siteTexts: [],
  retold: {},
  clockActs: [],
};
