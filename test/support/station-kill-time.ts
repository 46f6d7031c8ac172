import type { KillPlan } from './kill-plan.ts';

const FIRST_MS = Date.parse('2022-11-19T08:05:00+08:00');
const EACH_MS = 60_000;

/** When the child of this plan begins: a minute after the one before, all within the time of entry. */
export function morningOf({ firstNumber }: Pick<KillPlan, 'firstNumber'>): number {
  return FIRST_MS + (firstNumber / 10_000) * EACH_MS;
}
