import { join } from 'node:path';
import { valueOf } from '../support/day-scenario.ts';
import { type BenchGround, openStationWithRoster } from './bench-station.ts';
import { LARGE_ROSTER, readLargeRoster } from './large-roster.ts';
import { samplesOf, timed, timedSync } from './samples.ts';
import { type BenchRow, ms, row, spread } from './table.ts';

/** What people type and scan, letter by letter; of each text every beginning is a keystroke. */
const TYPED = ['zhang', 'ljx', 'wangx', '李', '王小', '阿卜', 'ouy', '1', '12', '0712', '31X', 'qqqq'];

/** Every keystroke's search among 5,000 people, by direct dispatch, turn by turn with a plain substring filter. */
export async function benchSearch({ dir }: BenchGround): Promise<readonly BenchRow[]> {
  const { station, client, chief } = await openStationWithRoster(join(dir, 'search'), { kind: 'office' }, LARGE_ROSTER);
  const search = async (query: string): Promise<void> => {
    valueOf(await client.invoke('candidates.search', { query, room: null }, { actor: chief }));
  };
  const first = await timed(() => search('z'));
  const people = await readLargeRoster();
  const names = people.map(({ name }) => name);
  const scans = people.filter((_, index) => index % 2000 === 7).map(({ ticket }) => ticket);

  const [taken, floor]: [number[], number[]] = [[], []];
  for (let round = 0; round < 4; round += 1) {
    for (const query of [...TYPED, ...scans].flatMap(keystrokes)) {
      floor.push(timedSync(() => void names.filter((name) => name.includes(query))));
      taken.push(await timed(() => search(query)));
    }
  }
  await station.close();

  const [measured, least] = [samplesOf(taken), samplesOf(floor)];
  return [
    row({
      what: `search keystroke to answer, ${names.length} people, dispatch`,
      goal: 'p95 <= 50 ms',
      measured: spread(measured),
      floor: spread(least),
      ratio: measured.p50 / least.p50,
      floorPath: 'test/bench/search-bench.ts: Array.filter with String.includes over as many names',
      isMet: measured.p95 <= 50,
    }),
    row({ what: 'the first search after an import (reads every name into pinyin)', measured: ms(first) }),
  ];
}

function keystrokes(text: string): string[] {
  return [...text].map((_, index) => [...text].slice(0, index + 1).join(''));
}
