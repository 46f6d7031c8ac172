import { err, ok, type Result } from '../../result.ts';
import type { DayRules, Edition, RuleKey, RuleOrigin, Rules } from '../rules.ts';
import { RULE_KEYS } from './catalogue.ts';
import { parseRuleValue, type RuleValueProblem } from './parse.ts';
import type { RuleEntry } from './rule-set.ts';
import { RULE_SETS } from './rule-sets.ts';

/** What the chief filled in: values typed, and inherited values confirmed by key. */
export interface RuleAnswers {
  readonly typed: Partial<Rules>;
  readonly confirmed: readonly RuleKey[];
}

/** Why answers do not make a day's rules. `does-not-fit` names two parameters that contradict each other. */
export type RuleAnswerProblem =
  | { readonly kind: 'missing' | 'unconfirmed' | 'fixed-by-edition' | RuleValueProblem; readonly key: RuleKey }
  | { readonly kind: 'total-does-not-add-up'; readonly totalMin: number; readonly sumMin: number }
  | { readonly kind: 'papers-overlap'; readonly overlapMin: number }
  | { readonly kind: 'does-not-fit'; readonly keys: readonly [RuleKey, RuleKey] };

/**
 * Makes a day's complete rules from an edition and the chief's answers, or names every problem at once, in the
 * catalogue's order. `answers` may come from outside: each value is checked, keys that are no parameter are left out.
 * A typed value overrides an inherited one; typing what the edition prints anyway changes nothing.
 */
export function resolveRules(edition: Edition, answers: RuleAnswers): Result<DayRules, readonly RuleAnswerProblem[]> {
  const problems: RuleAnswerProblem[] = [];
  const values: Partial<Record<RuleKey, unknown>> = {};
  const origins: Partial<Record<RuleKey, RuleOrigin>> = {};
  for (const key of RULE_KEYS) {
    const resolved = resolveOne(edition, key, answers);
    if (resolved.ok) {
      values[key] = resolved.value.value;
      origins[key] = resolved.value.origin;
    } else {
      problems.push({ kind: resolved.error, key });
    }
  }
  // Each value has passed the catalogue's check of its key, so what is there has the type that Rules says.
  problems.push(...contradictions(values as Partial<Rules>));
  if (problems.length > 0) return err(problems);
  // Without a problem every key of RULE_KEYS, and so of Rules, has been set.
  return ok({ edition, values: values as unknown as Rules, origins: origins as Record<RuleKey, RuleOrigin> });
}

interface Resolved {
  readonly value: unknown;
  readonly origin: RuleOrigin;
}

type OneProblem = 'missing' | 'unconfirmed' | 'fixed-by-edition' | RuleValueProblem;

function resolveOne(edition: Edition, key: RuleKey, answers: RuleAnswers): Result<Resolved, OneProblem> {
  const entry: RuleEntry<unknown> = RULE_SETS[edition].entries[key];
  const typed: unknown = answers.typed[key];
  if (typed !== undefined) {
    const parsed = parseRuleValue(key, typed);
    if (!parsed.ok) return parsed;
    if (entry.status !== 'given') return ok({ value: parsed.value, origin: 'typed' });
    if (isSame(parsed.value, entry.value)) return ok({ value: entry.value, origin: 'given' });
    return isOpen(entry.openTo, parsed.value) ? ok({ value: parsed.value, origin: 'typed' }) : err('fixed-by-edition');
  }
  if (entry.status === 'given') return ok({ value: entry.value, origin: 'given' });
  if (entry.status === 'unset') return err('missing');
  return answers.confirmed.includes(key) ? ok({ value: entry.value, origin: 'inherited' }) : err('unconfirmed');
}

function isOpen(openTo: readonly unknown[] | 'any' | undefined, value: unknown): boolean {
  return openTo === 'any' || (openTo?.some((choice) => isSame(choice, value)) ?? false);
}

function isSame(a: unknown, b: unknown): boolean {
  return Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((item, i) => item === b[i]) : a === b;
}

/** Contradictions between values that are each in order; those not there yet contradict nothing. */
function contradictions(values: Partial<Rules>): readonly RuleAnswerProblem[] {
  return [...totalProblems(values), ...overlapProblems(values), ...orderProblems(values)];
}

// C03: R2024 prints a total of 210 and no split; whatever is typed must add up to it.
function totalProblems({
  totalMin,
  theoryDurationMin,
  practicalDurationMin,
}: Partial<Rules>): readonly RuleAnswerProblem[] {
  if (totalMin === undefined || theoryDurationMin === undefined || practicalDurationMin === undefined) return [];
  const sumMin = theoryDurationMin + practicalDurationMin;
  return sumMin === totalMin ? [] : [{ kind: 'total-does-not-add-up', totalMin, sumMin }];
}

// The same people sit both papers on the same machines, so they cannot overlap as planned. Which comes first is free (C02).
function overlapProblems(values: Partial<Rules>): readonly RuleAnswerProblem[] {
  const { theoryStartMinute, theoryDurationMin, practicalStartMinute, practicalDurationMin } = values;
  if (theoryStartMinute === undefined || practicalStartMinute === undefined) return [];
  if (theoryDurationMin === undefined || practicalDurationMin === undefined) return [];
  const end = Math.min(theoryStartMinute + theoryDurationMin, practicalStartMinute + practicalDurationMin);
  const overlapMin = end - Math.max(theoryStartMinute, practicalStartMinute);
  return overlapMin > 0 ? [{ kind: 'papers-overlap', overlapMin }] : [];
}

/** Pairs whose first value must not be greater than the second. */
const ORDERED: readonly (readonly [NumberKey, NumberKey])[] = [
  ['sheetPickupOffsetMin', 'admissionOpenOffsetMin'],
  ['admissionOpenOffsetMin', 'loginOpenOffsetMin'],
  ['loginOpenOffsetMin', 'loginLastCallOffsetMin'],
  ['lateCutoffOffsetMin', 'theoryDurationMin'],
  ['lateCutoffOffsetMin', 'practicalDurationMin'],
  ['leaveBanFirstMin', 'theoryDurationMin'],
  ['leaveBanFirstMin', 'practicalDurationMin'],
  ['leaveBanLastMin', 'theoryDurationMin'],
  ['leaveBanLastMin', 'practicalDurationMin'],
  ['deputyChiefMin', 'deputyChiefMax'],
];

type NumberKey = { [K in RuleKey]: Rules[K] extends number ? K : never }[RuleKey];

function orderProblems(values: Partial<Rules>): readonly RuleAnswerProblem[] {
  const broken = ORDERED.filter(([low, high]) => (values[low] ?? -Infinity) > (values[high] ?? Infinity));
  const problems: RuleAnswerProblem[] = broken.map((keys) => ({ kind: 'does-not-fit', keys }));
  const { theoryDurationMin, practicalDurationMin, endReminderOffsetsMin } = values;
  const earliest = Math.min(...(endReminderOffsetsMin ?? []));
  // A reminder before the paper's own start would be read out to nobody.
  if (-earliest >= (theoryDurationMin ?? Infinity)) {
    problems.push({ kind: 'does-not-fit', keys: ['endReminderOffsetsMin', 'theoryDurationMin'] });
  }
  if (-earliest >= (practicalDurationMin ?? Infinity)) {
    problems.push({ kind: 'does-not-fit', keys: ['endReminderOffsetsMin', 'practicalDurationMin'] });
  }
  return problems;
}
