import { describe, expect, it } from 'vitest';
import { parseSeats } from '../../../../renderer/screens/course/parse-seats.ts';
import { parseMinutes } from '../../../../renderer/screens/course/parse-minutes.ts';
import { seatList } from '../../../../renderer/text/course.ts';

describe('seats as they are typed', () => {
  it.each([
    ['11-14', [11, 12, 13, 14]],
    ['11–14、20', [11, 12, 13, 14, 20]],
    ['20, 3 3', [3, 20]],
    ['07，08', [7, 8]],
    ['11 至 14', null],
    ['11至12', [11, 12]],
    ['', []],
    ['14-11', null],
    ['0', null],
    ['39-41', null],
    ['张三', null],
  ])('%s', (text, expected) => {
    expect(parseSeats(text, 40)).toEqual(expected);
  });

  it('are written with neighbours together, and read back the same', () => {
    expect(seatList([14, 11, 12, 13, 20])).toBe('11–14、20');
    expect(seatList([1, 2, 9])).toBe('01、02、09');
    expect(parseSeats(seatList([1, 2, 9, 11, 12, 13]), 40)).toEqual([1, 2, 9, 11, 12, 13]);
  });
});

describe('minutes as they are typed', () => {
  it.each([
    ['18', 18],
    [' 7 ', 7],
    ['0', null],
    ['1441', null],
    ['1.5', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(parseMinutes(text)).toBe(expected);
  });
});
