import { describe, expect, it } from 'vitest';
import { type LateCarry, lateCarryOf, seatedAt } from '../../../../renderer/screens/seating/late-carry.ts';
import { at, INVIGILATOR_2 } from '../../../support/sim-station.ts';

const RANGE = { from: at('10:00'), before: at('10:10') };
const NOW = at('10:12');
const SAID: LateCarry = { when: 'seated', time: '10:02', reason: '忙于收卷', second: INVIGILATOR_2 };

describe('a round that is confirmed after the paper has begun', () => {
  it('is recorded as it happened, with a reason and a second person', () => {
    expect(lateCarryOf(SAID, RANGE, NOW)).toEqual({
      missing: null,
      options: { occurredAt: at('10:02'), reason: '忙于收卷', second: INVIGILATOR_2 },
    });
  });

  it('asks first since when people sit there, and then for what a 补录 needs', () => {
    expect(lateCarryOf({ ...SAID, when: null }, RANGE, NOW).missing).toBe('请先回答：什么时候在座');
    expect(lateCarryOf({ ...SAID, time: '' }, RANGE, NOW).missing).toBe('请填写实际时间');
    expect(lateCarryOf({ ...SAID, reason: ' ' }, RANGE, NOW).missing).toBe('请写明原因');
    expect(lateCarryOf({ ...SAID, second: null }, RANGE, NOW).missing).toBe('请选择第二人');
  });

  it('[R27] who has only just sat down is late by this minute, and nothing else is asked', () => {
    expect(lateCarryOf({ ...SAID, when: 'now', time: '' }, RANGE, NOW)).toEqual({ missing: null, options: {} });
  });

  it('names no time at which people still wrote, and none of the later paper', () => {
    expect(seatedAt('9:59:59', RANGE, NOW)).toBeNull();
    expect(seatedAt('10:00', RANGE, NOW)).toBe(at('10:00'));
    expect(seatedAt('10:09:59', RANGE, NOW)).toBe(at('10:09:59'));
    expect(seatedAt('10:10', RANGE, NOW)).toBeNull();
  });
});
