import type { Browser } from '@playwright/test';
import { createStation } from '../../electron/station/station.ts';
import { TestClock } from '../support/test-clock.ts';
import { launchBrowser, openMeasuredPage } from './bench-browser.ts';
import { type BenchGround, benchPorts, startServedStation } from './bench-station.ts';
import { LATER, type PreparedDay, prepareEmptyDay, prepareFullDay } from './full-day.ts';
import { join } from 'node:path';
import { medianOf, timed } from './samples.ts';
import { type BenchRow, ms, row } from './table.ts';

const RUNS = 5;
const FULL_EVENTS = 5000;

/** From nothing to a usable screen, with a full day and with one on which nothing has happened, turn by turn. */
export async function benchStart(ground: BenchGround): Promise<readonly BenchRow[]> {
  const full = await prepareFullDay(join(ground.dir, 'full'), FULL_EVENTS);
  const empty = await prepareEmptyDay(join(ground.dir, 'empty'));
  const about = `${full.people} people, ${full.events} events (empty: ${empty.people}, ${empty.events})`;
  const browser = await launchBrowser();
  const [opens, emptyOpens]: [number[], number[]] = [[], []];
  const [starts, emptyStarts]: [number[], number[]] = [[], []];
  const [pages, emptyPages]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    opens.push(await timeOpen(full));
    emptyOpens.push(await timeOpen(empty));
    if (browser === null) continue;
    const [ofFull, ofEmpty] = [await timeStart(ground, browser, full), await timeStart(ground, browser, empty)];
    starts.push(ofFull.startMs);
    pages.push(ofFull.pageMs);
    emptyStarts.push(ofEmpty.startMs);
    emptyPages.push(ofEmpty.pageMs);
  }
  await browser?.close();

  const rows = [compare(`createStation: ${about}`, opens, emptyOpens, 'createStation on the empty day')];
  if (browser === null)
    return [...rows, row({ what: 'start to usable screen', measured: 'left out: no Chromium here' })];
  return [
    ...rows,
    withGoal(compare('start of the process to usable screen in Chromium', starts, emptyStarts, SAME)),
    withGoal(compare('  of it the page, from its address to usable', pages, emptyPages, SAME)),
  ];
}

function withGoal(line: BenchRow): BenchRow {
  return { ...line, goal: '<= 1.5 x the same with an empty day', isMet: (line.ratio ?? 0) <= 1.5 };
}

const SAME = 'the same start with a day that is ready and on which nothing has happened';

function compare(what: string, measured: readonly number[], floor: readonly number[], floorPath: string): BenchRow {
  const [median, least] = [medianOf(measured), medianOf(floor)];
  return row({
    what,
    measured: `${ms(median)} (median of ${RUNS})`,
    floor: ms(least),
    ratio: median / least,
    floorPath,
  });
}

async function timeOpen({ dataDir }: PreparedDay): Promise<number> {
  const ports = benchPorts(dataDir, new TestClock(LATER));
  let close = async (): Promise<void> => undefined;
  const openMs = await timed(async () => {
    ({ close } = await createStation(ports));
  });
  await close();
  return openMs;
}

async function timeStart(ground: BenchGround, browser: Browser, { dataDir }: PreparedDay) {
  // The navigation is drawn only once every event has been folded.
  const { page, nextMark, close } = await openMeasuredPage(browser, { selector: 'nav button', word: '考生签到' });
  const start = performance.now();
  const served = await startServedStation(ground, dataDir, LATER);
  await page.goto(served.first.url, { waitUntil: 'commit' });
  const mark = await nextMark();
  const startMs = performance.now() - start;
  await close();
  await served.end();
  return { startMs, pageMs: mark.ms };
}
