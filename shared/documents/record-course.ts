import type { SeatNo } from '../ids.ts';
import type { SeatingMode } from '../domain/course-events.ts';
import { formatClock, formatMinute } from '../domain/day-time.ts';
import type { RecordPerson, RecordTime } from './room-record-input.ts';
import { joined, timeText } from './record-texts.ts';

/** Who approved, and whether he stood by or was called. */
export interface RecordApproval {
  readonly name: string;
  readonly how: 'present' | 'code' | 'phone';
}

/** 考试系统已设置; `technician` '' where the tick names none. */
export interface RecordInSystem {
  readonly time: RecordTime;
  readonly technician: string;
}

interface RecordStep {
  readonly time: RecordTime;
  /** Names of who recorded it. */
  readonly by: readonly string[];
}

interface RecordShift extends RecordStep {
  readonly why: string;
  readonly approval: RecordApproval;
  /** 'pending' = 待考试系统确认; null = the exam system need not know of it (any more). */
  readonly inSystem: RecordInSystem | 'pending' | null;
}

/** What moved the paper's minutes, in the order in which it was recorded. Instants are UTC ms. */
export type RecordAdjustment =
  | (RecordShift & { readonly kind: 'delay'; readonly from: number; readonly to: number })
  | (RecordStep & {
      readonly kind: 'pause';
      /** '' for none. */
      readonly why: string;
      /** Null while it lasts. */
      readonly resumed: RecordTime | null;
      readonly lostMs: number;
    })
  | (RecordShift & {
      readonly kind: 'extension';
      /** Null = the whole room. */
      readonly seats: readonly SeatNo[] | null;
      readonly minutes: number;
      /** The end before it and by it. */
      readonly from: number;
      readonly to: number;
      /** The cut-off that it moved entry to; null where it moved none. */
      readonly cutoffAt: number | null;
    })
  | (RecordShift & {
      readonly kind: 'withdrawal';
      readonly of: 'delay' | 'extension';
      readonly seats: readonly SeatNo[] | null;
      /** When what it takes back happened. */
      readonly ofTime: RecordTime;
      readonly from: number;
      readonly to: number;
    });

/** Seats that end later than the room, by the same end. */
export interface RecordSeatEnd {
  readonly seats: readonly SeatNo[];
  readonly endsAt: number;
  /** 待考试系统确认. */
  readonly isPending: boolean;
  /** Their end as it was announced; null while nobody has confirmed it. */
  readonly ended: RecordTime | null;
}

/** 连场 as the chief chose it for this paper, the later one. */
export interface RecordSeating {
  readonly time: RecordTime;
  readonly mode: SeatingMode;
  readonly approval: RecordApproval;
  readonly by: readonly string[];
}

/** The clock as people set it, or the chief's 核实. */
export interface RecordClockAct {
  readonly kind: 'accept-wall' | 'official-time' | 'ratified';
  readonly time: RecordTime;
  /** Both null for a ratification. */
  readonly before: number | null;
  readonly after: number | null;
  readonly by: readonly string[];
}

/** 取消考试资格, on a recorded violation. */
export interface RecordCancellation {
  readonly person: RecordPerson;
  readonly time: RecordTime;
  /** Number of the violation's record, "A#233". */
  readonly violation: string;
  readonly why: string;
  readonly approval: RecordApproval;
  readonly by: readonly string[];
}

/** 换座 within the room (R38). */
export interface RecordSeatChange {
  readonly person: RecordPerson;
  readonly time: RecordTime;
  readonly from: SeatNo;
  readonly to: SeatNo;
  readonly why: string;
  readonly approval: RecordApproval;
  readonly by: readonly string[];
}

/** Let in although something stood against it. */
export interface RecordExemption {
  readonly person: RecordPerson;
  readonly time: RecordTime;
  readonly despite: readonly ('absent-before' | 'eligibility-cancelled')[];
  readonly approval: RecordApproval;
  readonly by: readonly string[];
}

