import type { PaperId } from '../ids.ts';
import type { CourseOfDay } from './adjustment-outlook.ts';
import { isRecordedAfter } from './chain-order.ts';
import { findShift, type Shift, timelineFacts, withdrawalOf } from './course.ts';
import { type Adjustment, type CourseState, EMPTY_COURSE, type Withdrawal } from './course-state.ts';
import { eventKey } from './schema-parts.ts';
import { computeTimeline } from './timeline.ts';
import type { PaperTimeline } from './timeline-types.ts';

/** One thing that changed the course of a paper, with the paper as it was before and after. */
export interface CourseStep {
  readonly step: Adjustment | WithdrawalStep;
  readonly before: PaperTimeline;
  readonly after: PaperTimeline;
}

/** 撤回 as a step of its own; `event` and times are its own, not the target's. */
export interface WithdrawalStep extends Withdrawal {
  readonly kind: 'withdrawal';
  readonly of: Shift;
}

/** All that changed a paper's minutes, as one after the other made them; undone ones left out, those withdrawn included. */
export function courseSteps({ day, course }: CourseOfDay, paper: PaperId): readonly CourseStep[] {
  const steps = inOrderOf(course, paper);
  const timelineAfter = (count: number) => {
    const facts = timelineFacts(courseOf(steps.slice(0, count), paper));
    return computeTimeline(day.rules.values, day.date, facts).papers[paper];
  };
  return steps.map((step, index) => ({ step, before: timelineAfter(index), after: timelineAfter(index + 1) }));
}

/** Adjustments in merged order; a 撤回 stands after what it takes back and all that was recorded before it. */
function inOrderOf(course: CourseState, paper: PaperId): readonly CourseStep['step'][] {
  const steps: CourseStep['step'][] = course.adjustments[paper].filter((one) => !one.isUndone);
  for (const withdrawal of withdrawalsIn(course, paper)) {
    const target = steps.findIndex(({ event }) => eventKey(event) === eventKey(withdrawal.of.event));
    const last = steps.findLastIndex((one) => isRecordedAfter(withdrawal, one));
    steps.splice(Math.max(target, last) + 1, 0, withdrawal);
  }
  return steps;
}

function withdrawalsIn(course: CourseState, paper: PaperId): readonly WithdrawalStep[] {
  const found = course.adjustments[paper].flatMap((one): WithdrawalStep[] => {
    const target = findShift(course, one.event);
    const withdrawal = target === null ? null : withdrawalOf(course, target.shift);
    return target === null || withdrawal === null ? [] : [{ ...withdrawal, kind: 'withdrawal', of: target.shift }];
  });
  return found.toSorted((a, b) => a.at - b.at);
}

function courseOf(steps: readonly CourseStep['step'][], paper: PaperId): CourseState {
  const adjustments = steps.filter((step) => step.kind !== 'withdrawal');
  const withdrawals = steps.filter((step) => step.kind === 'withdrawal');
  return {
    ...EMPTY_COURSE,
    adjustments: { ...EMPTY_COURSE.adjustments, [paper]: adjustments },
    withdrawals: Object.fromEntries(withdrawals.map((one) => [eventKey(one.of.event), one])),
  };
}
