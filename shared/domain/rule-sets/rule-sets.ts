import type { Edition, RuleKey, Rules } from '../rules.ts';
import { RULE_KEYS } from './catalogue.ts';
import { R2021 } from './r2021.ts';
import { R2022 } from './r2022.ts';
import { R2024 } from './r2024.ts';
import type { RuleEntry, RuleSet } from './rule-set.ts';

/** The editions of the manual as data. */
export const RULE_SETS: Readonly<Record<Edition, RuleSet>> = { R2021, R2022, R2024 };

/** A parameter that the edition leaves to the chief. */
export interface OpenQuestion {
  readonly key: RuleKey;
  readonly entry: Exclude<RuleEntry<Rules[RuleKey]>, { readonly status: 'given' }>;
}

/** What the chief must type (`unset`) or confirm (`inherit`) before a day can be made, in the catalogue's order. */
export function openQuestions(edition: Edition): readonly OpenQuestion[] {
  return RULE_KEYS.flatMap((key) => {
    const entry: RuleEntry<Rules[RuleKey]> = RULE_SETS[edition].entries[key];
    return entry.status === 'given' ? [] : [{ key, entry }];
  });
}
