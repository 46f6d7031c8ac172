import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeGroup, splitIntoGroups } from '../../../shared/code-groups.ts';
import { formatRecoveryCode, readRecoveryCode, RECOVERY_BYTES } from '../../../shared/recovery-code.ts';

const secret = fc.uint8Array({ minLength: RECOVERY_BYTES, maxLength: RECOVERY_BYTES });
const group = fc.integer({ min: 0, max: 7 });

function withGroup(groups: readonly string[], at: number, change: (digits: string[]) => void): readonly string[] {
  const digits = [...(groups[at] ?? '')];
  change(digits);
  return groups.with(at, digits.join(''));
}

describe('a recovery code', () => {
  it('says a secret in eight groups of six digits, each 16 bits times eleven', () => {
    const bytes = new Uint8Array(16);
    bytes.set([0xff, 0xff, 0x00, 0x01], 0);
    expect(formatRecoveryCode(bytes)).toEqual(['720885', '000011', ...Array.from({ length: 6 }, () => '000000')]);
    expect(() => formatRecoveryCode(new Uint8Array(15))).toThrow('not a recovery secret');
  });

  it('read back it says the same secret', () => {
    fc.assert(
      fc.property(secret, (bytes) => {
        expect(readRecoveryCode(formatRecoveryCode(bytes))).toEqual({ ok: true, value: new Uint8Array(bytes) });
      }),
    );
  });

  it('one wrong digit is told by its group', () => {
    fc.assert(
      fc.property(secret, group, fc.nat(5), fc.integer({ min: 1, max: 9 }), (bytes, at, place, by) => {
        const typed = withGroup(formatRecoveryCode(bytes), at, (digits) => {
          digits[place] = String((Number(digits[place]) + by) % 10);
        });
        expect(readRecoveryCode(typed)).toEqual({ ok: false, error: { group: at + 1 } });
        expect(judgeGroup(typed[at] ?? '')).toBe('wrong');
      }),
    );
  });

  it('two different neighbours that changed places are told by their group', () => {
    fc.assert(
      fc.property(secret, group, fc.nat(4), (bytes, at, place) => {
        const groups = formatRecoveryCode(bytes);
        const [one = '', other = ''] = (groups[at] ?? '').slice(place, place + 2);
        fc.pre(one !== other);
        const typed = withGroup(groups, at, (digits) => digits.splice(place, 2, other, one));
        expect(readRecoveryCode(typed)).toEqual({ ok: false, error: { group: at + 1 } });
      }),
    );
  });

  it.each([
    ['１２３４５６', '123456'],
    ['  123 456\n', '123456'],
    ['123-456', '123456'],
    ['123–456', '123456'],
  ])('%j is read as %s', (typed, digits) => {
    expect(splitIntoGroups(typed)).toEqual([digits]);
  });

  it('all 48 digits pasted at once, in lines and with dashes, fall into their groups', () => {
    const groups = formatRecoveryCode(Uint8Array.from({ length: 16 }, (_, at) => at * 13));
    expect(splitIntoGroups(`${groups.slice(0, 4).join('-')}\r\n${groups.slice(4).join(' — ')}`)).toEqual(groups);
    expect(splitIntoGroups(groups.join(''))).toEqual(groups);
    expect(splitIntoGroups('')).toEqual([]);
    expect(splitIntoGroups('第 1 组 12')).toBeNull();
  });

  it.each([
    ['', 'empty'],
    ['12345', 'incomplete'],
    ['000011', 'good'],
    ['０００ ０１１', 'good'],
    ['000012', 'wrong'],
    ['720896', 'wrong'], // a multiple of 11, and more than 16 bits
    ['0000110', 'wrong'],
    ['00O011', 'wrong'],
  ] as const)('the group %j is %s', (typed, verdict) => {
    expect(judgeGroup(typed)).toBe(verdict);
  });

  it('a code that lacks groups, or has more than eight, is told by the first that is amiss', () => {
    const groups = formatRecoveryCode(new Uint8Array(16));
    expect(readRecoveryCode(groups.slice(0, 3))).toEqual({ ok: false, error: { group: 4 } });
    expect(readRecoveryCode([...groups, '000000'])).toEqual({ ok: false, error: { group: 9 } });
  });
});
