import { toHalfWidth } from '../../../shared/domain/id-number.ts';
import { ruleParameter } from '../../../shared/domain/rule-sets/catalogue.ts';
import type { RuleAnswers } from '../../../shared/domain/rule-sets/resolve.ts';
import { RULE_SETS } from '../../../shared/domain/rule-sets/rule-sets.ts';
import type { RuleEntry } from '../../../shared/domain/rule-sets/rule-set.ts';
import type { Edition, RuleKey, Rules } from '../../../shared/domain/rules.ts';
import { minuteText, parseMinute } from '../../text/rule-values.ts';

/** What stands in the form's fields, as typed; a missing key or '' means: nothing typed. */
export type RuleDrafts = Readonly<Partial<Record<RuleKey, string>>>;

/** The typed text as a value of the rule; undefined while there is none, NaN or the text itself where it is no value. */
export function parseDraft(key: RuleKey, text: string): unknown {
  const typed = toHalfWidth(text).trim(); // as a Chinese keyboard gives it
  if (typed === '') return undefined;
  const parameter = ruleParameter(key);
  switch (parameter.kind) {
    case 'boolean':
      return typed === 'true';
    case 'choice':
      return typed;
    case 'minute-of-day':
      return parseMinute(typed) ?? Number.NaN;
    case 'minute-list':
      return typed.split(/[、,\s]+/).map((minute) => -numberOf(minute));
    case 'ratio':
      return numberOf(typed) / 100;
    case 'offset':
      // People say "30 minutes before"; the sign is in the words beside the field.
      return parameter.max < 0 ? -numberOf(typed) : numberOf(typed);
    default:
      return numberOf(typed);
  }
}

/** NaN for all that a person would not call a number: signs, 1e2, 0x96. */
function numberOf(typed: string): number {
  return /^\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
}

/** A value as its field shows it: the reverse of parseDraft. */
export function draftOf(key: RuleKey, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((minute) => Math.abs(Number(minute))).join('、');
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'number') return '';
  const { kind } = ruleParameter(key);
  if (kind === 'minute-of-day') return minuteText(value);
  if (kind === 'ratio') return String(Math.round(value * 100));
  return kind === 'offset' ? String(Math.abs(value)) : String(value);
}

/** The answers that the station is given. */
export function answersOf(drafts: RuleDrafts, confirmed: readonly RuleKey[]): RuleAnswers {
  const typed: Partial<Record<RuleKey, unknown>> = {};
  for (const [key, text] of Object.entries(drafts) as [RuleKey, string][]) {
    const value = parseDraft(key, text); // keys of a record by RuleKey
    if (value !== undefined) typed[key] = value;
  }
  // What is typed here is checked value by value by resolveRules, on this page and again by the station.
  return { typed: typed as Partial<Rules>, confirmed };
}

/** Where the form shows a parameter of an edition. */
export type FormPlace = 'timetable' | 'typed' | 'inherited' | 'changeable' | 'fixed';

const TIMETABLE: readonly RuleKey[] = [
  'theoryStartMinute',
  'theoryDurationMin',
  'practicalStartMinute',
  'practicalDurationMin',
];

export function formPlace(edition: Edition, key: RuleKey): FormPlace {
  if (TIMETABLE.includes(key)) return 'timetable';
  const entry = entryOf(edition, key);
  if (entry.status === 'unset') return 'typed';
  if (entry.status === 'inherit') return 'inherited';
  return entry.openTo === undefined ? 'fixed' : 'changeable';
}

export function entryOf(edition: Edition, key: RuleKey): RuleEntry<unknown> {
  return RULE_SETS[edition].entries[key];
}

/** True where the chief may type a value at all. */
export function isTypable(edition: Edition, key: RuleKey): boolean {
  const entry = entryOf(edition, key);
  return entry.status !== 'given' || entry.openTo !== undefined;
}
