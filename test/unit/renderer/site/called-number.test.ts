import { expect, it } from 'vitest';
import { calledOf, isCalledTyped } from '../../../../renderer/screens/site/called-number.ts';

it.each([
  ['', true, null],
  ['  ', true, null],
  [' 007 ', true, '007'],
  ['123456789012', true, '123456789012'],
])('takes %j as the number that was called out', (typed, isTaken, called) => {
  expect(isCalledTyped(typed)).toBe(isTaken);
  expect(calledOf(typed)).toBe(called);
});

it.each(['1234567890123', '七', '7a', '-1', '1.5'])('does not take %j', (typed) => {
  expect(isCalledTyped(typed)).toBe(false);
});
