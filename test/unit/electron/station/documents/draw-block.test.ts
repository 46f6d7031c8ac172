import { expect, it } from 'vitest';
import { fitBlock, type Setting } from '../../../../../electron/station/documents/draw-block.ts';
import type { Pen, TextStyle } from '../../../../../electron/station/documents/draw-text.ts';

/** Every character is as wide as its size. */
const pen: Pen = {
  width: (text, style) => [...text].length * style.size,
  line: () => 0,
};
const style = (size: number): TextStyle => ({ size, weight: 'regular', color: '#000000' });
const SETTINGS: readonly [Setting, ...Setting[]] = [
  { style: style(10), maxLines: 1 },
  { style: style(10), maxLines: 2 },
  { style: style(5), maxLines: 3 },
];

function fit(text: string) {
  const { lines, style: used } = fitBlock(text, SETTINGS, 50, pen);
  return [used.size, ...lines];
}

it('keeps the first setting that holds the text', () => {
  expect(fit('王小明')).toEqual([10, '王小明']);
});

it('breaks a name after its 间隔号', () => {
  expect(fit('次仁·多吉')).toEqual([10, '次仁·多吉']);
  expect(fit('次仁·多吉次仁')).toEqual([10, '次仁·', '多吉次仁']);
});

it('breaks between characters where a separator would waste the line', () => {
  expect(fit('次·多吉次仁多吉次')).toEqual([10, '次·多吉次', '仁多吉次']);
});

it('never cuts a character of two UTF-16 units in two', () => {
  expect(fit('𬱖𬱖𬱖𬱖𬱖𬱖𬱖')).toEqual([10, '𬱖𬱖𬱖𬱖𬱖', '𬱖𬱖']);
});

it('gives the last line what is left when nothing holds the text', () => {
  expect(fit('一'.repeat(40))).toEqual([5, '一'.repeat(10), '一'.repeat(10), '一'.repeat(20)]);
});
