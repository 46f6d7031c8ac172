import { NO_FACTS } from '../../shared/domain/timeline-types.ts';
import { type RuleAnswers, resolveRules } from '../../shared/domain/rule-sets/resolve.ts';
import { openQuestions } from '../../shared/domain/rule-sets/rule-sets.ts';
import type { DayRules, Edition, Rules } from '../../shared/domain/rules.ts';
import { computeTimeline } from '../../shared/domain/timeline.ts';
import type { Timeline } from '../../shared/domain/timeline-types.ts';

/** What the chief of the tests types where an edition says nothing. */
const TYPED: Readonly<Record<Edition, Partial<Rules>>> = {
  R2021: { spareRatio: 0.1 },
  R2022: { hasLotDraw: false, technicianPerRoom: 1, deputyChiefMin: 1, deputyChiefMax: 2, recordRetentionYears: 1 },
  R2024: {
    theoryStartMinute: 540,
    theoryDurationMin: 60,
    practicalStartMinute: 630,
    practicalDurationMin: 150,
    hasLotDraw: false,
    machinesAfterEnd: 'keep-on',
    violationBook: 'exam-system',
    roomRecordMode: 'export-and-sign',
    signInMoment: 'at-admission',
    technicianPerRoom: 1,
    deputyChiefMin: 1,
    deputyChiefMax: 2,
    submitsOnLeavingFullScreen: false,
    videoRetentionYears: 5,
    recordRetentionYears: 1,
    minimumOs: 'windows-10',
  },
};

/** Answers that complete an edition; everything inherited is confirmed. */
export function someAnswers(edition: Edition, typed: Partial<Rules> = {}): RuleAnswers {
  const inherited = openQuestions(edition).filter(({ entry }) => entry.status === 'inherit');
  return { typed: { ...TYPED[edition], ...typed }, confirmed: inherited.map(({ key }) => key) };
}

/** A day's complete rules; throws when `typed` does not fit the edition. */
export function someRules(edition: Edition, typed: Partial<Rules> = {}): DayRules {
  const rules = resolveRules(edition, someAnswers(edition, typed));
  if (!rules.ok) throw new Error(JSON.stringify(rules.error));
  return rules.value;
}

export const SOME_DATE = '2022-11-19';

/** The timeline of SOME_DATE without any signal. */
export function someTimeline(rules: Rules): Timeline {
  return computeTimeline(rules, SOME_DATE, NO_FACTS);
}
