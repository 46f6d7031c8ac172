import { NO_FACTS } from '../domain/timeline-types.ts';
import { formatDate, minutes } from '../domain/day-time.ts';
import { resolveRules } from '../domain/rule-sets/resolve.ts';
import type { Edition } from '../domain/rules.ts';
import { computeTimeline, nextChange } from '../domain/timeline.ts';
import type { Timeline } from '../domain/timeline-types.ts';
import { suggestedAnswers } from './suggested-answers.ts';

/** A rehearsal begins this long before the first paper: five minutes before people are let in. */
const BEGINS_BEFORE_MIN = 35;
/** 快进 stops this long before the next step, so that it is seen to come. */
const LEAD_MS = 10_000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** When and on which date a rehearsal begins. */
export interface RehearsalStart {
  /** "YYYY-MM-DD" in Asia/Shanghai. */
  readonly date: string;
  /** UTC ms. */
  readonly beginsAt: number;
}

/**
 * When the next rehearsal begins, by the edition's example answers: on the date that the clock shows, or, where time may
 * only go forward and that moment has passed, on the day after.
 */
export function rehearsalStart(
  edition: Edition,
  { nowMs, mayGoBack }: { readonly nowMs: number; readonly mayGoBack: boolean },
): RehearsalStart {
  const today = startOn(edition, formatDate(nowMs));
  return mayGoBack || today.beginsAt >= nowMs ? today : startOn(edition, formatDate(nowMs + DAY_MS));
}

function startOn(edition: Edition, date: string): RehearsalStart {
  const rules = resolveRules(edition, suggestedAnswers(edition));
  if (!rules.ok) throw new Error(`example answers of ${edition} do not make rules`);
  const { papers } = computeTimeline(rules.value.values, date, NO_FACTS);
  const firstStart = Math.min(papers.theory.startsAt, papers.practical.startsAt);
  return { date, beginsAt: firstStart - minutes(BEGINS_BEFORE_MIN) };
}

/**
 * Where 快进到下一步 goes: shortly before the next milestone, and from there to the milestone itself, so that none is
 * passed unseen; null when the day is over.
 */
export function nextStop(timeline: Timeline, nowMs: number): number | null {
  const next = nextChange(timeline, nowMs);
  if (next === null) return null;
  return nowMs < next.at - LEAD_MS ? next.at - LEAD_MS : next.at;
}
