import { describe, expect, it } from 'vitest';
import { RULE_KEYS } from '../../../../../shared/domain/rule-sets/catalogue.ts';
import { resolveRules } from '../../../../../shared/domain/rule-sets/resolve.ts';
import { openQuestions, RULE_SETS } from '../../../../../shared/domain/rule-sets/rule-sets.ts';
import { EDITIONS, type Edition, type Rules } from '../../../../../shared/domain/rules.ts';
import { someAnswers, someRules } from '../../../../support/a-day.ts';

function problems(edition: Edition, typed: Partial<Rules>): unknown {
  const resolved = resolveRules(edition, someAnswers(edition, typed));
  return resolved.ok ? [] : resolved.error;
}

describe('resolveRules', () => {
  it.each(EDITIONS)('[RS2] completes %s: every value, every origin', (edition) => {
    const { values, origins } = someRules(edition);
    expect(Object.keys(values)).toEqual(RULE_KEYS);
    const expected = RULE_KEYS.map((key) => {
      const entry = RULE_SETS[edition].entries[key];
      const origin = { given: 'given', inherit: 'inherited', unset: 'typed' }[entry.status];
      return [key, origin, entry.status === 'unset' ? values[key] : entry.value];
    });
    expect(RULE_KEYS.map((key) => [key, origins[key], values[key]])).toEqual(expected);
  });

  it.each(EDITIONS)('[RS2] without answers %s lacks exactly its open questions', (edition) => {
    const expected = openQuestions(edition).map(({ key, entry }) => ({
      kind: entry.status === 'unset' ? 'missing' : 'unconfirmed',
      key,
    }));
    expect(resolveRules(edition, { typed: {}, confirmed: [] })).toEqual({ ok: false, error: expected });
  });

  it('[RS2] a suggestion is no value: video retention of R2024 must be typed', () => {
    const { typed, confirmed } = someAnswers('R2024');
    const rest = Object.fromEntries(Object.entries(typed).filter(([key]) => key !== 'videoRetentionYears'));
    expect(resolveRules('R2024', { typed: rest, confirmed: [...confirmed, 'videoRetentionYears'] })).toEqual({
      ok: false,
      error: [{ kind: 'missing', key: 'videoRetentionYears' }],
    });
  });

  it('[RS2] a typed value overrides an inherited one, confirmed or not', () => {
    expect(someRules('R2024', { loginOpenOffsetMin: -10 })).toMatchObject({
      values: { loginOpenOffsetMin: -10 },
      origins: { loginOpenOffsetMin: 'typed' },
    });
    const { typed } = someAnswers('R2022', { powerWaitMaxMin: 30 });
    const resolved = resolveRules('R2022', { typed, confirmed: ['isPowerWaitInclusive', 'eligibilityCancelledBy'] });
    expect(resolved).toMatchObject({ ok: true, value: { values: { powerWaitMaxMin: 30 } } });
  });

  it('[RS3] what an edition prints cannot be typed over', () => {
    expect(problems('R2021', { lateCutoffOffsetMin: 15, machinesAfterEnd: 'shut-down' })).toEqual([
      { kind: 'fixed-by-edition', key: 'lateCutoffOffsetMin' },
      { kind: 'fixed-by-edition', key: 'machinesAfterEnd' },
    ]);
    expect(problems('R2021', { endReminderOffsetsMin: [-10, -5] })).toEqual([
      { kind: 'fixed-by-edition', key: 'endReminderOffsetsMin' },
    ]);
  });

  it('[RS3] typing what the edition prints anyway changes nothing', () => {
    const rules = someRules('R2021', { lateCutoffOffsetMin: 30, endReminderOffsetsMin: [-5], theoryStartMinute: 540 });
    expect(rules).toEqual(someRules('R2021'));
  });

  it('[C01] in R2021 the login may be moved to T−5, and nowhere else', () => {
    expect(someRules('R2021', { loginOpenOffsetMin: -5 })).toMatchObject({
      values: { loginOpenOffsetMin: -5 },
      origins: { loginOpenOffsetMin: 'typed' },
    });
    expect(problems('R2021', { loginOpenOffsetMin: -10 })).toEqual([
      { kind: 'fixed-by-edition', key: 'loginOpenOffsetMin' },
    ]);
    expect(problems('R2022', { loginOpenOffsetMin: -20 })).toEqual([
      { kind: 'fixed-by-edition', key: 'loginOpenOffsetMin' },
    ]);
  });

  it.each(EDITIONS)('[C02] the starts of %s are data', (edition) => {
    expect(someRules(edition, { theoryStartMinute: 480, practicalStartMinute: 780 })).toMatchObject({
      values: { theoryStartMinute: 480, practicalStartMinute: 780 },
      origins: { theoryStartMinute: 'typed', practicalStartMinute: 'typed' },
    });
  });

  it('[C03] the two papers of R2024 must add up to 210 minutes', () => {
    expect(problems('R2024', { theoryDurationMin: 90 })).toEqual([
      { kind: 'total-does-not-add-up', totalMin: 210, sumMin: 240 },
    ]);
    expect(problems('R2024', { theoryDurationMin: 90, practicalDurationMin: 120 })).toEqual([]);
  });

  it('[C08] whether the cut-off is inclusive is the chief’s to say', () => {
    expect(someRules('R2022', { isLateCutoffInclusive: true })).toMatchObject({
      values: { isLateCutoffInclusive: true },
      origins: { isLateCutoffInclusive: 'typed' },
    });
  });

  it('[C17] recusal may be widened to the department', () => {
    expect(someRules('R2021', { recusalScope: 'department' })).toMatchObject({ origins: { recusalScope: 'typed' } });
  });

  it('[RS4] the papers may not overlap, in whichever order they stand', () => {
    expect(problems('R2022', { practicalStartMinute: 599 })).toEqual([{ kind: 'papers-overlap', overlapMin: 1 }]);
    expect(problems('R2022', { practicalStartMinute: 600 })).toEqual([]);
    expect(problems('R2022', { theoryStartMinute: 840, practicalStartMinute: 600 })).toEqual([]);
  });

  it('[RS4] values that contradict each other are named in pairs', () => {
    expect(problems('R2024', { admissionOpenOffsetMin: -15 })).toEqual([
      { kind: 'does-not-fit', keys: ['admissionOpenOffsetMin', 'loginOpenOffsetMin'] },
    ]);
    expect(problems('R2024', { deputyChiefMin: 3 })).toEqual([
      { kind: 'does-not-fit', keys: ['deputyChiefMin', 'deputyChiefMax'] },
    ]);
    expect(
      problems('R2024', { theoryDurationMin: 25, practicalDurationMin: 185, endReminderOffsetsMin: [-25] }),
    ).toEqual([
      { kind: 'does-not-fit', keys: ['lateCutoffOffsetMin', 'theoryDurationMin'] },
      { kind: 'does-not-fit', keys: ['leaveBanFirstMin', 'theoryDurationMin'] },
      { kind: 'does-not-fit', keys: ['endReminderOffsetsMin', 'theoryDurationMin'] },
    ]);
    expect(
      problems('R2024', {
        theoryDurationMin: 180,
        practicalDurationMin: 30,
        endReminderOffsetsMin: [-30],
        theoryStartMinute: 400,
      }),
    ).toEqual([{ kind: 'does-not-fit', keys: ['endReminderOffsetsMin', 'practicalDurationMin'] }]);
  });

  it('[RS5] checks answers that come from outside and names every problem at once', () => {
    const typed = JSON.parse(
      '{"spareRatio":"0.1","theoryStartMinute":null,"seatsPerRoom":900,"__proto__":{"x":1},"x":1}',
    ) as Partial<Rules>; // from outside: resolveRules must not trust it
    const resolved = resolveRules('R2021', { typed, confirmed: [] });
    expect(resolved).toEqual({
      ok: false,
      error: [
        { kind: 'not-this-kind', key: 'theoryStartMinute' },
        { kind: 'out-of-range', key: 'seatsPerRoom' },
        { kind: 'not-this-kind', key: 'spareRatio' },
      ],
    });
  });
});
