import { describe, expect, it } from 'vitest';
import {
  draftTime,
  groupViolations,
  missingIn,
  type ViolationDraft,
} from '../../../../renderer/screens/acts/violation-draft.ts';
import { VIOLATIONS } from '../../../../shared/domain/violations.ts';
import { at, INVIGILATOR_2 } from '../../../support/sim-station.ts';

const now = at('09:20');
const full: ViolationDraft = {
  code: '64',
  discovery: 'on-site',
  facts: '09:16 使用手机，手机已收，机号 28',
  held: '',
  isTicketHeld: false,
  second: INVIGILATOR_2,
  time: '',
  reason: '',
};

describe('the form of 违纪登记', () => {
  it('[R41] wants a code, the facts and the second invigilator', () => {
    expect(missingIn(full, now)).toBeNull();
    expect(missingIn({ ...full, code: null }, now)).toContain('代码');
    expect(missingIn({ ...full, facts: '  ' }, now)).toContain('事实');
    expect(missingIn({ ...full, second: null }, now)).toContain('监考员');
  });

  it('[D2] wants to know why, when it happened earlier, and takes no time to come', () => {
    expect(draftTime(full, now)).toBeNull();
    expect(draftTime({ time: '9:16' }, now)).toBe(at('09:16'));
    expect(draftTime({ time: '9:21' }, now)).toBe('wrong');
    expect(draftTime({ time: 'x' }, now)).toBe('wrong');
    expect(missingIn({ ...full, time: '9:16' }, now)).toContain('为什么');
    expect(missingIn({ ...full, time: '9:16', reason: '先取证' }, now)).toBeNull();
    expect(missingIn({ ...full, time: '25:00', reason: '先取证' }, now)).toContain('时间');
  });
});

describe('the catalogue', () => {
  it('stands by class, whole', () => {
    const groups = groupViolations(VIOLATIONS, '');
    expect(groups.map((group) => group.class)).toEqual(['discipline', 'cheating', 'disorder']);
    expect(groups.flatMap((group) => group.kinds)).toHaveLength(VIOLATIONS.length);
  });

  it('is narrowed by the beginning of a code, a word, or an article', () => {
    const codes = (query: string) =>
      groupViolations(VIOLATIONS, query).flatMap((group) => group.kinds.map((k) => k.code));
    expect(codes('x1')).toEqual(['X1']);
    expect(codes('8')).toEqual(['81', '82', '83', '84', '85']);
    expect(codes('旁窥')).toEqual(['54']);
    expect(codes('6(四)')).toEqual(['64']);
    expect(codes('没有这个词')).toEqual([]);
  });
});
