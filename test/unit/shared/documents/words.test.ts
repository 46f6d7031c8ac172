import { expect, it } from 'vitest';
import { dateText } from '../../../../shared/documents/words.ts';

it.each([
  ['2022-11-20', '2022年11月20日 星期日'],
  ['2024-02-29', '2024年2月29日 星期四'],
])('prints %s in Chinese with its weekday', (date, text) => {
  expect(dateText(date)).toBe(text);
});

it.each(['2022-13-01', '20.11.2022', ''])('throws for %j, which is no calendar date', (date) => {
  expect(() => dateText(date)).toThrow(RangeError);
});
