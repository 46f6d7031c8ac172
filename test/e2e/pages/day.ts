import { expect, type Locator, type Page } from '@playwright/test';
import type { CandidateCard } from '../../../shared/contract/views.ts';
import type { StationClient } from '../../../shared/contract/client.ts';
import { checkInOf, type EnactedDay, valueOf } from '../../support/day-scenario.ts';
import { fillFolder } from '../../support/prepared-folder.ts';
import { prepareStation } from '../../support/prepared-station.ts';
import type { StationProcess } from '../../support/station-process.ts';
import { takeOver } from './first-start.ts';
import { prepareReadyRoom } from './ready-room.ts';

/** Real milliseconds during which F2 belongs to the task before; the screen's own figure is 400. */
const AFTER_GUARD_MS = 450;

/** 今日考务, worked by keyboard as in the room. */
export class DayPage {
  readonly page: Page;
  /** The one thing to do. */
  readonly now: Locator;

  constructor(page: Page) {
    this.page = page;
    this.now = page.getByRole('region', { name: '现在要做' });
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('navigation')
      .getByRole('button', { name: /^今日考务/ })
      .click();
    await expect(this.now).toBeVisible();
  }

  heading(name: string | RegExp): Locator {
    return this.now.getByRole('heading', { level: 2, name });
  }

  /** F2, once the task has stood there long enough to be meant. */
  async press(): Promise<void> {
    await expect(this.now.locator('.button-primary')).toBeEnabled();
    await this.page.waitForTimeout(AFTER_GUARD_MS);
    await this.page.keyboard.press('F2');
  }

  /** Says by key that the announcement on top was read out, until another task stands there. */
  async sayUntil(task: RegExp): Promise<void> {
    const title = this.now.getByRole('heading', { level: 2 });
    for (let said = 0; said < 20; said += 1) {
      // A task that is just being saved stays on top for a moment, with no words of its own on its button.
      const act = this.now.locator('.button-primary');
      const isThere = async () => task.test((await title.textContent()) ?? '');
      await expect.poll(async () => (await isThere()) || ((await act.textContent()) ?? '').startsWith('已')).toBe(true);
      if (await isThere()) return;
      const text = (await title.textContent()) ?? '';
      await this.press();
      await this.#keepLateStart(title, text);
      await expect(title).not.toHaveText(text);
    }
    throw new Error(`${task} never came on top`);
  }

  /** A start that is ticked long after it asks 是否延迟开考: it was given in time, and the end stands. */
  async #keepLateStart(title: Locator, before: string): Promise<void> {
    const question = this.page.getByRole('dialog', { name: /是否延迟开考/ });
    await expect.poll(async () => (await question.isVisible()) || (await title.textContent()) !== before).toBe(true);
    if (!(await question.isVisible())) return;
    await question.getByRole('radio', { name: /^按原定时间结束/ }).check();
    await question.getByRole('button', { name: '已开考，按原定时间结束' }).click();
    await expect(question).toBeHidden();
  }
}

/**
 * Room 001 after its entry: seats 1–35 in time, 36 and 37 late by 12 and 29 minutes, 38 turned away, 39 and 40 nowhere
 * to be seen. Opened at this Beijing time of 2022-11-19, 陈监考 at the computer.
 */
export async function openAfterEntry(page: Page, station: StationProcess, time: string): Promise<EnactedDay> {
  const day = await fillFolder(station.dataDir, liveUntilAfterEntry);
  await page.goto(await station.start(`2022-11-19 ${time}`));
  await takeOver(page, '陈监考');
  return day;
}

async function liveUntilAfterEntry(dataDir: string): Promise<EnactedDay> {
  const at = (clock: string, act: (client: StationClient) => Promise<unknown>) =>
    prepareStation(dataDir, `2022-11-19 ${clock}`, act);
  const day = await prepareReadyRoom(dataDir);
  const { candidates, first: actor } = day;
  const checkIn = async (client: StationClient, people: readonly CandidateCard[]) => {
    for (const card of people) valueOf(await client.invoke('checkIn.confirm', checkInOf(card), { actor }));
  };
  await at('08:10', (client) => checkIn(client, candidates.slice(0, 35)));
  await at('08:42', (client) => checkIn(client, candidates.slice(35, 36)));
  await at('08:59', (client) => checkIn(client, candidates.slice(36, 37)));
  await at('09:00', async (client) => {
    const [refused] = candidates.slice(37);
    if (refused === undefined) throw new Error('seat 38 is empty');
    const { room, candidate } = refused;
    const input = { room, paper: 'theory', candidate, ticket: null, reason: 'late', note: null } as const;
    valueOf(await client.invoke('entry.refuse', input, { actor }));
  });
  return day;
}
