import { describe, expect, it } from 'vitest';
import { lostRecords } from '../../../../shared/domain/lost-records.ts';
import { recordNumberOf } from '../../../../shared/domain/record-number.ts';
import { as, type StationId } from '../../../../shared/ids.ts';

const A = as<StationId>('a'.repeat(16));

/** Epoch `epoch` of A was opened when epoch `before` was known to reach `seq`. */
function reopening(epoch: number, before: number, seq: number) {
  return { event: { station: A, epoch, seq: 1 }, label: 'A', previous: { station: A, epoch: before, seq } };
}

describe('records that are gone', () => {
  it('are those between where the chain ends here and where it was known to reach', () => {
    const reopenings = [reopening(2, 1, 43)];
    expect(lostRecords({ reopenings }, { [`${A}/1`]: { seq: 40 } })).toMatchObject([{ epoch: 1, from: 41, to: 43 }]);
    expect(lostRecords({ reopenings }, { [`${A}/1`]: { seq: 42 } })).toMatchObject([{ from: 43, to: 43 }]);
  });

  it('are gone no more once a copy brought them back', () => {
    expect(lostRecords({ reopenings: [reopening(2, 1, 43)] }, { [`${A}/1`]: { seq: 43 } })).toEqual([]);
  });

  it('are the whole epoch where nothing of it is left', () => {
    expect(lostRecords({ reopenings: [reopening(3, 2, 7)] }, { [`${A}/1`]: { seq: 43 } })).toMatchObject([
      { epoch: 2, from: 1, to: 7 },
    ]);
  });
});

describe('a record’s number', () => {
  it('names the epoch from the second on, so that no number means two records', () => {
    expect(recordNumberOf('A', { epoch: 1, seq: 41 })).toBe('A#41');
    expect(recordNumberOf('A', { epoch: 2, seq: 41 })).toBe('A2#41');
    expect(recordNumberOf('AB', { epoch: 12, seq: 3 })).toBe('AB12#3');
  });
});
