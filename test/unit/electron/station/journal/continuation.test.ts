import { expect, it } from 'vitest';
import { findContinuation } from '../../../../../electron/station/journal/continuation.ts';
import type { Head } from '../../../../../shared/domain/schema-parts.ts';
import { as, type StationId } from '../../../../../shared/ids.ts';

const OWN = as<StationId>('a'.repeat(16));
const OLD = as<StationId>('b'.repeat(16));

function head(station: StationId, epoch: number, seq: number, past = '0'): Head {
  return { station, epoch, seq, hash: past.repeat(64) };
}

/** A journal whose chains reach so far, each event's hash that of its past. */
function journalOf(...heads: readonly Head[]) {
  return {
    heads: () => heads,
    ownHead: () => heads.filter(({ station }) => station === OWN).at(-1) ?? null,
    hashAt: (ref: Pick<Head, 'station' | 'epoch' | 'seq'>) =>
      heads.find((known) => known.station === ref.station && known.epoch === ref.epoch && known.seq >= ref.seq)?.hash ??
      null,
  };
}

it('a station goes on in its chain where the journal holds all that was noted, or more', () => {
  expect(findContinuation(journalOf(head(OWN, 1, 5)), OWN, [])).toBeNull();
  expect(findContinuation(journalOf(head(OWN, 1, 5)), OWN, [head(OWN, 1, 5)])).toBeNull();
  expect(findContinuation(journalOf(head(OWN, 1, 9)), OWN, [head(OWN, 1, 5)])).toBeNull();
  expect(findContinuation(journalOf(head(OWN, 1, 9), head(OWN, 2, 1)), OWN, [head(OWN, 1, 12)])).toBeNull();
});

it('a cut tail and another past are followed by a new epoch behind what was noted', () => {
  const noted = head(OWN, 1, 5);
  const lost = { previous: noted, isTailLost: true };
  expect(findContinuation(journalOf(head(OWN, 1, 4)), OWN, [noted])).toEqual(lost);
  expect(findContinuation(journalOf(head(OWN, 1, 5, '1')), OWN, [noted])).toEqual(lost);
  expect(findContinuation(journalOf(head(OWN, 1, 5)), OWN, [noted, head(OWN, 2, 3)])).toEqual({
    previous: head(OWN, 2, 3),
    isTailLost: true,
  });
});

it('a station with another key follows the chain of the one before it, as far as the file reaches', () => {
  expect(findContinuation(journalOf(head(OLD, 1, 5)), OWN, [head(OLD, 1, 5)])).toEqual({
    previous: head(OLD, 1, 5),
    isTailLost: false,
  });
  expect(findContinuation(journalOf(head(OLD, 1, 8)), OWN, [head(OLD, 1, 5)])).toEqual({
    previous: head(OLD, 1, 8),
    isTailLost: false,
  });
  expect(findContinuation(journalOf(head(OLD, 1, 3)), OWN, [head(OLD, 1, 5)])).toEqual({
    previous: head(OLD, 1, 5),
    isTailLost: true,
  });
  // Once it has opened its own epoch it goes on in that.
  expect(findContinuation(journalOf(head(OLD, 1, 8), head(OWN, 2, 4)), OWN, [head(OLD, 1, 5)])).toBeNull();
});
