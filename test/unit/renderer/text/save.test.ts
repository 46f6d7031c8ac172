import { describe, expect, it } from 'vitest';
import { errorText } from '../../../../renderer/text/errors.ts';
import { lightSentence } from '../../../../renderer/text/lights.ts';
import { saveTrouble, stopsRecording } from '../../../../renderer/text/save.ts';

const STOPS = ['disk-full', 'io-failed', 'not-writable', 'vanished', 'replaced', 'corrupt'];
const WARNS = ['disk-nearly-full', 'disk-low', 'disk-slow', 'restart-untested'];

describe('what is wrong with saving, in words', () => {
  it('is something else for each code, and says what to do', () => {
    const words = [...STOPS, ...WARNS, 'never heard of'].map(saveTrouble);
    expect(new Set(words.map(({ what }) => what)).size).toBe(words.length);
    expect(words.filter(({ todo }) => !todo.includes('请'))).toEqual([]);
  });

  it('stands over every screen where nothing can be recorded, and only there', () => {
    expect(STOPS.filter(stopsRecording)).toEqual(STOPS);
    expect([...WARNS, 'never heard of'].filter(stopsRecording)).toEqual([]);
  });

  it('says of each refusal to take to paper', () => {
    expect(STOPS.filter((code) => !saveTrouble(code).todo.includes('先用纸笔记录'))).toEqual([]);
  });

  it('is the same in the refusal and in the light', () => {
    const { what, todo } = saveTrouble('disk-full');
    expect(errorText({ code: 'not-saved', rule: '', figures: { reason: 'disk-full' } })).toEqual({
      what: `没有记录，这次操作不算数：${what}`,
      todo,
    });
    expect(lightSentence('save', { state: 'attention', code: 'disk-full' })).toBe(`保存：需要处理。${what}${todo}`);
  });
});
