import { describe, expect, it } from 'vitest';
import type { ClockView } from '../../../../shared/contract/views.ts';
import { clockWords } from '../../../../renderer/text/clock.ts';

type Notice = NonNullable<ClockView['notice']>;

function words(code: Notice['code'], deltaMs: number, timeInDoubt = false) {
  return clockWords({ notice: { code, deltaMs }, timeInDoubt });
}

describe('the banner about the clock', () => {
  it('says nothing while nothing stands', () => {
    expect(clockWords({ notice: null, timeInDoubt: false })).toBeNull();
  });

  it('says what was seen, and by how much', () => {
    expect(words('jumped-forward', 34 * 60_000)?.what).toBe('电脑时钟向前跳了 34 分钟');
    expect(words('wall-behind', -3_600_000)?.what).toBe('电脑时钟被调慢 1 小时');
    expect(words('started-behind', -5 * 3_600_000, true)?.what).toBe('电脑时钟比最后一条记录早 5 小时');
    expect(words('started-behind', -8358.9 * 24 * 3_600_000, true)?.what).toBe('电脑时钟比最后一条记录早 8358 天');
    expect(words('wall-behind', -1_799_600)?.what).toBe('电脑时钟被调慢 30 分钟');
  });

  it('on a typed time says who still has to look at it', () => {
    expect(words('official-time', -60_000, true)?.what).toBe('已按输入的标准时间运行，待主考核实');
    expect(words('official-time', -60_000, true)?.more).toMatch(/^电脑时钟慢 1 分钟。/);
    expect(words('official-time', 60_000)?.what).toBe('按输入的标准时间运行，主考已核实');
    expect(words('official-time', 60_000)?.more).toMatch(/^电脑时钟快 1 分钟。/);
  });
});
