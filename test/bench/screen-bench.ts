import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { createStation } from '../../electron/station/station.ts';
import { GUARD_MS } from '../../renderer/screens/check-in/enter-guard.ts';
import type { CandidateCard } from '../../shared/contract/views.ts';
import { as, type CommandId } from '../../shared/ids.ts';
import { enactDay, ROOM, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { readPhotoFolder } from '../support/photo-folder.ts';
import { TestClock } from '../support/test-clock.ts';
import { PIN } from '../support/own-pins.ts';
import type { BareHost } from './bare-host-child.ts';
import { launchBrowser, type MeasuredPage, openMeasuredPage } from './bench-browser.ts';
import { type BenchGround, benchPorts, EVENT_BYTES, startServedStation } from './bench-station.ts';
import { startChild } from './child-process.ts';
import { type Samples, samplesOf } from './samples.ts';
import { type BenchRow, row, spread } from './table.ts';

/** The word by which the screen says that a check-in is on disk. */
const CONFIRMED = { selector: 'main', word: '已签到' };
const ACTING = '陈监考';
const WARM_UP = 3;
/** Every person of the room, and once more while papers are drawn. */
const PEOPLE = 36;

/** From the Enter key to the frame that shows the confirmed check-in, in Chromium. */
export async function benchScreen(ground: BenchGround): Promise<readonly BenchRow[]> {
  const browser = await launchBrowser();
  if (browser === null) return [row({ what: 'check-in on screen', measured: 'left out: no Chromium here' })];
  const dataDir = join(ground.dir, 'screen');
  const station = await createStation(benchPorts(dataDir, new TestClock('2022-11-19 07:50')));
  const direct = createDirectClient(station);
  const { candidates, first } = await enactDay(direct);
  const session = as<CommandId>('bench-session');
  valueOf(await direct.invoke('photos.file', { session, files: readPhotoFolder() }, { actor: first }));
  await station.close();
  const served = await startServedStation(ground, dataDir);
  const script = new URL('./bare-host-child.ts', import.meta.url);
  const bare = await startChild<BareHost>(script, [ground.dir, EVENT_BYTES, CONFIRMED.word]);
  try {
    const floor = await measureFloor(await openMeasuredPage(browser, { ...CONFIRMED, selector: 'p' }), bare.first.url);
    const measured = await openMeasuredPage(browser, CONFIRMED);
    const people = candidates.filter(({ papers }) => papers.includes('theory')).slice(0, WARM_UP + PEOPLE);
    await openCheckInScreen(measured.page, served.first.url);
    await checkInEverybody(measured, people.slice(0, WARM_UP));
    const quiet = await checkInEverybody(measured, people.slice(WARM_UP));
    const stopDrawing = new AbortController();
    const drawing = drawUntil(stopDrawing.signal, () => served.ask({ draw: { actor: first, room: ROOM } }));
    let busy: readonly number[] = [];
    try {
      busy = await checkInEverybody(measured, people.slice(WARM_UP));
    } finally {
      stopDrawing.abort();
      await drawing;
    }
    return rowsOf(samplesOf(floor), samplesOf(quiet), samplesOf(busy));
  } finally {
    await browser.close();
    await served.end();
    await bare.end();
  }
}

async function drawUntil(stopped: AbortSignal, draw: () => Promise<unknown>): Promise<void> {
  while (!stopped.aborted) await draw();
}

async function openCheckInScreen(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: ACTING }).click();
  await sheet.getByLabel('PIN').fill(PIN);
  await page.keyboard.press('Enter');
  await sheet.waitFor({ state: 'detached' });
  await page.getByRole('navigation').getByRole('button', { name: '考生签到' }).click();
}

/** Scans, looks, presses Enter, takes it back: the room is as empty afterwards as before. */
async function checkInEverybody({ page, nextMark }: MeasuredPage, people: readonly CandidateCard[]): Promise<number[]> {
  const field = page.getByLabel('查找考生');
  const confirm = page.getByRole('button', { name: '确认入场' });
  const confirmed = page.getByText(CONFIRMED.word);
  const undo = page.getByRole('button', { name: /^撤销/ });
  const taken: number[] = [];
  for (const { ticket } of people) {
    await field.focus();
    await page.keyboard.insertText(ticket);
    await confirm.waitFor();
    await sleep(GUARD_MS + 20); // an Enter that comes sooner belongs to the scanner
    await page.keyboard.press('Enter');
    taken.push((await nextMark()).ms);
    await undo.click();
    await confirmed.waitFor({ state: 'detached' });
  }
  return taken;
}

async function measureFloor({ page, nextMark, close }: MeasuredPage, url: string): Promise<number[]> {
  await page.goto(url);
  const taken: number[] = [];
  for (let round = 0; round < WARM_UP + PEOPLE; round += 1) {
    await page.keyboard.press('a'); // clears the word
    await page.keyboard.press('Enter');
    const { ms } = await nextMark();
    if (round >= WARM_UP) taken.push(ms);
    await sleep(50);
  }
  await close();
  return taken;
}

function rowsOf(floor: Samples, quiet: Samples, busy: Samples): readonly BenchRow[] {
  const line = (what: string, measured: Samples) =>
    row({
      what,
      goal: 'p95 <= 100 ms, p99 <= 200 ms',
      measured: spread(measured),
      floor: spread(floor),
      ratio: measured.p50 / floor.p50,
      floorPath:
        'test/bench/bare-host-child.ts in the same Chromium: a page of one field, fetch, one bare commit, one word',
      isMet: measured.p95 <= 100 && measured.p99 <= 200,
    });
  return [
    line('check-in, Enter pressed to confirmed on screen, photo beside it', quiet),
    line('the same while 12 sheets with photos are drawn, again and again', busy),
  ];
}
