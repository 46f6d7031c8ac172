import type { DayRules, RuleKey } from '../../shared/domain/rules.ts';
import type { MilestoneKind } from '../../shared/domain/timeline-types.ts';
import type { PaperId } from '../../shared/ids.ts';
import { assertNever } from '../../shared/result.ts';
import { rulePlace } from './sources.ts';

/** The rule that a milestone rests on first. */
const RULE_OF: Readonly<Record<MilestoneKind, string>> = {
  'sheet-pickup': 'R20',
  'room-check': 'R15',
  'admission-open': 'R21',
  'rules-reading': 'R22',
  'login-call': 'R23',
  'login-last-call': 'R23',
  prepare: 'R25',
  start: 'R25',
  'login-check': 'R25',
  'entry-close': 'R28',
  'end-reminder': 'R29',
  end: 'R33',
  'seat-end-reminder': 'R29',
  'seat-end': 'R33',
  'all-submitted': 'R33',
  'technician-confirmed': 'R33',
  machines: 'R34',
  'results-reported': 'R42',
  'room-record': 'R36',
};

/** The parameter that the milestone goes by; null where none does. */
function ruleKey(kind: MilestoneKind, paper: PaperId): RuleKey | null {
  switch (kind) {
    case 'sheet-pickup':
      return 'sheetPickupOffsetMin';
    case 'admission-open':
      return 'admissionOpenOffsetMin';
    case 'login-call':
      return 'loginOpenOffsetMin';
    case 'login-last-call':
      return 'loginLastCallOffsetMin';
    case 'start':
      return paper === 'theory' ? 'theoryStartMinute' : 'practicalStartMinute';
    case 'entry-close':
      return 'lateCutoffOffsetMin';
    case 'end-reminder':
    case 'seat-end-reminder':
      return 'endReminderOffsetsMin';
    case 'end':
      return paper === 'theory' ? 'theoryDurationMin' : 'practicalDurationMin';
    case 'machines':
      return 'machinesAfterEnd';
    case 'room-check':
    case 'rules-reading':
    case 'prepare':
    case 'login-check':
    case 'seat-end':
    case 'all-submitted':
    case 'technician-confirmed':
    case 'results-reported':
    case 'room-record':
      return null;
    default:
      return assertNever(kind);
  }
}

/**
 * The rule behind a milestone, in words: edition, place and distance, e.g. 2022 年手册 考场规则（四）· 开考前 5 分钟. Where the
 * chief typed the value it says 主考填定 instead of a place; where no manual prints an instant it says so.
 */
export function milestoneRuleText(kind: MilestoneKind, paper: PaperId, day: DayRules, minutesLeft?: number): string {
  const key = ruleKey(kind, paper);
  const place = key !== null && day.origins[key] === 'typed' ? '主考填定' : rulePlace(RULE_OF[kind], day.edition);
  return `${place} · ${whenText(kind, day, minutesLeft)}`;
}

function whenText(
  kind: MilestoneKind,
  { values }: DayRules,
  minutesLeft = -Math.max(...values.endReminderOffsetsMin),
): string {
  switch (kind) {
    case 'sheet-pickup':
      return beforeStart(values.sheetPickupOffsetMin);
    case 'room-check':
      return `开始入场前${NO_INSTANT}`;
    case 'admission-open':
      return beforeStart(values.admissionOpenOffsetMin);
    case 'rules-reading':
      return '考生入座后';
    case 'login-call':
      return beforeStart(values.loginOpenOffsetMin);
    case 'login-last-call':
      return beforeStart(values.loginLastCallOffsetMin);
    case 'prepare':
      return `临开考前${NO_INSTANT}`;
    case 'start':
      return '开考时';
    case 'login-check':
      return `开考后${NO_INSTANT}`;
    case 'entry-close':
      return `开考后 ${values.lateCutoffOffsetMin} 分钟`;
    case 'end-reminder':
    case 'seat-end-reminder':
      return `结束前 ${minutesLeft} 分钟`;
    case 'end':
      return '考试结束时';
    case 'seat-end':
      return '延时座位结束时';
    case 'all-submitted':
    case 'technician-confirmed':
      return '收卷时';
    case 'machines':
      return '全部交卷后';
    case 'results-reported':
    case 'room-record':
      return `收卷后${NO_INSTANT}`;
    default:
      return assertNever(kind);
  }
}

/** [PROPOSAL] Our own instant. */
const NO_INSTANT = '，手册未写时刻';

function beforeStart(offsetMin: number): string {
  return `开考前 ${-offsetMin} 分钟`;
}
