import fc from 'fast-check';
import { describe, it } from 'vitest';
import { idCheckDigit, maskIdNumber } from '../../shared/domain/id-number.ts';

const digits17 = fc.stringMatching(/^\d{17}$/);

describe('the check digit of GB 11643', () => {
  it('tells every single wrong digit', () => {
    fc.assert(
      fc.property(digits17, fc.nat(16), fc.integer({ min: 1, max: 9 }), (digits, at, shift) => {
        const wrong = `${digits.slice(0, at)}${(Number(digits[at]) + shift) % 10}${digits.slice(at + 1)}`;
        return idCheckDigit(wrong) !== idCheckDigit(digits);
      }),
    );
  });

  it('tells every swap of two neighbours that differ', () => {
    fc.assert(
      fc.property(digits17, fc.nat(15), (digits, at) => {
        const swapped = `${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`;
        return swapped === digits || idCheckDigit(swapped) !== idCheckDigit(digits);
      }),
    );
  });
});

describe('maskIdNumber', () => {
  it('keeps the length in code points, shows nothing of its middle, and never splits a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 24 }), (id) => {
        const [points, masked] = [[...id], [...maskIdNumber(id)]];
        const hidden = masked.filter((point) => point === '*').length;
        return (
          masked.length === points.length &&
          masked.every((point, at) => point === '*' || point === points[at]) &&
          hidden * 3 >= points.length
        );
      }),
    );
  });
});
