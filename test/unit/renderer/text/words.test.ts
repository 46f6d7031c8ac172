import { describe, expect, it } from 'vitest';
import { errorText } from '../../../../renderer/text/errors.ts';
import { groupTicket, neatTimeText, spanText, spokenSpan } from '../../../../renderer/text/format.ts';
import { sourceText } from '../../../../renderer/text/sources.ts';
import { RULE_KEYS } from '../../../../shared/domain/rule-sets/catalogue.ts';
import { RULE_SETS } from '../../../../shared/domain/rule-sets/rule-sets.ts';

describe('words of the screens', () => {
  it('[R28] names time, rule and next act where entry is closed', () => {
    const closedAt = Date.parse('2022-11-19T09:00:00+08:00');
    const { what, todo } = errorText({ code: 'entry-closed', rule: 'R28', figures: { closedAt, lateMinutes: 30 } });
    expect(what).toBe('09:00 起禁止入场（R28），此人迟到 30 分钟。');
    expect(todo).toBe('请登记拒绝入场。');
  });

  it('never shows a hole where a figure is missing', () => {
    expect(errorText({ code: 'entry-closed', rule: 'R28', figures: {} }).what).not.toMatch(/undefined|NaN/);
  });

  it('has plain words for every rule’s source: no English and no document keys', () => {
    for (const { entries } of Object.values(RULE_SETS)) {
      for (const key of RULE_KEYS) expect(sourceText(entries[key].source)).not.toMatch(/S2\d|[a-z]{3}/i);
    }
  });

  it('groups a ticket number and sets its last three apart', () => {
    expect(groupTicket('221137010013707')).toEqual({ head: '2211 3701 0013', tail: '707' });
    expect(groupTicket('12')).toEqual({ head: '', tail: '12' });
  });

  it('counts down to the second that is still to come, and up by full seconds', () => {
    expect(spanText(1)).toBe('00:01');
    expect(spanText(3_725_000)).toBe('1:02:05');
    expect(spokenSpan(59_999)).toBe('59 秒');
    expect(spokenSpan(120_000)).toBe('2 分钟');
  });

  it('drops seconds that are zero and keeps those that are not', () => {
    expect(neatTimeText(Date.parse('2022-11-19T00:30:00Z'))).toBe('08:30');
    expect(neatTimeText(Date.parse('2022-11-19T00:30:05Z'))).toBe('08:30:05');
  });
});
