import { expect, it } from 'vitest';
import { minuteText, parseMinute } from '../../../../renderer/text/rule-values.ts';

it('says of a paper that ends after midnight that it is the next day', () => {
  expect([1439, 1440, 1560].map(minuteText)).toEqual(['23:59', '次日 00:00', '次日 02:00']);
});

it('reads a time of day with either colon and either figures, and no other text', () => {
  expect(['8:30', '08：30', '０８：３０'].map(parseMinute)).toEqual([510, 510, 510]);
  expect(['24:00', '8:60', '830', '8:3'].map(parseMinute)).toEqual([null, null, null, null]);
});