/** 事项 and 情况 of one adjustment. */
export function adjustmentTexts(one: RecordAdjustment): { readonly matter: string; readonly text: string } {
  switch (one.kind) {
    case 'delay':
      return {
        matter: '延迟开考',
        text: joined([`开考时间 ${fromTo(one)}`, reason(one.why), approvedBy(one.approval), inSystemText(one)]),
      };
    case 'pause':
      return {
        matter: '暂停',
        text: joined([
          one.resumed === null ? '尚未恢复' : `${timeText(one.resumed)} 恢复，中断 ${spanText(one.lostMs)}`,
          reason(one.why),
        ]),
      };
    case 'extension':
      return {
        matter: '延时',
        text: joined([
          `${placeText(one.seats)}延长 ${one.minutes} 分，结束时间 ${fromTo(one)}`,
          one.cutoffAt === null ? '' : `停止入场顺延到 ${formatMinute(one.cutoffAt)}`,
          reason(one.why),
          approvedBy(one.approval),
          inSystemText(one),
        ]),
      };
    case 'withdrawal':
      return {
        matter: '撤回',
        text: joined([
          one.of === 'delay'
            ? `撤回 ${timeText(one.ofTime)} 登记的延迟开考，开考时间 ${fromTo(one)}`
            : `撤回 ${timeText(one.ofTime)} 登记的${one.seats === null ? '' : ' '}${placeText(one.seats)}延时，结束时间 ${fromTo(one)}`,
          reason(one.why),
          approvedBy(one.approval),
          inSystemText(one, '改回'),
        ]),
      };
  }
}

const SEATING_WORDS: Readonly<Record<SeatingMode, string>> = { stay: '留座连场', 're-enter': '离场重进' };

/** 事项 and 情况 of how the room passed to this paper. */
export function seatingTexts({ mode, approval }: RecordSeating): { readonly matter: string; readonly text: string } {
  return { matter: SEATING_WORDS[mode], text: approvedBy(approval) };
}

/** 应结束, 实际结束 and 情况 of seats with an end of their own. */
export function seatEndTexts({ seats, endsAt, ended, isPending }: RecordSeatEnd): readonly [string, string, string] {
  const place = joined([placeText(seats), isPending ? '待考试系统确认' : '']);
  return [formatMinute(endsAt), ended === null ? '未确认' : timeText(ended), place];
}

/** 事项 and 情况 of what was done to the clock. */
export function clockActTexts({ kind, before, after }: RecordClockAct): {
  readonly matter: string;
  readonly text: string;
} {
  const change = before === null || after === null ? '' : `${formatClock(before)} 改为 ${formatClock(after)}`;
  switch (kind) {
    case 'accept-wall':
      return { matter: '改按电脑时钟', text: change };
    case 'official-time':
      return { matter: '按标准时间校准', text: change };
    case 'ratified':
      return { matter: '主考核实时间', text: '此前标注“时间待核”的记录，时间经主考核实' };
  }
}

const APPROVED = { present: '当面批准', code: '电话批准（批准码）', phone: '电话批准' } as const;

/** "陈主考当面批准", "陈主考电话批准"; what two of the room say of a call is told as that. */
export function approvedBy({ name, how }: RecordApproval): string {
  return `${name}${APPROVED[how]}`;
}

/** "11–14、20 号座位", or 全考场 for null. */
export function placeText(seats: readonly SeatNo[] | null): string {
  if (seats === null) return '全考场';
  const runs: { from: number; to: number }[] = [];
  for (const seat of seats.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run !== undefined && seat <= run.to + 1) run.to = seat;
    else runs.push({ from: seat, to: seat });
  }
  return `${runs.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join('、')} 号座位`;
}

/** "18 分", "18 分 24 秒": minutes are what is made up for, seconds are lost all the same. */
export function spanText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const rest = seconds % 60;
  return [seconds >= 60 ? `${Math.floor(seconds / 60)} 分` : '', rest > 0 || seconds < 60 ? `${rest} 秒` : '']
    .filter((part) => part !== '')
    .join(' ');
}

function fromTo({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? formatMinute(to) : `${formatMinute(from)} 改为 ${formatMinute(to)}`;
}

function reason(why: string): string {
  return why === '' ? '' : `原因：${why}`;
}

function inSystemText({ inSystem }: RecordShift, done = '设置'): string {
  if (inSystem === null) return '';
  if (inSystem === 'pending') return done === '设置' ? '待考试系统确认' : `待考试系统${done}`;
  const { time, technician } = inSystem;
  return `考试系统 ${timeText(time)} 已${done}${technician === '' ? '' : `（${technician}）`}`;
}
