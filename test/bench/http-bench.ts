import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBrowserClient } from '../../renderer/transport/browser-client.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { CandidateCard } from '../../shared/contract/views.ts';
import type { StaffId } from '../../shared/ids.ts';
import { checkInOf, valueOf } from '../support/day-scenario.ts';
import { openNodePage } from '../support/node-page.ts';
import { withPins } from '../support/own-pins.ts';
import type { BareHost } from './bare-host-child.ts';
import { type BenchGround, EVENT_BYTES, startServedStation } from './bench-station.ts';
import { startChild } from './child-process.ts';
import { medianOf, samplesOf, timed, timedSync } from './samples.ts';
import { openSite } from './site-people.ts';
import { type BenchRow, ms, row, spread } from './table.ts';

const WARM_UP = 20;
/** Up to here at rest, then while papers are drawn, the rest while copies are made. */
const [QUIET, DRAWING] = [200, 340];

/** Check-ins through the browser host on loopback, alone and while the papers of twelve rooms are being drawn. */
export async function benchHttp(ground: BenchGround): Promise<readonly BenchRow[]> {
  const { dir } = ground;
  const dataDir = join(dir, 'http');
  const { station, chief, people } = await openSite(dataDir);
  await station.close();
  const served = await startServedStation(ground, dataDir);
  const bareHost = await startChild<BareHost>(new URL('./bare-host-child.ts', import.meta.url), [dir, EVENT_BYTES, '']);
  const client = withPins(createBrowserClient(openNodePage(served.first.url)));
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
  for (const card of people.slice(QUIET, DRAWING)) {
    busy.push(await checkIn(card));
    await sleep(5); // nobody presses faster; the drawing must not starve
  }
  stopDrawing.abort();
  await drawing;

  const stick = join(dir, 'stick');
  mkdirSync(stick);
  const firstCopy = await timed(async () =>
    valueOf(await client.invoke('backup.choose', { place: stick }, { actor: chief })),
  );
  const copying: number[] = [];
  const stopCopying = new AbortController();
  const copies = copyAgain(client, chief, stopCopying.signal);
  for (const card of people.slice(DRAWING)) {
    copying.push(await checkIn(card));
    await sleep(5);
  }
  stopCopying.abort();
  const furtherCopies = await copies;
  client.close();
  await served.end();
  await bareHost.end();

  const plain = medianOf([1, 2, 3].map((count) => timedSync(() => copyPlainly(dataDir, join(dir, `plain-${count}`)))));
  const [atRest, whileDrawing, least] = [samplesOf(quiet), samplesOf(busy), samplesOf(floor)];
  const whileCopying = samplesOf(copying);
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
    row({
      ...shared,
      what: 'the same while one copy after the other is made (once a minute in a room)',
      measured: spread(whileCopying),
      ratio: whileCopying.p50 / least.p50,
      isMet: whileCopying.p95 <= 100 && whileCopying.p99 <= 200,
    }),
    row({
      what: 'first copy of the day to another folder: journal, 480 photos, papers; verified, synced, read back',
      measured: ms(firstCopy),
      floor: ms(plain),
      ratio: firstCopy / plain,
      floorPath:
        'test/bench/http-bench.ts copyPlainly(): the same files copied and synced one by one, nothing looked at',
    }),
    row({ what: 'a further copy', measured: ms(medianOf(furtherCopies)) }),
  ];
}

/** Copies until the signal; how long each took. */
async function copyAgain(client: StationClient, actor: StaffId, until: AbortSignal): Promise<readonly number[]> {
  const taken: number[] = [];
  while (!until.aborted) {
    taken.push(await timed(async () => valueOf(await client.invoke('backup.run', {}, { actor }))));
  }
  return taken;
}

/** What of a data folder belongs in a copy, file by file, each synced. */
function copyPlainly(dataDir: string, to: string): void {
  for (const folder of ['days', 'photos', 'papers']) {
    for (const entry of readdirSync(join(dataDir, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const target = join(to, relative(dataDir, entry.parentPath), entry.name);
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(join(entry.parentPath, entry.name), target);
      const file = openSync(target, 'r+');
      fsyncSync(file);
      closeSync(file);
    }
  }
}

/** The site's sheets in one file, again and again until the signal. */
async function drawAllRooms(client: StationClient, actor: StaffId, until: AbortSignal): Promise<void> {
  while (!until.aborted) valueOf(await client.invoke('document.issueSiteSheets', { paper: 'theory' }, { actor }));
}
