import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatPackageCode, PACKAGE_CODE_BYTES, readPackageCode } from '../../../shared/package-code.ts';

it("a room's code is four groups that each check themselves, and says its secret again", () => {
  const secret = fc.uint8Array({ minLength: PACKAGE_CODE_BYTES, maxLength: PACKAGE_CODE_BYTES });
  fc.assert(
    fc.property(secret, (bytes) => {
      const groups = formatPackageCode(bytes);
      expect(groups).toHaveLength(4);
      expect(readPackageCode(groups)).toEqual({ ok: true, value: new Uint8Array(bytes) });
    }),
  );
  expect(() => formatPackageCode(new Uint8Array(16))).toThrow('package code');
});

it('a wrong, a missing and a fifth group are told by their place', () => {
  const good = formatPackageCode(new Uint8Array(PACKAGE_CODE_BYTES));
  expect(readPackageCode(good.with(2, '000012'))).toEqual({ ok: false, error: { group: 3 } });
  expect(readPackageCode(good.slice(0, 3))).toEqual({ ok: false, error: { group: 4 } });
  expect(readPackageCode([...good, '000011'])).toEqual({ ok: false, error: { group: 5 } });
});
