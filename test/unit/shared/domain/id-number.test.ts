import { describe, expect, it } from 'vitest';
import { checkIdNumber, idCheckDigit, maskIdNumber, normaliseIdNumber } from '../../../../shared/domain/id-number.ts';

const TODAY = '2022-11-20';

describe('idCheckDigit', () => {
  it.each([
    '11010519491231002X',
    '34052419800101001X',
    '440524188001010014',
    '513101198201130014',
    '810000199901010014',
  ])('computes the last place of %s', (id) => {
    expect(idCheckDigit(id.slice(0, 17))).toBe(id.at(-1));
  });

  it('is undefined for anything but 17 digits', () => {
    expect(idCheckDigit('1101051949123100')).toBeUndefined();
    expect(idCheckDigit('1101051949123100X')).toBeUndefined();
  });
});

describe('normaliseIdNumber', () => {
  it('makes full-width signs half-width and takes out blanks and invisible marks', () => {
    expect(normaliseIdNumber('\u202d５１０１９９ 20060110\u30000001\u202c')).toBe('510199200601100001');
  });

  it('writes the last place of an 18-place number as a capital X, and no other letter', () => {
    expect(normaliseIdNumber('51019920020513009x')).toBe('51019920020513009X');
    expect(normaliseIdNumber('５１０１９９２００２０５１３００９ｘ')).toBe('51019920020513009X');
    expect(normaliseIdNumber('e12345678x')).toBe('e12345678x');
  });
});

describe('checkIdNumber', () => {
  it.each([
    ['a right number', '510199200502184019', []],
    ['a wrong check digit', '510199200502184010', ['id-check-digit']],
    ['the 32nd of a month', '44019920031332570X', ['id-impossible-date']],
    ['29 February of a common year', '370199200302290005', ['id-impossible-date']],
    ['29 February of a leap year', '370199200402290000', ['id-check-digit']],
    ['29 February of 1900, no leap year', '370199190002290000', ['id-impossible-date', 'id-check-digit']],
    ['the 31st of a short month', '370199200404310000', ['id-impossible-date', 'id-check-digit']],
    ['day 0', '370199200404000000', ['id-impossible-date', 'id-check-digit']],
    ['a birth after today', '370199202211210000', ['id-impossible-date', 'id-check-digit']],
    ['an old number', '370199850101123', ['id-15-digits']],
    ['an old number with an impossible date', '370199851301123', ['id-15-digits', 'id-impossible-date']],
    ['17 places', '51019920050218401', ['id-length']],
    ['a letter in the middle', '5101992005O2184019', ['id-length']],
  ])('says of a resident card with %s: %j → %j', (_, id, faults) => {
    expect(checkIdNumber(id, 'resident', TODAY)).toEqual(faults);
  });

  it('takes the addresses 81, 82 and 83 of residence permits, and no 15-place number there', () => {
    for (const id of ['810000199901010014', '820000199901010016', '830000199001010012']) {
      expect(checkIdNumber(id, 'residence-permit', TODAY)).toEqual([]);
    }
    expect(checkIdNumber('370199850101123', 'residence-permit', TODAY)).toEqual(['id-length']);
  });

  it('judges other documents by length and letters at most', () => {
    expect(checkIdNumber('E12345678', 'passport', TODAY)).toEqual([]);
    expect(checkIdNumber('E1-2345678', 'passport', TODAY)).toEqual(['id-length']);
    expect(checkIdNumber('12345678', 'travel-permit', TODAY)).toEqual([]);
    expect(checkIdNumber('1234567', 'travel-permit', TODAY)).toEqual(['id-length']);
    expect(checkIdNumber('USA110088051601', 'foreign-permit', TODAY)).toEqual([]);
    expect(checkIdNumber('USA11008', 'foreign-permit', TODAY)).toEqual(['id-length']);
    expect(checkIdNumber('军字第1号', 'free', TODAY)).toEqual([]);
  });
});

describe('maskIdNumber', () => {
  it.each([
    ['370199200501014821', '370199********4821'],
    ['370199850101123', '370199*****1123'],
    ['E12345678', 'E1****678'],
    ['军字第1234567号', '军字******67号'],
    ['𠮷1234', '𠮷***4'],
    ['123', '***'],
    ['', ''],
  ])('%s → %s', (id, masked) => {
    expect(maskIdNumber(id)).toBe(masked);
  });
});
