import type { DayRules, RuleKey } from '../../shared/domain/rules.ts';
import type { MilestoneKind } from '../../shared/domain/timeline-types.ts';
import type { PaperId } from '../../shared/ids.ts';
import { assertNever } from '../../shared/result.ts';
import { rulePlace } from './sources.ts';

/** The rule that a milestone rests on first. */
const RULE_OF: Readonly<Record<MilestoneKind, string>> = {
  'sheet-pickup': 'R20',
  'admission-open': 'R21',
  'rules-reading': 'R22',
  'login-call': 'R23',
  'login-last-call': 'R23',
  start: 'R25',
  'entry-close': 'R28',
  'end-reminder': 'R29',
  end: 'R33',
};

/** The parameter that fixes the milestone's instant; null where none does. */
function timingKey(kind: MilestoneKind, paper: PaperId): RuleKey | null {
  switch (kind) {
    case 'sheet-pickup':
      return 'sheetPickupOffsetMin';
    case 'admission-open':
      return 'admissionOpenOffsetMin';
    case 'rules-reading':
      return null;
    case 'login-call':
      return 'loginOpenOffsetMin';
    case 'login-last-call':
      return 'loginLastCallOffsetMin';
    case 'start':
      return paper === 'theory' ? 'theoryStartMinute' : 'practicalStartMinute';
    case 'entry-close':
      return 'lateCutoffOffsetMin';
    case 'end-reminder':
      return 'endReminderOffsetsMin';
    case 'end':
      return paper === 'theory' ? 'theoryDurationMin' : 'practicalDurationMin';
    default:
      return assertNever(kind);
  }
}

/**
 * The rule behind a milestone, in words: edition, place and distance, e.g. 2022 年手册 考场规则（四）· 开考前 5 分钟. Where the
 * chief typed the value it says 主考填定 instead of a place.
 */
export function milestoneRuleText(kind: MilestoneKind, paper: PaperId, day: DayRules, minutesLeft?: number): string {
  const key = timingKey(kind, paper);
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
    case 'admission-open':
      return beforeStart(values.admissionOpenOffsetMin);
    case 'rules-reading':
      return '考生入座后';
    case 'login-call':
      return beforeStart(values.loginOpenOffsetMin);
    case 'login-last-call':
      return beforeStart(values.loginLastCallOffsetMin);
    case 'start':
      return '开考时';
    case 'entry-close':
      return `开考后 ${values.lateCutoffOffsetMin} 分钟`;
    case 'end-reminder':
      return `结束前 ${minutesLeft} 分钟`;
    case 'end':
      return '考试结束时';
    default:
      return assertNever(kind);
  }
}

function beforeStart(offsetMin: number): string {
  return `开考前 ${-offsetMin} 分钟`;
}
