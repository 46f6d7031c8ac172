import { minutes } from './day-time.ts';
import type { Milestone, MilestoneKind } from './timeline-types.ts';

/**
 * What is said again when its instant moves on, and how much earlier than it it may have been said, ms. What belongs to
 * the time before the start (the sheet, the rules, the login, 预备) is done once.
 */
const SAID_AGAIN: Readonly<Partial<Record<MilestoneKind, number>>> = {
  start: 0,
  'login-check': minutes(5),
  'entry-close': 0,
  'end-reminder': 0,
  end: 0,
  'seat-end-reminder': 0,
  'seat-end': 0,
  machines: 0,
  'results-reported': minutes(5),
};

/** TL9: said or ticked at `doneAt`, and a delay or an extension has moved it on since: it is to be said once more. */
export function isOvertaken({ kind, at }: Pick<Milestone, 'kind' | 'at'>, doneAt: number): boolean {
  const early = SAID_AGAIN[kind];
  return early !== undefined && doneAt < at - early;
}
