import type { RuleAnswers } from '../domain/rule-sets/resolve.ts';
import { openQuestions } from '../domain/rule-sets/rule-sets.ts';
import type { Edition, Rules } from '../domain/rules.ts';

const PEOPLE: Partial<Rules> = { technicianPerRoom: 1, deputyChiefMin: 1, deputyChiefMax: 2 };

/** What a rehearsal takes where an edition says nothing: an example, not an advice for a real day. */
const EXAMPLES: Readonly<Record<Edition, Partial<Rules>>> = {
  R2021: { spareRatio: 0.1 },
  R2022: { ...PEOPLE, hasLotDraw: false, recordRetentionYears: 1 },
  R2024: {
    ...PEOPLE,
    theoryStartMinute: 9 * 60,
    theoryDurationMin: 60,
    practicalStartMinute: 10 * 60 + 30,
    practicalDurationMin: 150,
    hasLotDraw: false,
    machinesAfterEnd: 'keep-on',
    violationBook: 'exam-system-and-room-record',
    roomRecordMode: 'fill-and-sign',
    signInMoment: 'at-admission',
    submitsOnLeavingFullScreen: true,
    videoRetentionYears: 5,
    recordRetentionYears: 1,
    minimumOs: 'windows-10',
  },
};

/** Answers that complete an edition without a person's choice: examples typed, everything inherited confirmed. */
export function suggestedAnswers(edition: Edition): RuleAnswers {
  const inherited = openQuestions(edition).filter(({ entry }) => entry.status === 'inherit');
  return { typed: EXAMPLES[edition], confirmed: inherited.map(({ key }) => key) };
}
