import { compareEvents } from '../../shared/sync/hybrid-clock.ts';
import { createFold, foldEvents, type HashedEvent } from '../../shared/sync/merge.ts';
import { medianOf, timedSync } from './samples.ts';
import { syntheticDay } from './synthetic-day.ts';
import { type BenchRow, ms, row } from './table.ts';

const EVENTS = 20_000;
const RUNS = 7;

/** The state of a whole site from its events, and what one more event costs on top. */
export async function benchFold(): Promise<readonly BenchRow[]> {
  const events = syntheticDay(EVENTS);
  const [whole, sorting, late, live]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let run = 0; run < RUNS; run += 1) {
    sorting.push(timedSync(() => void events.toSorted((a, b) => compareEvents(a.event, b.event))));
    whole.push(timedSync(() => void foldEvents(createFold(), events)));
    late.push(oneMore(events, EVENTS >> 1));
    live.push(oneMore(events, EVENTS - 1));
  }
  // A day that is opened is folded once, by code that has not run yet: the first run is shown too.
  return [
    row({
      what: 'fold of 20,000 events of every kind over 12 rooms, one batch',
      goal: '<= 200 ms',
      measured: `${ms(medianOf(whole))} (median of ${RUNS}; first, cold ${ms(whole[0] ?? 0)})`,
      floor: ms(medianOf(sorting)),
      ratio: medianOf(whole) / medianOf(sorting),
      floorPath: 'test/bench/fold-bench.ts: toSorted of the same events by compareEvents, nothing folded',
      isMet: medianOf(whole) <= 200,
    }),
    row({ what: '  one late event, in the middle of the 20,000', measured: ms(medianOf(late)) }),
    row({ what: '  one new event, after the 20,000', measured: ms(medianOf(live)) }),
  ];
}

/** All but one folded before, that one folded now. */
function oneMore(events: readonly HashedEvent[], index: number): number {
  const fold = foldEvents(createFold(), events.toSpliced(index, 1));
  return timedSync(() => void foldEvents(fold, events.slice(index, index + 1)));
}
