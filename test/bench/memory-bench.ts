import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBrowserClient } from '../../renderer/transport/browser-client.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { StaffId } from '../../shared/ids.ts';
import { valueOf } from '../support/day-scenario.ts';
import { openNodePage } from '../support/node-page.ts';
import { withPins } from '../support/own-pins.ts';
import type { BareHost } from './bare-host-child.ts';
import { type BenchGround, EVENT_BYTES, SITE_ROOMS, startServedStation } from './bench-station.ts';
import { startChild } from './child-process.ts';
import { LATER, prepareFullDay } from './full-day.ts';
import { type BenchRow, row } from './table.ts';

const FULL_EVENTS = 5000;
const REST_MS = 6000;
/** The process that draws ends half a minute after its last paper. */
const AFTER_DRAWING_MS = 34_000;
const GOAL_MB = 200;

/** Resident memory of station and host on a full day: opened, read by a page, after everybody's photo, after printing. */
export async function benchMemory(ground: BenchGround): Promise<readonly BenchRow[]> {
  const { dir } = ground;
  const { dataDir, people } = await prepareFullDay(join(dir, 'memory'), FULL_EVENTS);
  const bare = await startChild<BareHost>(new URL('./bare-host-child.ts', import.meta.url), [dir, EVENT_BYTES, '']);
  const served = await startServedStation(ground, dataDir, LATER);
  const client = withPins(createBrowserClient(openNodePage(served.first.url)));
  const memoryAfter = async (restMs: number): Promise<number> => {
    await sleep(restMs);
    return mb((await served.ask({})).rssBytes);
  };
  const { staff } = valueOf(await client.invoke('staff.list', {}));
  const actor = staff.find(({ role }) => role === 'chief')?.staff ?? null;
  for (let after = 0; after < FULL_EVENTS; after += 2000) {
    valueOf(await client.invoke('events.since', { after, limit: 2000 }));
  }
  const atRest = await memoryAfter(REST_MS);
  await readAllPhotos(client, actor);
  const shown = await memoryAfter(REST_MS);
  valueOf(await client.invoke('document.issueSiteSheets', { paper: 'theory' }, { actor }));
  const printed = await memoryAfter(1000);
  const rested = await memoryAfter(AFTER_DRAWING_MS);
  const floor = mb((await bare.ask({})).rssBytes);
  client.close();
  await served.end();
  await bare.end();

  const floorPath =
    'test/bench/bare-host-child.ts: Node with node:http and better-sqlite3, a table of one row, nothing else';
  const line = (what: string, measured: number) =>
    row({ what, measured: `${measured} MB`, floor: `${floor} MB`, ratio: measured / floor, floorPath });
  const withGoal = (what: string, measured: number) => ({
    ...line(what, measured),
    goal: '<= 200 MB',
    isMet: measured <= GOAL_MB,
  });
  return [
    withGoal(
      `memory at rest, full day (${people} people with photos, ${FULL_EVENTS} events), a page has loaded it`,
      atRest,
    ),
    withGoal('  after a page has shown every photo', shown),
    line('  one second after printing the sheets of 12 rooms (without the process that draws)', printed),
    withGoal('  half a minute after printing', rested),
  ];
}

async function readAllPhotos(client: StationClient, actor: StaffId | null): Promise<void> {
  for (const room of SITE_ROOMS) {
    const { candidates } = valueOf(await client.invoke('candidates.list', { room }, { actor }));
    const ids = candidates.map(({ candidate }) => candidate);
    valueOf(await client.invoke('candidates.photos', { candidates: ids }, { actor }));
  }
}

function mb(bytes: number): number {
  return Math.round(bytes / 1e6);
}
