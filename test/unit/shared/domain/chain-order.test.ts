import { expect, it } from 'vitest';
import { isRecordedAfter } from '../../../../shared/domain/chain-order.ts';
import { stationId } from '../../../support/sim-station.ts';

const record = (station: number, seq: number, at: number) => ({
  event: { station: stationId(station), epoch: 1, seq },
  at,
});

it('on one chain its place tells which record is later, whatever the clock said', () => {
  expect(isRecordedAfter(record(1, 9, 100), record(1, 8, 200))).toBe(true);
  expect(isRecordedAfter(record(1, 8, 200), record(1, 9, 100))).toBe(false);
});

it('between two stations their instants tell, and equal ones count as later', () => {
  expect(isRecordedAfter(record(1, 1, 100), record(2, 9, 100))).toBe(true);
  expect(isRecordedAfter(record(1, 9, 99), record(2, 1, 100))).toBe(false);
});
