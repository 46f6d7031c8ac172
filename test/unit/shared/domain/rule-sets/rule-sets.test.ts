import { describe, expect, it } from 'vitest';
import { RULE_KEYS, RULE_PARAMETERS } from '../../../../../shared/domain/rule-sets/catalogue.ts';
import { parseRuleValue } from '../../../../../shared/domain/rule-sets/parse.ts';
import { openQuestions, RULE_SETS } from '../../../../../shared/domain/rule-sets/rule-sets.ts';
import { inherit } from '../../../../../shared/domain/rule-sets/rule-set.ts';
import { EDITIONS } from '../../../../../shared/domain/rules.ts';

function keysOf(edition: (typeof EDITIONS)[number], status: 'unset' | 'inherit'): string[] {
  return openQuestions(edition)
    .filter(({ entry }) => entry.status === status)
    .map(({ key }) => key);
}

describe('rule sets', () => {
  it.each(EDITIONS)('[RS1] %s says something about every parameter, with a source', (edition) => {
    const { entries } = RULE_SETS[edition];
    expect(Object.keys(entries)).toEqual(RULE_KEYS);
    expect(RULE_KEYS.filter((key) => !/^S2[124]/.test(entries[key].source))).toEqual([]);
  });

  it.each(EDITIONS)('[RS1] %s holds only values that the catalogue admits', (edition) => {
    const values = RULE_KEYS.flatMap((key) => {
      const entry = RULE_SETS[edition].entries[key];
      const value = entry.status === 'unset' ? entry.suggestion : entry.value;
      return value === undefined ? [] : [{ key, value }];
    });
    expect(values.length).toBeGreaterThan(0);
    for (const { key, value } of values)
      expect({ key, parsed: parseRuleValue(key, value) }).toEqual({ key, parsed: { ok: true, value } });
  });

  it('R2021 leaves only the share of spare machines open (C18)', () => {
    expect(openQuestions('R2021').map(({ key }) => key)).toEqual(['spareRatio']);
  });

  it('R2022 leaves five to type and three to confirm', () => {
    expect(keysOf('R2022', 'unset')).toEqual([
      'hasLotDraw',
      'technicianPerRoom',
      'deputyChiefMin',
      'deputyChiefMax',
      'recordRetentionYears',
    ]);
    expect(keysOf('R2022', 'inherit')).toEqual(['powerWaitMaxMin', 'isPowerWaitInclusive', 'eligibilityCancelledBy']);
  });

  it('[C02] R2024 leaves the timetable and all else it does not say to be typed', () => {
    expect(keysOf('R2024', 'unset')).toEqual([
      'theoryStartMinute',
      'theoryDurationMin',
      'practicalStartMinute',
      'practicalDurationMin',
      'hasLotDraw',
      'machinesAfterEnd',
      'violationBook',
      'roomRecordMode',
      'signInMoment',
      'technicianPerRoom',
      'deputyChiefMin',
      'deputyChiefMax',
      'submitsOnLeavingFullScreen',
      'videoRetentionYears',
      'recordRetentionYears',
      'minimumOs',
    ]);
    expect(RULE_SETS.R2024.entries.totalMin).toMatchObject({ status: 'given', value: 210 });
  });

  it('[RS1] R2024 inherits from 2021, and the share of spare machines from 2022, sources included', () => {
    const inherited = openQuestions('R2024').flatMap(({ key, entry }) =>
      entry.status === 'inherit' ? [{ key, ...entry }] : [],
    );
    expect(inherited).toHaveLength(24);
    for (const { key, from, source, value } of inherited) {
      expect({ key, from }).toEqual({ key, from: key === 'spareRatio' ? 'R2022' : 'R2021' });
      expect(RULE_SETS[from].entries[key]).toMatchObject({ status: 'given', value, source });
    }
  });

  it('[C11] R2024 offers the longest video retention known, and no other suggestion exists', () => {
    const suggestions = EDITIONS.flatMap((edition) =>
      openQuestions(edition).flatMap(({ key, entry }) =>
        'suggestion' in entry ? [[edition, key, entry.suggestion]] : [],
      ),
    );
    expect(suggestions).toEqual([['R2024', 'videoRetentionYears', 5]]);
  });

  it.each([
    ['C01', 'loginOpenOffsetMin', -20, -5],
    ['C02', 'theoryStartMinute', 540, 510],
    ['C02', 'practicalStartMinute', 840, 610],
    ['C07', 'machinesAfterEnd', 'keep-on', 'shut-down'],
    ['C09', 'violationBook', 'exam-system', 'exam-system-and-room-record'],
    ['C10', 'roomRecordMode', 'export-and-sign', 'fill-and-sign'],
    ['C11', 'videoRetentionYears', 5, 3],
    ['C14', 'ticketPrintDaysBefore', 3, 2],
    ['C15', 'arrangementBy', 'awarding-body', 'site'],
    ['C19', 'minimumOs', 'windows-10', 'windows-7'],
    ['C20', 'isNetSearchForbidden', false, true],
    ['C21', 'submitsOnLeavingFullScreen', false, true],
    ['C23', 'signInMoment', 'at-admission', 'at-admission-or-after-rules'],
    ['R32', 'leaveNeeds', 'invigilator-and-technician', 'invigilator'],
  ] as const)('[%s] 2021 and 2022 differ in %s', (_id, key, in2021, in2022) => {
    expect(RULE_SETS.R2021.entries[key]).toMatchObject({ status: 'given', value: in2021 });
    expect(RULE_SETS.R2022.entries[key]).toMatchObject({ status: 'given', value: in2022 });
  });

  it('cannot inherit what the other edition does not print', () => {
    expect(() => inherit(RULE_SETS.R2021, 'spareRatio')).toThrow('R2021 does not print spareRatio');
  });
});

