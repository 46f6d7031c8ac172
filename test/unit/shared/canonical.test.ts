import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../shared/canonical.ts';

describe('the canonical text', () => {
  it('sorts names by UTF-16 code unit and drops blanks', () => {
    expect(canonicalText({ b: [1, 'x'], '€': 1, '\u{1F600}': 2, a: { z: null, y: true } })).toEqual({
      ok: true,
      value: '{"a":{"y":true,"z":null},"b":[1,"x"],"€":1,"\u{1F600}":2}',
    });
  });

  it('writes numbers as RFC 8785 does', () => {
    expect(canonicalText([0.1, 1e21 / 1e20, -0, 4.5e-7, 2 ** 53 - 1])).toEqual({
      ok: true,
      value: '[0.1,10,0,4.5e-7,9007199254740991]',
    });
  });

  it.each([
    ['a text', { name: '王\uD83D' }, '/name'],
    ['a text in a list', { list: ['a', '\uDE00'] }, '/list/1'],
    ['a name', { data: { '\uD83D': 1 } }, '/data'],
  ])('refuses a lone surrogate in %s', (_, value, path) => {
    expect(canonicalText(value)).toEqual({ ok: false, error: { code: 'lone-surrogate', path } });
  });

  it.each([2 ** 53, -(2 ** 53), 1e300, Number.NaN, Number.POSITIVE_INFINITY])('refuses the number %s', (value) => {
    expect(canonicalText({ a: value })).toEqual({ ok: false, error: { code: 'unsafe-number', path: '/a' } });
  });

  it.each([
    ['undefined', undefined],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', new Uint8Array(2)],
    ['a boxed number', Object(1)],
  ])('refuses %s instead of dropping or rewriting it', (_, value) => {
    expect(canonicalText({ list: [value] })).toEqual({ ok: false, error: { code: 'not-json', path: '/list/0' } });
    expect(canonicalText(value)).toEqual({ ok: false, error: { code: 'not-json', path: '' } });
  });

  it('refuses a hole in a list', () => {
    expect(canonicalText(Object.assign([], { length: 1 }))).toEqual({
      ok: false,
      error: { code: 'not-json', path: '/0' },
    });
  });

  it('refuses a circle instead of running out of stack', () => {
    const circle: Record<string, unknown> = {};
    circle['me'] = circle;
    expect(canonicalText(circle)).toMatchObject({ ok: false, error: { code: 'not-json' } });
  });

  it('names the place as a JSON pointer', () => {
    expect(canonicalText({ 'a/b~c': undefined })).toEqual({ ok: false, error: { code: 'not-json', path: '/a~1b~0c' } });
  });
});
