import { join } from 'node:path';
import type { StationClient } from '../../shared/contract/client.ts';
import type { CandidateCard, StoredEvent } from '../../shared/contract/views.ts';
import { checkInOf, valueOf } from '../support/day-scenario.ts';
import { aJournal, appendCheckIn } from '../support/journal-fixture.ts';
import { openBareCommit } from './bare-commit.ts';
import { type BenchGround, openStationWithRoster, theoryPeople } from './bench-station.ts';
import { type Samples, samplesOf, timed, timedSync } from './samples.ts';
import { type BenchRow, row, spread } from './table.ts';

/** Let in before anything is measured: statements prepared, code compiled. */
const WARM_UP = 20;

/** Check-ins by direct dispatch on a site of twelve rooms, turn by turn with the journal alone and a bare commit. */
export async function benchCheckIn({ dir }: BenchGround): Promise<readonly BenchRow[]> {
  const dataDir = join(dir, 'check-in');
  const { station, clock, client, chief } = await openStationWithRoster(
    dataDir,
    { kind: 'office' },
    'site-12-rooms.xlsx',
  );
  const people = await theoryPeople(client, chief);
  const checkIn = async (card: CandidateCard): Promise<void> => {
    valueOf(await client.invoke('checkIn.confirm', checkInOf(card), { actor: chief }));
  };
  for (const card of people.slice(0, WARM_UP)) await checkIn(card);

  const bare = openBareCommit(join(dir, 'bare.db'), await eventBytes(client));
  const journal = aJournal(join(dir, 'bare.journal'));
  const taken: Record<'dispatch' | 'append' | 'floor', number[]> = { dispatch: [], append: [], floor: [] };
  // Turn by turn, so that a slow moment of the disk falls on all three.
  for (const [index, card] of people.slice(WARM_UP).entries()) {
    clock.advance(3000);
    taken.floor.push(timedSync(bare.commit));
    taken.append.push(timedSync(() => void appendCheckIn(journal, index + 1)));
    taken.dispatch.push(await timed(() => checkIn(card)));
  }
  bare.close();
  journal.close();
  await station.close();

  const [floor, append, dispatch] = [samplesOf(taken.floor), samplesOf(taken.append), samplesOf(taken.dispatch)];
  const floorPath =
    "test/bench/bare-commit.ts commit(): one row of an event's size, better-sqlite3, WAL, synchronous=FULL";
  const shared = { goal: '<= 1.5 x bare commit or + 1 ms', floor: spread(floor), floorPath };
  return [
    row({
      ...shared,
      what: 'check-in, whole dispatch (parse, decide, seal, commit, fold, log)',
      measured: spread(dispatch),
      ratio: dispatch.p50 / floor.p50,
      isMet: isNear(dispatch, floor),
    }),
    row({
      ...shared,
      what: 'check-in, the journal alone (canonical bytes, hash, commit)',
      measured: spread(append),
      ratio: append.p50 / floor.p50,
      isMet: isNear(append, floor),
    }),
  ];
}

/** At the middle and at p95; beyond that the disk alone decides. */
function isNear(measured: Samples, floor: Samples): boolean {
  return (['p50', 'p95'] as const).every((at) => measured[at] <= Math.max(1.5 * floor[at], floor[at] + 1));
}

async function eventBytes(client: StationClient): Promise<number> {
  const { last } = valueOf(await client.invoke('events.since', { after: 0, limit: 1 }));
  const { events } = valueOf(await client.invoke('events.since', { after: last - 1, limit: 1 }));
  const stored = events[0] as StoredEvent; // the warm-up has recorded some
  return JSON.stringify(stored.event).length;
}
