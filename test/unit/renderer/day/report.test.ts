import { describe, expect, it } from 'vitest';
import { reportSentence } from '../../../../renderer/screens/day/report.ts';
import { as, type RoomNo } from '../../../../shared/ids.ts';

const count = { expected: 40, present: 38, late: 2, absent: 0, notYet: 2, refused: 1, doubtful: 0, unlisted: 0 };
const facts = {
  room: as<RoomNo>('001'),
  paper: 'theory',
  violations: 0,
  isCollected: false,
  now: Date.parse('2022-11-19T09:00:30+08:00'),
} as const;

describe('一句话报告', () => {
  it('names room, paper, time and figures, and of those not yet there the seats, never the names', () => {
    expect(reportSentence({ ...facts, count, missingSeats: [12, 38] })).toBe(
      '001 考场理论 09:00：应到 40，已到 38，其中迟到 2，未到 2（12、38 座），拒绝入场 1。',
    );
  });

  it('lists no seats while many are still outside', () => {
    const early = { ...count, present: 31, late: 0, notYet: 9, refused: 0 };
    expect(reportSentence({ ...facts, count: early, missingSeats: [1, 2, 3, 4, 5, 6, 7, 8, 9] })).toBe(
      '001 考场理论 09:00：应到 40，已到 31，未到 9。',
    );
  });

  it('does not call a paper that nobody takes complete', () => {
    const nobody = { ...count, expected: 0, present: 0, late: 0, notYet: 0, refused: 0 };
    expect(reportSentence({ ...facts, count: nobody, missingSeats: [] })).toBe(
      '001 考场理论 09:00：没有报考这一科的考生。',
    );
  });

  it('says so when everybody is there', () => {
    const full = { ...count, present: 40, late: 0, notYet: 0, refused: 0 };
    expect(reportSentence({ ...facts, count: full, missingSeats: [] })).toBe(
      '001 考场理论 09:00：应到 40，已到 40，全部到齐。',
    );
  });

  it('[R35] gives the absent and the violations as figures alone', () => {
    const marked = { ...count, absent: 2, notYet: 0, refused: 0 };
    expect(reportSentence({ ...facts, count: marked, violations: 1, missingSeats: [] })).toBe(
      '001 考场理论 09:00：应到 40，实到 38，缺考 2，迟到 2，违纪 1。',
    );
  });

  it('[R33] says that the paper is collected, with every figure of the sum', () => {
    const all = { ...count, present: 40, late: 0, notYet: 0, refused: 0 };
    expect(reportSentence({ ...facts, count: all, isCollected: true, missingSeats: [] })).toBe(
      '001 考场理论 09:00：应到 40，实到 40，缺考 0，全部到齐，违纪 0，已收卷。',
    );
  });
});
