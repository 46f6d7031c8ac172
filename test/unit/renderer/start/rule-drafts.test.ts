import { describe, expect, it } from 'vitest';
import { answersOf, draftOf, formPlace, parseDraft } from '../../../../renderer/screens/start/rule-drafts.ts';
import { RULE_KEYS } from '../../../../shared/domain/rule-sets/catalogue.ts';
import { resolveRules } from '../../../../shared/domain/rule-sets/resolve.ts';
import { openQuestions, RULE_SETS } from '../../../../shared/domain/rule-sets/rule-sets.ts';

describe('the form of a day’s rules', () => {
  it('reads back every printed value as it shows it', () => {
    for (const key of RULE_KEYS) {
      const entry = RULE_SETS.R2022.entries[key];
      if (entry.status === 'unset') continue;
      expect(parseDraft(key, draftOf(key, entry.value)), key).toEqual(entry.value);
    }
  });

  it('takes distances as people say them: before the start without a sign', () => {
    expect(parseDraft('admissionOpenOffsetMin', '30')).toBe(-30);
    expect(parseDraft('lateCutoffOffsetMin', '30')).toBe(30);
    expect(parseDraft('endReminderOffsetsMin', '10、5')).toEqual([-10, -5]);
    expect(parseDraft('spareRatio', '10')).toBe(0.1);
  });

  it('takes figures as a Chinese keyboard gives them, and nothing that a person would not call a number', () => {
    expect(parseDraft('practicalDurationMin', '１５０')).toBe(150);
    expect(parseDraft('theoryStartMinute', '９：００')).toBe(540);
    expect(parseDraft('endReminderOffsetsMin', '１０，５')).toEqual([-10, -5]);
    for (const text of ['-150', '1e2', '0x96', '150 分', '+150'])
      expect(parseDraft('practicalDurationMin', text), text).toBeNaN();
    expect(parseDraft('admissionOpenOffsetMin', '-30')).toBeNaN();
  });

  it('takes an empty field for nothing typed and a wrong one for a problem, never for a value', () => {
    expect(parseDraft('theoryStartMinute', ' ')).toBeUndefined();
    const answers = answersOf({ theoryStartMinute: '25:00', theoryDurationMin: 'abc' }, []);
    const resolved = resolveRules('R2024', answers);
    expect(resolved.ok ? [] : resolved.error).toEqual(
      expect.arrayContaining([
        { kind: 'not-this-kind', key: 'theoryStartMinute' },
        { kind: 'not-this-kind', key: 'theoryDurationMin' },
      ]),
    );
  });

  it('shows every open question of every edition somewhere', () => {
    for (const edition of ['R2021', 'R2022', 'R2024'] as const) {
      for (const { key, entry } of openQuestions(edition)) {
        const place = entry.status === 'unset' ? ['typed', 'timetable'] : ['inherited', 'timetable'];
        expect(place, `${edition} ${key}`).toContain(formPlace(edition, key));
      }
    }
  });
});
