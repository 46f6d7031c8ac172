import { describe, expect, it } from 'vitest';
import { formatClock, formatDate, formatMinute, instantOf } from '../../../../shared/domain/day-time.ts';

describe('day time', () => {
  it('a minute of a day in Asia/Shanghai is an instant, whatever zone the machine is in', () => {
    expect(instantOf('2022-11-19', 510)).toBe(Date.UTC(2022, 10, 19, 0, 30));
    expect(instantOf('2022-11-19', 0)).toBe(Date.UTC(2022, 10, 18, 16));
    expect(instantOf('2024-02-29', 1439)).toBe(Date.UTC(2024, 1, 29, 15, 59));
  });

  it('minutes beyond the day lie in its neighbours', () => {
    expect(formatDate(instantOf('2022-11-19', -1))).toBe('2022-11-18');
    expect(formatDate(instantOf('2022-12-31', 1440))).toBe('2023-01-01');
  });

  it('keeps the summer time of 1986 to 1991', () => {
    expect(formatMinute(instantOf('1988-07-01', 540))).toBe('09:00');
    expect(instantOf('1988-07-01', 540)).toBe(Date.UTC(1988, 6, 1, 0));
  });

  it.each(['2022-02-30', '2022-13-01', '22-01-01', '2022-1-1', '2022-11-19T00:00', ''])('%s is no date', (text) => {
    expect(() => instantOf(text, 0)).toThrow(RangeError);
  });

  it('formats with seconds and minutes cut off, never rounded', () => {
    const at = Date.UTC(2022, 10, 19, 0, 59, 59, 999);
    expect(formatClock(at)).toBe('08:59:59');
    expect(formatMinute(at)).toBe('08:59');
    expect(formatDate(at)).toBe('2022-11-19');
  });

  it('midnight is 00, not 24', () => {
    expect(formatClock(instantOf('2022-11-19', 0))).toBe('00:00:00');
    expect(formatMinute(instantOf('2022-11-19', 0))).toBe('00:00');
  });
});
