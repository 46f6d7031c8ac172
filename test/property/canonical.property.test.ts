import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../shared/canonical.ts';
import { unwrap } from '../support/journal-fixture.ts';

const safeNumber = fc
  .oneof(fc.maxSafeInteger(), fc.double({ min: -(2 ** 53 - 1), max: 2 ** 53 - 1, noNaN: true }))
  .map((value) => value + 0); // -0 is written 0
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    safeNumber,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('__proto__')), tie('value'), {
      noNullPrototype: true,
    }),
  ),
})).value;

describe('laws of the canonical text', () => {
  it('parsing it gives the value back', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(unwrap(canonicalText(value)))).toEqual(value);
      }),
    );
  });

  it('writing what was parsed gives the same text', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = unwrap(canonicalText(value));
        expect(unwrap(canonicalText(JSON.parse(text)))).toBe(text);
      }),
    );
  });

  it('does not depend on the order in which members were set', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.string(), fc.integer()), { selector: ([name]) => name }), (members) => {
        const there = Object.fromEntries(members);
        const back = Object.fromEntries(members.toReversed());
        expect(unwrap(canonicalText(back))).toBe(unwrap(canonicalText(there)));
      }),
    );
  });

  it('refuses a lone surrogate wherever it stands, in a text or in a name', () => {
    const lone = fc
      .tuple(fc.string(), fc.integer({ min: 0xd800, max: 0xdfff }), fc.string({ unit: 'grapheme-ascii' }))
      .map(([before, half, after]) => `${before}${String.fromCharCode(half)}${after}`);
    fc.assert(
      fc.property(json, lone, fc.boolean(), fc.nat(5), (sound, bad, isName, depth) => {
        let value: unknown = isName ? { sound, [bad]: 1 } : { sound, text: bad };
        for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [sound, value] : { inner: value };
        expect(canonicalText(value)).toMatchObject({ ok: false, error: { code: 'lone-surrogate' } });
      }),
    );
  });
});
