import type { Edition, RuleKey, Rules } from '../rules.ts';

/**
 * What an edition says about one parameter.
 * - `given`: printed in it. `openTo` names what the chief may still choose where the edition contradicts itself or where
 *   the value is a timetable, not a rule; without it the value is fixed.
 * - `inherit`: the text in hand is silent; `value` stands in edition `from` and holds only once the chief confirms it.
 * - `unset`: nobody says it; the chief types it. `suggestion` is an offer of the form, never a value by itself.
 */
export type RuleEntry<T> =
  | { readonly status: 'given'; readonly value: T; readonly source: string; readonly openTo?: readonly T[] | 'any' }
  | { readonly status: 'inherit'; readonly value: T; readonly from: Edition; readonly source: string }
  | { readonly status: 'unset'; readonly source: string; readonly suggestion?: T };

export type RuleEntries = { readonly [K in RuleKey]: RuleEntry<Rules[K]> };

/** 规则集: one edition, every parameter, each with its source. `manual` is the source document (S21, S22M, S24). */
export interface RuleSet {
  readonly edition: Edition;
  readonly manual: string;
  readonly entries: RuleEntries;
}

/** An entry printed in the edition. */
export function given<T>(value: T, source: string, openTo?: readonly T[] | 'any'): RuleEntry<T> {
  return openTo === undefined ? { status: 'given', value, source } : { status: 'given', value, source, openTo };
}

/** An entry that the chief must type. */
export function unset<T>(source: string, suggestion?: T): RuleEntry<T> {
  return suggestion === undefined ? { status: 'unset', source } : { status: 'unset', source, suggestion };
}

/** Takes a parameter over from an edition that prints it, source and all; throws where that edition does not. */
export function inherit<K extends RuleKey>(set: RuleSet, key: K): RuleEntry<Rules[K]> {
  const entry: RuleEntry<Rules[K]> = set.entries[key];
  if (entry.status !== 'given') throw new Error(`${set.edition} does not print ${key}`);
  return { status: 'inherit', value: entry.value, from: set.edition, source: entry.source };
}
