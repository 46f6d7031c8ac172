import { describe, expect, it } from 'vitest';
import { hasKnownPrivateUse, mapPrivateUse } from '../../../../shared/domain/private-use.ts';

/** The six whose standard characters lie outside the BMP: this runtime's decoder still gives private code points. */
const BEYOND_BMP = new Map([
  [0xe816, 0x20087],
  [0xe817, 0x20089],
  [0xe818, 0x200cc],
  [0xe831, 0x215d7],
  [0xe83b, 0x2298f],
  [0xe855, 0x241fe],
]);

/** The private code point that GBK systems use for a two-byte code, and the bytes. */
function oldCodes(): readonly (readonly [privateUse: number, bytes: readonly [number, number]])[] {
  const run = (first: number, lead: number, trails: readonly number[]) =>
    trails.map((trail, at) => [first + at, [lead, trail]] as const);
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return [
    ...run(0xe78d, 0xa6, [...range(0xd9, 0xdf), 0xec, 0xed, 0xf3]),
    ...run(0xe7c7, 0xa8, [0xbc, 0xbf]),
    ...run(0xe7e7, 0xa9, range(0x89, 0x95)),
    ...run(0xe815, 0xfe, [...range(0x50, 0x7e), ...range(0x80, 0xa0)]),
  ];
}

describe('mapPrivateUse', () => {
  it('gives every old code the character that GB 18030-2022 gives to its bytes', () => {
    const decoder = new TextDecoder('gb18030', { fatal: true });
    const codes = oldCodes();
    expect(codes).toHaveLength(105);
    for (const [privateUse, bytes] of codes) {
      const beyond = BEYOND_BMP.get(privateUse);
      const standard = beyond === undefined ? decoder.decode(new Uint8Array(bytes)) : String.fromCodePoint(beyond);
      expect([privateUse.toString(16), mapPrivateUse(String.fromCodePoint(privateUse))]).toEqual([
        privateUse.toString(16),
        standard,
      ]);
    }
  });

  it('maps 䶮 inside a name and says that it did', () => {
    expect(mapPrivateUse('王\ue863')).toBe('王䶮');
    expect(hasKnownPrivateUse('王\ue863')).toBe(true);
  });

  it('leaves unknown private-use characters and everything else alone', () => {
    for (const text of ['王\ue000', '王\ue7c9', '王䶮', '']) {
      expect(mapPrivateUse(text)).toBe(text);
      expect(hasKnownPrivateUse(text)).toBe(false);
    }
  });
});
