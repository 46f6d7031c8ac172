import { describe, expect, it } from 'vitest';
import { lightSentence } from '../../../../renderer/text/lights.ts';

describe('a light in words', () => {
  it('says what its state means', () => {
    expect(lightSentence('save', { state: 'good', code: 'saved' })).toBe(
      '保存：正常。每一条确认过的记录都已写入本机磁盘。',
    );
  });

  it('says more where its code does: the keys lie in files, because the system keeps none', () => {
    const sentence = lightSentence('save', { state: 'good', code: 'saved-keys-in-files' });
    expect(sentence).toMatch(/^保存：正常。每一条确认过的记录都已写入本机磁盘。.*密钥/);
  });
});
