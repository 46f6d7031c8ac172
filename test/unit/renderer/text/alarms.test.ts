import { expect, it } from 'vitest';
import { alarmTimeText } from '../../../../renderer/text/alarms.ts';

const NINE = Date.parse('2022-11-19T09:00:00+08:00');
const missed = (ms: number) => alarmTimeText({ at: NINE, dueAt: NINE, now: NINE + ms, isMissed: true, waitsFor: null });

it('[AL3] says of what was missed by how much, in whole minutes and as the rail says it', () => {
  expect(missed(4 * 60_000 + 59_000)).toBe('09:00，错过 4 分钟');
  expect(missed(260 * 60_000)).toBe('09:00，错过 4 小时 20 分');
});