describe('catalogue', () => {
  it('lists every parameter once, with bounds in order', () => {
    expect(RULE_PARAMETERS.map(({ key }) => key)).toEqual(RULE_KEYS);
    expect(RULE_PARAMETERS.filter((parameter) => 'min' in parameter && parameter.min >= parameter.max)).toEqual([]);
  });

  it.each([
    ['theoryStartMinute', 0],
    ['theoryStartMinute', 1439],
    ['loginOpenOffsetMin', -1],
    ['spacingM', 1.5],
    ['spareRatio', 0.125],
    ['hasLotDraw', false],
    ['recusalScope', 'department'],
  ] as const)('takes %s = %s', (key, value) => {
    expect(parseRuleValue(key, value)).toEqual({ ok: true, value });
  });

  it.each([
    ['theoryStartMinute', '540', 'not-this-kind'],
    ['theoryStartMinute', 540.5, 'not-this-kind'],
    ['theoryStartMinute', Number.NaN, 'not-this-kind'],
    ['theoryStartMinute', null, 'not-this-kind'],
    ['theoryStartMinute', -1, 'out-of-range'],
    ['theoryStartMinute', 1440, 'out-of-range'],
    ['loginOpenOffsetMin', 0, 'out-of-range'],
    ['spareRatio', Number.POSITIVE_INFINITY, 'out-of-range'],
    ['hasLotDraw', 'true', 'not-this-kind'],
    ['hasLotDraw', 0, 'not-this-kind'],
    ['recusalScope', 'toString', 'not-this-kind'],
    ['recusalScope', 1, 'not-this-kind'],
    ['endReminderOffsetsMin', -5, 'not-this-kind'],
    ['endReminderOffsetsMin', [], 'out-of-range'],
    ['endReminderOffsetsMin', [-1, -2, -3, -4, -5], 'out-of-range'],
    ['endReminderOffsetsMin', [-5, 0], 'out-of-range'],
    ['endReminderOffsetsMin', [-5, -5], 'not-this-kind'],
    ['endReminderOffsetsMin', ['-5'], 'not-this-kind'],
  ] as const)('[RS5] refuses %s = %j as %s', (key, value, error) => {
    expect(parseRuleValue(key, value)).toEqual({ ok: false, error });
  });

  it('puts reminders in order of time and leaves the input as it was', () => {
    const typed = [-5, -15];
    expect(parseRuleValue('endReminderOffsetsMin', typed)).toEqual({ ok: true, value: [-15, -5] });
    expect(typed).toEqual([-5, -15]);
  });
});
