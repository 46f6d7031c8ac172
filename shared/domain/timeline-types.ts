import type { PaperId } from '../ids.ts';

/** What a milestone is. Ids are `${paper}:${kind}`; a second end reminder is `${paper}:end-reminder@-10`. */
export type MilestoneKind =
  | 'sheet-pickup' // R20 领取签到表（抽签）
  | 'admission-open' // R21 组织入场、核对证件
  | 'rules-reading' // R22 宣读考场规则
  | 'login-call' // R23, R24 通知登录考试系统
  | 'login-last-call' // R23, C01 (only where it differs from login-call)
  | 'start' // R25 宣布开考
  | 'entry-close' // R28 禁止入场
  | 'end-reminder' // R29 提醒还有 5 分钟
  | 'end'; // R33, R34 考试结束
export type MilestoneId = `${PaperId}:${string}`;

export interface Milestone {
  readonly id: MilestoneId;
  readonly paper: PaperId;
  readonly kind: MilestoneKind;
  /** Planned instant, UTC ms. */
  readonly at: number;
  /** Who acts. */
  readonly who: 'invigilator' | 'chief';
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
  /** In order of `at`, then of the kinds above. */
  readonly milestones: readonly Milestone[];
}

export interface Timeline {
  readonly papers: Readonly<Record<PaperId, PaperTimeline>>;
  /** Milestones of both papers in order of time (C04: they may interleave). */
  readonly milestones: readonly Milestone[];
}

/** 主考信号: 预备, 开始, 终止. */
export type SignalKind = 'prepare' | 'start' | 'end';

/** What happened on the day that bears on the timeline. A late "start" click shifts nothing. */
export interface TimelineFacts {
  readonly signals: Readonly<Record<PaperId, Readonly<Partial<Record<SignalKind, number>>>>>;
}

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
