import type * as fontkit from 'fontkit';
import { expect, it } from 'vitest';
import { chainOf, createFontChain, type FontFace } from '../../../../../electron/station/documents/font-chain.ts';

/** A face that has these characters and no others. */
function face(name: string, characters: string): FontFace {
  const codePoints = new Set([...characters].map((character) => character.codePointAt(0)));
  const font = { hasGlyphForCodePoint: (codePoint: number) => codePoints.has(codePoint) };
  return { name, font: () => font as unknown as fontkit.Font }; // the chain asks nothing else
}

function chain(...faces: FontFace[]) {
  return chainOf({ regular: faces, bold: faces });
}

function runs(text: string, ...faces: FontFace[]) {
  return chain(...faces)
    .runs(text, 'regular')
    .map((run) => [run.face.name, run.text]);
}

it('takes the first font that has a character and joins neighbours', () => {
  expect(runs('王𠮷野', face('one', '王野'), face('two', '𠮷王'))).toEqual([
    ['one', '王'],
    ['two', '𠮷'],
    ['one', '野'],
  ]);
  expect(runs('王王', face('one', '王'))).toEqual([['one', '王王']]);
});

it('draws 间隔号 narrow, from the second font, where it has one', () => {
  expect(runs('买·提', face('one', '买·提'), face('two', '·'))).toEqual([
    ['one', '买'],
    ['two', '·'],
    ['one', '提'],
  ]);
  expect(runs('买·', face('one', '买·'), face('two', ''))).toEqual([['one', '买·']]);
});

it('lists what no font has, each character once and whole', () => {
  expect(chain(face('one', '王')).missing('𱍐王𱍐龘')).toEqual(['𱍐', '龘']);
});

it('counts as missing what only one weight has', () => {
  const uneven = chainOf({ regular: [face('one', '王')], bold: [face('two', '')] });
  expect(uneven.missing('王')).toEqual(['王']);
});

it('refuses to draw what it has not', () => {
  expect(() => chain(face('one', '王')).runs('𱍐', 'regular')).toThrow('U+31350');
});

it('has every rare character that is known from names, in both weights', () => {
  expect(createFontChain().missing('䶮㛃𬱖𫖯𠮷𡋾𪨶镕喆堃祎龦·…')).toEqual([]);
});
