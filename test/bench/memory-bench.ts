import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBrowserClient } from '../../renderer/transport/browser-client.ts';
import { valueOf } from '../support/day-scenario.ts';
import { openNodePage } from '../support/node-page.ts';
import type { BareHost } from './bare-host-child.ts';
import { type BenchGround, EVENT_BYTES, SITE_ROOMS, startServedStation } from './bench-station.ts';
import { startChild } from './child-process.ts';
import { prepareFullDay } from './full-day.ts';
import { type BenchRow, row } from './table.ts';

const FULL_EVENTS = 5000;
const REST_MS = 6000;
/** The render worker ends half a minute after its last paper. */
const AFTER_WORKER_MS = 34_000;
const GOAL_MB = 200;

/** Resident memory of station and host, full day, after a page has loaded everything; then after printing. */
export async function benchMemory(ground: BenchGround): Promise<readonly BenchRow[]> {
  const { dir } = ground;
  const { dataDir } = await prepareFullDay(join(dir, 'memory'), FULL_EVENTS);
  const bare = await startChild<BareHost>(new URL('./bare-host-child.ts', import.meta.url), [dir, EVENT_BYTES, '']);
  const served = await startServedStation(ground, dataDir, '2022-11-19 08:50');
  const client = createBrowserClient(openNodePage(served.first.url));
  const { staff } = valueOf(await client.invoke('staff.list', {}));
  const actor = staff[0]?.staff ?? null;
  for (let after = 0; after < FULL_EVENTS; after += 2000) {
    valueOf(await client.invoke('events.since', { after, limit: 2000 }));
  }
  await sleep(REST_MS);
  const atRest = mb((await served.ask({})).rssBytes);
  const [room] = SITE_ROOMS;
  if (room === undefined) throw new Error('no room');
  valueOf(await client.invoke('document.issueSignInSheet', { room, paper: 'theory' }, { actor }));
  await sleep(1000);
  const printed = mb((await served.ask({})).rssBytes);
  await sleep(AFTER_WORKER_MS);
  const rested = mb((await served.ask({})).rssBytes);
  const floor = mb((await bare.ask({})).rssBytes);
  client.close();
  await served.end();
  await bare.end();

  const floorPath =
    'test/bench/bare-host-child.ts: Node with node:http and better-sqlite3, a table of one row, nothing else';
  const line = (what: string, measured: number) =>
    row({ what, measured: `${measured} MB`, floor: `${floor} MB`, ratio: measured / floor, floorPath });
  return [
    { ...line('memory at rest, full day, a page has loaded it', atRest), goal: '<= 200 MB', isMet: atRest <= GOAL_MB },
    line('  one second after printing a sheet', printed),
    { ...line('  half a minute after printing', rested), goal: '<= 200 MB', isMet: rested <= GOAL_MB },
  ];
}

function mb(bytes: number): number {
  return Math.round(bytes / 1e6);
}
