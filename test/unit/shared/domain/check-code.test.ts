import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCodeFrom, checkCodeSchema, checkCodeText, readCheckCode } from '../../../../shared/domain/check-code.ts';

describe('a check code', () => {
  it('is the first 30 bits of what it is made of', () => {
    expect(checkCodeFrom(Uint8Array.of(0, 0, 0, 0))).toBe('000000');
    expect(checkCodeFrom(Uint8Array.of(0, 0, 0, 3))).toBe('000000'); // the last two bits are not in it
    expect(checkCodeFrom(Uint8Array.of(0, 0, 0, 4))).toBe('000001');
    expect(checkCodeFrom(Uint8Array.of(255, 255, 255, 255))).toBe('ZZZZZZ');
    expect(checkCodeFrom(Uint8Array.of(0x08, 0, 0, 0))).toBe('100000');
  });

  it('has six characters without look-alikes, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 8 }), (bytes) => {
        expect(checkCodeSchema.safeParse(checkCodeFrom(bytes)).success).toBe(true);
      }),
    );
  });

  it('is read again as it was shown', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (bytes) => {
        const code = checkCodeFrom(bytes);
        expect(readCheckCode(checkCodeText(code))).toBe(code);
      }),
    );
  });

  it.each(['k7m2qx', 'K7M 2QX', ' k7m-2qx ', 'Ｋ７Ｍ２ＱＸ', 'Ｋ７Ｍ　２ｑｘ', 'K7M·2QX'])(
    'is understood as typed: %s',
    (typed) => {
      expect(readCheckCode(typed)).toBe('K7M2QX');
    },
  );

  it('takes look-alikes for what they look like', () => {
    expect(readCheckCode('oOiIlL')).toBe('001111');
  });

  it.each(['', 'K7M2Q', 'K7M2QXX', 'K7M2QU', '校验码', 'K7M2Q?'])('is not: %s', (typed) => {
    expect(readCheckCode(typed)).toBeNull();
  });
});
