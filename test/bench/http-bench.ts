import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBrowserClient } from '../../renderer/transport/browser-client.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { CandidateCard } from '../../shared/contract/views.ts';
import type { StaffId } from '../../shared/ids.ts';
import { checkInOf, valueOf } from '../support/day-scenario.ts';
import { openNodePage } from '../support/node-page.ts';
import type { BareHost } from './bare-host-child.ts';
import { type BenchGround, EVENT_BYTES, startServedStation } from './bench-station.ts';
import { startChild } from './child-process.ts';
import { samplesOf, timed } from './samples.ts';
import { openSite } from './site-people.ts';
import { type BenchRow, row, spread } from './table.ts';

const WARM_UP = 20;
/** This many at rest; the rest of the people come in while papers are drawn. */
const QUIET = 220;

/** Check-ins through the browser host on loopback, alone and while the papers of twelve rooms are being drawn. */
export async function benchHttp(ground: BenchGround): Promise<readonly BenchRow[]> {
  const { dir } = ground;
  const dataDir = join(dir, 'http');
  const { station, chief, people } = await openSite(dataDir);
  await station.close();
  const served = await startServedStation(ground, dataDir);
  const bareHost = await startChild<BareHost>(new URL('./bare-host-child.ts', import.meta.url), [dir, EVENT_BYTES, '']);
  const client = createBrowserClient(openNodePage(served.first.url));
  const checkIn = (card: CandidateCard) =>
    timed(async () => valueOf(await client.invoke('checkIn.confirm', checkInOf(card), { actor: chief })));
  const bare = () =>
    timed(async () => (await fetch(`${bareHost.first.url}commit`, { method: 'POST', body: '{}' })).json());
  for (const card of people.slice(0, WARM_UP)) {
    await bare();
    await checkIn(card);
  }

  const [quiet, busy, floor]: [number[], number[], number[]] = [[], [], []];
  for (const card of people.slice(WARM_UP, QUIET)) {
    floor.push(await bare());
    quiet.push(await checkIn(card));
  }
  const stopDrawing = new AbortController();
  const drawing = drawAllRooms(client, chief, stopDrawing.signal);
  for (const card of people.slice(QUIET)) {
    busy.push(await checkIn(card));
    await sleep(5); // nobody presses faster; the drawing must not starve
  }
  stopDrawing.abort();
  await drawing;
  client.close();
  await served.end();
  await bareHost.end();

  const [atRest, whileDrawing, least] = [samplesOf(quiet), samplesOf(busy), samplesOf(floor)];
  const floorPath =
    'test/bench/bare-host-child.ts: node:http on loopback, one bare commit a request, same client process';
  const shared = { goal: 'p95 <= 100 ms, p99 <= 200 ms', floor: spread(least), floorPath };
  return [
    row({
      ...shared,
      what: 'check-in over HTTP, page transport to answer',
      measured: spread(atRest),
      ratio: atRest.p50 / least.p50,
      isMet: atRest.p95 <= 100 && atRest.p99 <= 200,
    }),
    row({
      ...shared,
      what: 'the same while the sheets of 12 rooms are drawn, photos and all, again and again',
      measured: spread(whileDrawing),
      ratio: whileDrawing.p50 / least.p50,
      isMet: whileDrawing.p95 <= 100 && whileDrawing.p99 <= 200,
    }),
  ];
}

/** The site's sheets in one file, again and again until the signal. */
async function drawAllRooms(client: StationClient, actor: StaffId, until: AbortSignal): Promise<void> {
  while (!until.aborted) valueOf(await client.invoke('document.issueSiteSheets', { paper: 'theory' }, { actor }));
}
