import { describe, expect, it } from 'vitest';
import { roomRules } from '../../../../renderer/text/room-rules.ts';
import { EDITIONS } from '../../../../shared/domain/rules.ts';
import { someRules } from '../../../support/a-day.ts';

const r2021 = someRules('R2021').values;
const r2022 = someRules('R2022').values;

describe('roomRules', () => {
  it.each(EDITIONS)('[R22] %s has twelve items', (edition) => {
    expect(roomRules(edition, someRules(edition).values)).toHaveLength(12);
  });

  it('[C20, C21] full screen and network search stand only in 2022', () => {
    const items2021 = roomRules('R2021', r2021).join('');
    const items2022 = roomRules('R2022', r2022);
    expect(items2021).not.toMatch(/全屏|网络搜索/);
    expect(items2022[5]).toContain('全屏');
    expect(items2022[7]).toContain('网络搜索');
  });

  it('[C01] the login item follows the choice made', () => {
    expect(roomRules('R2021', r2021)[4]).toContain('开考前 20 分钟');
    expect(roomRules('R2021', { ...r2021, loginOpenOffsetMin: -5 })[4]).toContain('开考前 5 分钟');
    expect(roomRules('R2022', r2022)[3]).toContain('开考前 5 分钟');
  });

  it('[C21] the 2024 day follows what the chief fixed', () => {
    const rules = someRules('R2024').values;
    expect(roomRules('R2024', rules).join('')).not.toContain('全屏');
    expect(roomRules('R2024', { ...rules, submitsOnLeavingFullScreen: true })[5]).toContain('全屏');
  });
});
