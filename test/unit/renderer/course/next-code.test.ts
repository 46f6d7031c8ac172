import { expect, it } from 'vitest';
import { nextCode } from '../../../../renderer/screens/course/next-code.ts';
import type { DayState } from '../../../../shared/domain/state.ts';
import { createReadyRoom, ROOM } from '../../../support/sim-station.ts';

const HERE = { kind: 'room', room: ROOM } as const;

/** A room with codes 1 to 4 of which these were used. */
function withCodes(used: readonly number[]): DayState {
  const { state } = createReadyRoom(1);
  const entry = { kdf: { n: 1024, r: 8, p: 1 }, salt: '', hash: '' };
  const codes = [1, 2, 3, 4].map((number) => ({ ...entry, number }));
  const room = state.rooms[ROOM];
  if (room === undefined) throw new Error('no room');
  const rooms = { [ROOM]: { ...room, approved: { ...room.approved, usedNumbers: used } } };
  return { ...state, rooms, site: { ...state.site, approvalCodes: { [ROOM]: codes } } };
}

it('[PK5] a request has the first number that was not used, or the next one after the number that the office answered for something else', () => {
  expect(nextCode(withCodes([]), HERE)).toBe(1);
  expect(nextCode(withCodes([1, 2]), HERE)).toBe(3);
  expect(nextCode(withCodes([2]), HERE, 1)).toBe(3);
  expect(nextCode(withCodes([]), HERE, 4)).toBe(1);
});

it('[PK5] without codes, or without one left, there is no number', () => {
  expect(nextCode(withCodes([1, 2, 3, 4]), HERE, 2)).toBeNull();
  expect(nextCode(withCodes([]), { kind: 'office' })).toBeNull();
  expect(nextCode(createReadyRoom(1).state, HERE)).toBeNull();
});
