import { expect, it } from 'vitest';
import { screensBeside } from '../../../../renderer/screens/shell/big-screen-opened.ts';

it('one screen alone may be mirrored: by what the host counts, else by what the browser knows', () => {
  expect(screensBeside(1, { isExtended: true })).toBe('one');
  expect(screensBeside(2, { isExtended: false })).toBe('extended');
  expect(screensBeside(null, { isExtended: false })).toBe('one');
  expect(screensBeside(null, { isExtended: true })).toBe('extended');
  expect(screensBeside(null, {})).toBe('unknown');
});
