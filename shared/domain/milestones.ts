import type { PaperId } from '../ids.ts';
import { minutes } from './day-time.ts';
import type { Rules } from './rules.ts';
import type { Milestone, MilestoneKind, PaperTimeline } from './timeline-types.ts';

// [PROPOSAL] R22 says only "when seated". Five minutes before the login call leave time to read twelve items aloud.
const RULES_READING_BEFORE_LOGIN_MIN = 5;

/** The kinds in the order in which they happen where instants are equal. */
const KIND_ORDER: readonly MilestoneKind[] = [
  'sheet-pickup',
  'admission-open',
  'rules-reading',
  'login-call',
  'login-last-call',
  'start',
  'entry-close',
  'end-reminder',
  'end',
];

/** The milestones of one paper in order of time, then of kind, from instants already computed. */
export function planMilestones(rules: Rules, paper: Omit<PaperTimeline, 'milestones'>): readonly Milestone[] {
  const { startsAt, endsAt, loginAt, entryOpensAt, entryClosesAt } = paper;
  const readingAt = Math.max(loginAt - minutes(RULES_READING_BEFORE_LOGIN_MIN), entryOpensAt);
  const startRules = rules.submitsOnLeavingFullScreen && paper.paper === 'theory' ? ['R25', 'R40'] : ['R25'];
  return [
    plan(paper.paper, 'sheet-pickup', startsAt + minutes(rules.sheetPickupOffsetMin), ['R20']),
    plan(paper.paper, 'admission-open', entryOpensAt, ['R21']),
    plan(paper.paper, 'rules-reading', readingAt, ['R22']),
    plan(paper.paper, 'login-call', loginAt, ['R23', 'R24']),
    ...lastCall(rules, paper),
    plan(paper.paper, 'start', startsAt, startRules),
    plan(paper.paper, 'entry-close', entryClosesAt, ['R28', 'R31']),
    ...reminders(rules, paper),
    plan(paper.paper, 'end', endsAt, ['R33', 'R34']),
  ].sort(byTime);
}

/** Order of time, then of kind; the theory paper's first where even these are equal. */
export function byTime(a: Milestone, b: Milestone): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.paper !== b.paper) return a.paper === 'theory' ? -1 : 1;
  return KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind);
}

function plan(paper: PaperId, kind: MilestoneKind, at: number, rules: readonly string[]): Milestone {
  // 开始 and 终止 are the chief's signals; everything else is the room's own to do.
  const who = kind === 'start' || kind === 'end' ? 'chief' : 'invigilator';
  return { id: `${paper}:${kind}`, paper, kind, at, who, rules };
}

// C01: where the candidates log in at T−5 anyway there is no second call.
function lastCall(rules: Rules, { paper, startsAt }: Omit<PaperTimeline, 'milestones'>): readonly Milestone[] {
  if (rules.loginLastCallOffsetMin === rules.loginOpenOffsetMin) return [];
  return [plan(paper, 'login-last-call', startsAt + minutes(rules.loginLastCallOffsetMin), ['R23'])];
}

// The reminder nearest to the end has the plain id, so that a further one added later does not rename it.
function reminders(rules: Rules, { paper, endsAt }: Omit<PaperTimeline, 'milestones'>): readonly Milestone[] {
  const last = Math.max(...rules.endReminderOffsetsMin);
  return rules.endReminderOffsetsMin.map((offset) => {
    const reminder = plan(paper, 'end-reminder', endsAt + minutes(offset), ['R29', 'R30']);
    return offset === last ? reminder : { ...reminder, id: `${paper}:end-reminder@${offset}` };
  });
}
