import type { PaperId, SeatNo } from '../ids.ts';

/** Milestones that may have a sentence to read aloud, in the order in which they happen where instants are equal. */
export const SPOKEN_KINDS = [
  'admission-open', // R21 组织入场、核对证件
  'rules-reading', // R22 宣读考场规则
  'login-call', // R23, R24 通知登录考试系统
  'login-last-call', // R23, C01 (only where it differs from login-call)
  'prepare', // R25 预备信号
  'start', // R25 宣布开考
  'login-check', // R25 提醒尚未登录的考生
  'entry-close', // R28 禁止入场
  'end-reminder', // R29 提醒还有 5 分钟
  'end', // R33 考试结束
  'seat-end-reminder', // R29 for seats that end later
  'seat-end', // R33 for seats that end later
  'machines', // R34, C07 关机或不关机
] as const;

/**
 * What a milestone is. Ids are `${paper}:${kind}`; a second end reminder is `${paper}:end-reminder@-10`, those of seats
 * that end later `${paper}:seat-end@7` (minutes after the room's end).
 */
export type MilestoneKind =
  | (typeof SPOKEN_KINDS)[number]
  | 'sheet-pickup' // R20 领取签到表（抽签）
  | 'room-check' // 清场，核对考场号和科目
  | 'all-submitted' // R33 全部交卷 = 收卷
  | 'technician-confirmed' // R33 技术支持确认
  | 'results-reported' // R42 成绩存储、上报
  | 'room-record'; // R36 考场情况记录单
export type MilestoneId = `${PaperId}:${string}`;

export interface Milestone {
  readonly id: MilestoneId;
  readonly paper: PaperId;
  readonly kind: MilestoneKind;
  /** Planned instant, UTC ms, as it stands now. */
  readonly at: number;
  /** The same by the rules alone, before any delay or extension; equal to `at` on a day that runs to plan. */
  readonly plannedAt: number;
  /** Who acts. */
  readonly who: 'invigilator' | 'chief' | 'technician';
  /** 'confirm' = one key on the rail; 'act' = done by an act of its own (收卷, the record), never ticked. */
  readonly by: 'confirm' | 'act';
  /** The seats it is for, where it is not for the whole room. */
  readonly seats: readonly SeatNo[] | null;
  /** The rules behind it, e.g. ['R23', 'R24']. */
  readonly rules: readonly string[];
}

/** One paper's instants, UTC ms. All intervals are half-open [from, to). */
export interface PaperTimeline {
  readonly paper: PaperId;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly entryOpensAt: number;
  /** First instant at which entry is closed; with an inclusive cut-off (C08) one ms after the printed minute. */
  readonly entryClosesAt: number;
  readonly loginAt: number;
  /** Leaving is allowed in [leaveOpensAt, leaveClosesAt) and again from endsAt. */
  readonly leaveOpensAt: number;
  readonly leaveClosesAt: number;
  /** Start and end by the rules alone. */
  readonly plannedStartsAt: number;
  readonly plannedEndsAt: number;
  /** The last end of all: the room's, or that of the seats that end latest. */
  readonly lastEndsAt: number;
  /** Seats that end after the room, earliest first. */
  readonly seatEnds: readonly SeatEnd[];
  /** Every 暂停 in order of time; the last one has no end while the paper is paused. */
  readonly pauses: readonly Pause[];
  /** Paused since, UTC ms; null while the paper is not paused. What would fall due after it waits. */
  readonly pausedSince: number | null;
  /** 待考试系统确认: a delay or an extension of the room that no technician has confirmed yet. */
  readonly isStartPending: boolean;
  readonly isEndPending: boolean;
  /** In order of `at`, then of the kinds above. */
  readonly milestones: readonly Milestone[];
}

/** A time in which a paper stood still, half-open; `until` null while it does. */
export interface Pause {
  readonly since: number;
  readonly until: number | null;
}

/** Seats that end later than the room, by the same number of minutes. */
export interface SeatEnd {
  /** Whole minutes after the room's end, rounded up. */
  readonly minutes: number;
  readonly endsAt: number;
  readonly seats: readonly SeatNo[];
  /** 待考试系统确认. */
  readonly isPending: boolean;
}

export interface Timeline {
  readonly papers: Readonly<Record<PaperId, PaperTimeline>>;
  /** Milestones of both papers in order of time (C04: they may interleave). */
  readonly milestones: readonly Milestone[];
}

/** 主考信号: 预备, 开始, 终止. */
export type SignalKind = 'prepare' | 'start' | 'end';

/** What happened on the day that bears on the timeline, in merged order. A late "start" click shifts nothing. */
export type TimelineFacts = Readonly<Record<PaperId, readonly TimelineFact[]>>;

export type TimelineFact =
  /** *Later*: the window moves. What had passed when it was said (`saidAt`) stays where it was. */
  | { readonly kind: 'delay'; readonly startsAt: number; readonly saidAt: number; readonly isPending: boolean }
  /** A withdrawn delay that the exam system still goes by. */
  | { readonly kind: 'stale-start' }
  | { readonly kind: 'pause'; readonly at: number }
  | { readonly kind: 'resume'; readonly at: number }
  /** *Longer*: the end moves, of the room (`seats` null) or of seats; `cutoffMs` is how far the cut-off moves along. */
  | {
      readonly kind: 'extension';
      readonly seats: readonly SeatNo[] | null;
      readonly ms: number;
      readonly cutoffMs: number;
      readonly isPending: boolean;
    };

/** A day that runs to plan. */
export const NO_FACTS: TimelineFacts = { theory: [], practical: [] };

/** One thing that is allowed or not at an instant. */
export interface Permit {
  readonly allowed: boolean;
  /** When this answer changes, UTC ms; null when it does not any more. */
  readonly until: number | null;
  /** The rule it rests on, e.g. 'R28'. */
  readonly rule: string;
}

/** What candidates may do in one paper at an instant. */
export interface Permits {
  readonly enter: Permit;
  readonly answer: Permit;
  readonly submit: Permit;
  /** 交卷离场. */
  readonly leave: Permit;
}

/** How an entry at an instant is judged. Minutes are whole minutes after the start, cut off. */
export type EntryVerdict =
  | { readonly kind: 'too-early'; readonly opensAt: number; readonly rule: 'R21' }
  | { readonly kind: 'on-time'; readonly rule: 'R21' }
  | { readonly kind: 'late'; readonly lateMinutes: number; readonly rule: 'R27' }
  | { readonly kind: 'closed'; readonly closedAt: number; readonly lateMinutes: number; readonly rule: 'R28' };

export interface RailItem {
  readonly milestone: Milestone;
  readonly state: 'done' | 'overdue' | 'due' | 'upcoming';
  /** When it was confirmed, UTC ms. */
  readonly doneAt: number | null;
}

/** 今日时间轴: all items in order of time, the one to do now, and the next instant anything changes. */
export interface Rail {
  readonly items: readonly RailItem[];
  /** The item on top: the oldest overdue one, else the one due, else the next upcoming one; null when all are done. */
  readonly now: RailItem | null;
}
