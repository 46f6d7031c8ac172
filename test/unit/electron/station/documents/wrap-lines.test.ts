import { expect, it } from 'vitest';
import type { Pen } from '../../../../../electron/station/documents/draw-text.ts';
import { createWrap } from '../../../../../electron/station/documents/wrap-lines.ts';

/** Han characters and their marks are two wide, Latin ones one. */
const pen: Pen = {
  width: (text) => [...text].reduce((sum, character) => sum + (/[\u0020-\u007e]/.test(character) ? 1 : 2), 0),
  line: () => 0,
};
const wrap = createWrap(pen, { size: 1, weight: 'regular', color: '#000000' });

it('breaks between Han characters', () => {
  expect(wrap('一二三四五六七八', 6)).toEqual(['一二三', '四五六', '七八']);
});

it('leaves a text that fits as it is, and gives no line for none', () => {
  expect(wrap('一二三', 6)).toEqual(['一二三']);
  expect(wrap('', 6)).toEqual([]);
});

it('keeps Latin words and numbers whole', () => {
  expect(wrap('用 Python 写 for 循环 2022', 9)).toEqual(['用 Python', '写 for 循', '环 2022']);
});

it('cuts no time, no range and no decimal in two', () => {
  expect(wrap('结束 10:30 改为', 8)).toEqual(['结束', '10:30 改', '为']);
  expect(wrap('座位 11–14 号', 10)).toEqual(['座位', '11–14 号']);
  expect(wrap('延长一 1.5 分', 9)).toEqual(['延长一', '1.5 分']);
});

it('breaks a word that is longer than a line', () => {
  expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
});

it('begins no line with a closing mark and ends none with an opening one', () => {
  expect(wrap('一二三，四五', 6)).toEqual(['一二', '三，四', '五']);
  expect(wrap('一二（三四）', 6)).toEqual(['一二', '（三', '四）']);
});

it('never cuts a character of two UTF-16 units in two', () => {
  expect(wrap('𬱖𬱖𬱖𬱖𬱖', 4)).toEqual(['𬱖𬱖', '𬱖𬱖', '𬱖']);
});

it('goes on where one character is wider than the line', () => {
  expect(wrap('一二', 1)).toEqual(['一', '二']);
});

it('loses nothing of a long text', () => {
  const text = '在考试开始后，监考员发现该考生将纸条置于键盘下方（共 2 张），写有 for/while 示例。'.repeat(20);
  expect(wrap(text, 30).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  for (const line of wrap(text, 30))
    expect(pen.width(line, { size: 1, weight: 'regular', color: '' })).toBeLessThanOrEqual(30);
});
