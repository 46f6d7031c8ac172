import { toHalfWidth } from '../../shared/domain/id-number.ts';
import { ruleParameter } from '../../shared/domain/rule-sets/catalogue.ts';
import type { RuleKey } from '../../shared/domain/rules.ts';
import { RULE_CHOICES } from './rules.ts';

const DAY = 24 * 60;

/** "08:30" of minutes after midnight; "次日 02:00" beyond the day. */
export function minuteText(minute: number): string {
  if (minute >= DAY) return `次日 ${minuteText(minute - DAY)}`;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** "两科间隔 10 分钟" of the minutes between the papers; negative where they overlap. */
export function gapText(minutes: number): string {
  return minutes < 0 ? `两科重叠 ${-minutes} 分钟，请调整开考时间` : `两科间隔 ${minutes} 分钟`;
}

/** Minutes after midnight of "8:30" or "08:30"; null when it is no time of day. */
export function parseMinute(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(toHalfWidth(text).trim());
  if (match === null) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2])];
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
}

/** A value of a rule as a person reads it; '' while there is none. */
export function ruleValueText(key: RuleKey, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return `结束前 ${value.map((minute) => Math.abs(Number(minute))).join('、')} 分钟`;
  if (typeof value === 'string') return RULE_CHOICES[value] ?? value;
  if (typeof value !== 'number') return '';
  return numberText(ruleParameter(key).kind, value);
}

function numberText(kind: string, value: number): string {
  switch (kind) {
    case 'minute-of-day':
      return minuteText(value);
    case 'minutes':
      return `${value} 分钟`;
    case 'offset':
      return value < 0 ? `开考前 ${-value} 分钟` : `开考后 ${value} 分钟`;
    case 'ratio':
      return `${Math.round(value * 100)} %`;
    case 'metres':
      return `${value} 米`;
    case 'years':
      return `${value} 年`;
    case 'days':
      return `${value} 天`;
    default:
      return String(value);
  }
}

/** The unit that stands behind the field of a number that is typed. */
export function unitText(kind: string): string {
  const units: Readonly<Record<string, string>> = {
    minutes: '分钟',
    metres: '米',
    years: '年',
    days: '天',
    ratio: '（0–1）',
  };
  return units[kind] ?? '';
}
