import { describe, expect, it } from 'vitest';
import { comparisonKey, hasSeparatorLookAlike, looksLikeFormula, trimBlanks } from '../../../../shared/domain/names.ts';

describe('comparisonKey', () => {
  it.each(['•', '‧', '・', '･', '⸱', '．', '.'])('takes the separator %s for U+00B7', (separator) => {
    expect(comparisonKey(`阿里木${separator}吐尔逊`)).toBe('阿里木·吐尔逊');
  });

  it('ignores outer blanks, blanks that pad a Chinese name, and blanks beside the separator', () => {
    expect(comparisonKey(' 张　三\u200b')).toBe('张三');
    expect(comparisonKey('阿里木 · 吐尔逊')).toBe('阿里木·吐尔逊');
  });

  it('keeps the blank between Latin words', () => {
    expect(comparisonKey(' John Smith ')).toBe('John Smith');
  });

  it('compares composed and decomposed letters as equal, and keeps rare characters whole', () => {
    expect(comparisonKey('José')).toBe(comparisonKey('Jose\u0301'));
    expect(comparisonKey('陈𬱖')).toBe('陈𬱖');
  });
});

describe('trimBlanks', () => {
  it('takes off ideographic blanks, controls and invisible marks at both ends only', () => {
    expect(trimBlanks('\u3000\t韩 文\u202c\r')).toBe('韩 文');
    expect(trimBlanks('韩文')).toBe('韩文');
    expect(trimBlanks(' \n')).toBe('');
  });
});

describe('hasSeparatorLookAlike', () => {
  it('knows U+00B7 as right', () => {
    expect(hasSeparatorLookAlike('阿里木·吐尔逊')).toBe(false);
    expect(hasSeparatorLookAlike('阿里木•吐尔逊')).toBe(true);
  });
});

describe('looksLikeFormula', () => {
  it.each(['=1+1', '+86', '-1', '@x', ' =cmd', '＝1'])('%j does', (text) => {
    expect(looksLikeFormula(text)).toBe(true);
  });

  it('a name with a sign inside does not', () => {
    expect(looksLikeFormula('欧阳-王')).toBe(false);
  });
});
