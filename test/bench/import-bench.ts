import { join } from 'node:path';
import type { StationClient } from '../../shared/contract/client.ts';
import type { StaffId } from '../../shared/ids.ts';
import { createStation } from '../../electron/station/station.ts';
import { makeDay, rosterFile, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { TestClock } from '../support/test-clock.ts';
import { openBareCommit } from './bare-commit.ts';
import type { BareParse } from './bare-parse-child.ts';
import { type BenchGround, benchPorts, EVENT_BYTES } from './bench-station.ts';
import { startChild } from './child-process.ts';
import { LARGE_ROSTER, LARGE_ROSTER_PATH } from './large-roster.ts';
import { medianOf, timed, timedSync } from './samples.ts';
import { type BenchRow, ms, row } from './table.ts';

const RUNS = 5;
const PEOPLE = 5000;

/** 5,000 rows from file to preview, turn by turn with the library's bare parse; then their commit. */
export async function benchImport({ dir }: BenchGround): Promise<readonly BenchRow[]> {
  const [previews, freshParses, parses]: [number[], number[], number[]] = [[], [], []];
  const [commits, bareCommits]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    const station = await createStation(benchPorts(join(dir, `import-${run}`), new TestClock('2022-11-19 07:50')));
    const client = createDirectClient(station);
    const chief = await makeDay(client);
    let parseMs = 0;
    freshParses.push(
      await timed(async () => {
        ({ parseMs } = await parseBarely());
      }),
    );
    parses.push(parseMs);
    let preview = '';
    previews.push(
      await timed(async () => {
        preview = await previewLarge(client, chief);
      }),
    );
    const input = { preview, binding: { kind: 'office' }, acceptLeftOut: true, acceptRemovals: false } as const;
    commits.push(await timed(async () => valueOf(await client.invoke('roster.commit', input, { actor: chief }))));
    await station.close();
    const bare = openBareCommit(join(dir, `import-${run}.db`), Number(EVENT_BYTES));
    bareCommits.push(timedSync(() => bare.commitMany(PEOPLE)));
    bare.close();
  }

  const [preview, fresh, parse] = [medianOf(previews), medianOf(freshParses), medianOf(parses)];
  const [commit, bareCommit] = [medianOf(commits), medianOf(bareCommits)];
  return [
    row({
      what: 'import of 5,000 rows: roster.preview with every check',
      goal: "<= 2 x the library's bare parse",
      measured: `${ms(preview)} (median of ${RUNS})`,
      floor: `${ms(fresh)} in a fresh process`,
      ratio: preview / fresh,
      floorPath: 'test/bench/bare-parse-child.ts: fork, hucre readXlsx of the same file, exit',
      isMet: preview <= 2 * fresh,
    }),
    row({
      what: "  the same beside the library's first parse without a process",
      measured: ms(preview),
      floor: ms(parse),
      ratio: preview / parse,
      floorPath:
        'test/bench/bare-parse-child.ts parseMs: import of hucre and its first readXlsx, process start left out',
    }),
    row({
      what: 'roster.commit of 5,000: sealed, hashed, chained, one transaction',
      measured: ms(commit),
      floor: ms(bareCommit),
      ratio: commit / bareCommit,
      floorPath: "test/bench/bare-commit.ts commitMany(): 5,000 rows of an event's size in one transaction",
    }),
  ];
}

async function previewLarge(client: StationClient, actor: StaffId): Promise<string> {
  return valueOf(await client.invoke('roster.preview', rosterFile(LARGE_ROSTER), { actor })).preview;
}

async function parseBarely(): Promise<BareParse> {
  const child = await startChild<BareParse>(new URL('./bare-parse-child.ts', import.meta.url), [LARGE_ROSTER_PATH]);
  await child.gone;
  return child.first;
}
