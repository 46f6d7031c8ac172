import { describe, expect, it } from 'vitest';
import { rulesPageAt } from '../../../../renderer/screens/big/rules-page.ts';
import { roomRules } from '../../../../renderer/text/room-rules.ts';
import { someRules } from '../../../support/a-day.ts';

const RULES = (['R2021', 'R2022'] as const).map((edition) => roomRules(edition, someRules(edition).values));

describe('考场规则 on 大屏', () => {
  it.each(RULES.map((rules) => [rules]))('shows every item once, in order, its number beside it', (rules) => {
    const first = rulesPageAt(rules, 0, 0);
    const turned = Array.from({ length: first.pages }, (_, i) => rulesPageAt(rules, 0, i * 20_000));
    expect(turned.map(({ page }) => page)).toEqual(turned.map((_, i) => i + 1));
    expect(turned.flatMap(({ items }) => items)).toEqual(rules.map((text, i) => ({ number: i + 1, text })));
  });

  it.each(RULES.map((rules) => [rules]))('puts no more on a page than its lines, and no item on one alone', (rules) => {
    const { pages } = rulesPageAt(rules, 0, 0);
    for (let i = 0; i < pages; i += 1) {
      const { items } = rulesPageAt(rules, 0, i * 20_000);
      const lines = items.reduce((sum, { text }) => sum + Math.ceil(text.length / 35), 0);
      expect(lines).toBeLessThanOrEqual(6);
      expect(items.length).toBeGreaterThan(1);
    }
  });

  it('turns by itself, begins again after the last page, and stands at the first before its time', () => {
    const rules = RULES[0] ?? [];
    const { pages } = rulesPageAt(rules, 1000, 1000);
    expect(rulesPageAt(rules, 1000, 20_999).page).toBe(1);
    expect(rulesPageAt(rules, 1000, 21_000).page).toBe(2);
    expect(rulesPageAt(rules, 1000, 1000 + pages * 20_000).page).toBe(1);
    expect(rulesPageAt(rules, 1000, 0).page).toBe(1);
  });
});
