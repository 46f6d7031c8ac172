import type { PaperId } from '../ids.ts';

/** 规则集: one edition of the site manual. Sources: S21 = manual 2021, S22 = manual and notice 2022, S24 = notice 2024. */
export type Edition = 'R2021' | 'R2022' | 'R2024';
export const EDITIONS: readonly Edition[] = ['R2021', 'R2022', 'R2024'];

/**
 * Every parameter of an edition with the value in force on one day. Offsets are minutes from the paper's start
 * (negative = before) or, for the end reminders, from its end. A day's rules are complete: nothing is unset any more.
 */
export interface Rules {
  /** Start of the theory paper, minutes after midnight, Asia/Shanghai. */
  readonly theoryStartMinute: number;
  readonly theoryDurationMin: number;
  readonly practicalStartMinute: number;
  readonly practicalDurationMin: number;
  /** Both papers together; the two durations must add up to it. */
  readonly totalMin: number;
  readonly sheetPickupOffsetMin: number;
  /** 抽签: lots are drawn when the sheets are fetched. */
  readonly hasLotDraw: boolean;
  readonly admissionOpenOffsetMin: number;
  readonly loginOpenOffsetMin: number;
  readonly loginLastCallOffsetMin: number;
  readonly isAnswerLockedUntilStart: boolean;
  readonly lateCutoffOffsetMin: number;
  /** C08: true admits at exactly the cut-off instant; the default is half-open. */
  readonly isLateCutoffInclusive: boolean;
  readonly leaveBanFirstMin: number;
  readonly leaveBanLastMin: number;
  readonly isSubmitAllowedInLastMin: boolean;
  readonly endReminderOffsetsMin: readonly number[];
  readonly leaveNeeds: 'invigilator' | 'invigilator-and-technician';
  readonly machinesAfterEnd: 'keep-on' | 'shut-down';
  readonly violationBook: 'exam-system' | 'room-record' | 'exam-system-and-room-record';
  readonly roomRecordMode: 'export-and-sign' | 'fill-and-sign';
  readonly signInMoment: 'at-admission' | 'after-rules' | 'at-admission-or-after-rules';
  readonly seatsPerRoom: number;
  readonly invigilatorsPerRoom: number;
  readonly technicianPerRoom: number;
  readonly deputyChiefMin: number;
  readonly deputyChiefMax: number;
  /** Spare machines per candidate, 0.1 = one for ten. */
  readonly spareRatio: number;
  readonly spacingM: number;
  readonly isAlternateSeatingAllowed: boolean;
  readonly camerasPerRoom: number;
  /** 回避: own major, or the stricter whole department (C17). */
  readonly recusalScope: 'major' | 'department';
  /** R40: leaving full screen submits the theory paper. */
  readonly submitsOnLeavingFullScreen: boolean;
  readonly isNetSearchForbidden: boolean;
  readonly powerWaitMaxMin: number;
  readonly isPowerWaitInclusive: boolean;
  readonly videoRetentionYears: number;
  readonly recordRetentionYears: number;
  readonly ticketPrintDaysBefore: number;
  readonly sealDaysBefore: number;
  readonly arrangementBy: 'awarding-body' | 'site';
  readonly minimumOs: 'windows-7' | 'windows-10';
  readonly eligibilityCancelledBy: 'chief';
  readonly theoryWeight: number;
  readonly practicalWeight: number;
  readonly passMark: number;
}

export type RuleKey = keyof Rules;

/** Where a value in force came from: printed in the edition, inherited and confirmed, or typed by the chief. */
export type RuleOrigin = 'given' | 'inherited' | 'typed';

/** The rules of one day: edition, values, and the origin of each. */
export interface DayRules {
  readonly edition: Edition;
  readonly values: Rules;
  readonly origins: Readonly<Record<RuleKey, RuleOrigin>>;
}

/** 科目 as data: start and minutes of one paper under the rules. */
export function paperTimes(rules: Rules, paper: PaperId): { startMinute: number; durationMin: number } {
  return paper === 'theory'
    ? { startMinute: rules.theoryStartMinute, durationMin: rules.theoryDurationMin }
    : { startMinute: rules.practicalStartMinute, durationMin: rules.practicalDurationMin };
}
