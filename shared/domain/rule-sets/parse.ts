import { err, ok, type Result } from '../../result.ts';
import type { RuleKey, Rules } from '../rules.ts';
import { isWhole, RULE_KEYS, type RuleParameter, ruleParameter } from './catalogue.ts';

export type RuleValueProblem = 'not-this-kind' | 'out-of-range';

/**
 * Checks an untrusted value against the catalogue: `not-this-kind` for a wrong type, a broken number where a whole one
 * belongs, an option that does not exist; `out-of-range` beyond the bounds. Never throws. Reminders come back in order of time.
 */
export function parseRuleValue<K extends RuleKey>(key: K, value: unknown): Result<Rules[K], RuleValueProblem> {
  const parsed = parseAs(ruleParameter(key), value);
  return parsed as Result<Rules[K], RuleValueProblem>; // the catalogue's shape of K is the shape of Rules[K]
}

/** Whether these are whole rules, every value of its kind and within its bounds. */
export function hasAllRules(values: object): values is Rules {
  const given = values as Readonly<Record<string, unknown>>; // any object
  return RULE_KEYS.every((key) => parseRuleValue(key, given[key]).ok);
}

function parseAs(parameter: RuleParameter, value: unknown): Result<unknown, RuleValueProblem> {
  switch (parameter.kind) {
    case 'boolean':
      return typeof value === 'boolean' ? ok(value) : err('not-this-kind');
    case 'choice': {
      const options: readonly string[] = parameter.options;
      return typeof value === 'string' && options.includes(value) ? ok(value) : err('not-this-kind');
    }
    case 'minute-list':
      return parseMinutes(parameter, value);
    default:
      return parseNumber(parameter, isWhole(parameter.kind), value);
  }
}

interface Bounds {
  readonly min: number;
  readonly max: number;
}

function parseNumber(bounds: Bounds, mustBeWhole: boolean, value: unknown): Result<number, RuleValueProblem> {
  if (typeof value !== 'number' || Number.isNaN(value)) return err('not-this-kind');
  if (value < bounds.min || value > bounds.max) return err('out-of-range');
  return mustBeWhole && !Number.isInteger(value) ? err('not-this-kind') : ok(value);
}

function parseMinutes(
  bounds: Bounds & { readonly maxLength: number },
  value: unknown,
): Result<readonly number[], RuleValueProblem> {
  if (!Array.isArray(value)) return err('not-this-kind');
  // R29 asks for a reminder, so an empty list is refused like one that is too long.
  if (value.length === 0 || value.length > bounds.maxLength) return err('out-of-range');
  const minutes: number[] = [];
  for (const item of value) {
    const minute = parseNumber(bounds, true, item);
    if (!minute.ok) return minute;
    if (minutes.includes(minute.value)) return err('not-this-kind');
    minutes.push(minute.value);
  }
  return ok(minutes.sort((a, b) => a - b));
}
