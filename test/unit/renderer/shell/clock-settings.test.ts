import { describe, expect, it } from 'vitest';
import { officialDates, parseOfficialTime, wallTime } from '../../../../renderer/screens/shell/clock-settings.ts';
import { timeText } from '../../../../renderer/text/format.ts';

const EXAM = '2022-11-19';

function beijing(time: string, date = EXAM): number {
  return Date.parse(`${date}T${time}+08:00`);
}

describe('the official time as two people type it', () => {
  it.each(['8:31:00', '08:31:00', '08：31：00', ' 083100 '])('%s is 08:31:00 of the date', (text) => {
    expect(parseOfficialTime(text, EXAM)).toBe(beijing('08:31:00'));
  });

  it.each(['', '8:31', '0831', '24:00:00', '08:60:00', '08:31:60', '8.31.00', '83100'])('“%s” is no time', (text) => {
    expect(parseOfficialTime(text, EXAM)).toBeNull();
  });

  it('belongs to the date that was chosen', () => {
    expect(parseOfficialTime('00:10:00', '2022-11-20')).toBe(beijing('00:10:00', '2022-11-20'));
  });
});

describe('the date of the official time', () => {
  it.each([
    ['on the exam’s day', '2022-11-19', EXAM],
    ['on the evening before, where the last record may lie', '2022-11-18', EXAM],
    ['in the night after, where a paper may still run', '2022-11-20', '2022-11-20'],
    ['days after, where a fast clock leads', '2022-11-25', EXAM],
    ['weeks before, in the preparation', '2022-10-30', '2022-10-30'],
  ])('%s it is proposed as %s → %s', (_, today, preferred) => {
    const dates = officialDates(EXAM, beijing('18:00:00', today));
    expect(dates.preferred).toBe(preferred);
    expect(dates.all).toContain(EXAM);
    expect(dates.all).toContain(today);
    expect(dates.all).toEqual([...new Set(dates.all)].sort());
  });
});

describe('the computer’s own clock', () => {
  it('is what the program says and how far it is off; a jump forward was taken over', () => {
    const now = beijing('09:00:00');
    expect(timeText(wallTime({ notice: { code: 'wall-behind', deltaMs: -3_600_000 } }, now))).toBe('08:00:00');
    expect(wallTime({ notice: { code: 'jumped-forward', deltaMs: 3_600_000 } }, now)).toBe(now);
    expect(wallTime({ notice: null }, now)).toBe(now);
  });
});
