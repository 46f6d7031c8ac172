import { expect, type Page, test } from '@playwright/test';
import { StationProcess } from '../support/station-process.ts';
import { DayPage } from './pages/day.ts';
import { expectSound } from './pages/expect-sound.ts';
import { openReadyRoom } from './pages/ready-room.ts';
import { takeOver } from './pages/first-start.ts';

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

const banner = (page: Page) => page.getByRole('region', { name: '到点提醒' });

/** 知道了 by key, once the alarm has stood there long enough to be meant. */
async function know(page: Page): Promise<void> {
  await page.waitForTimeout(AFTER_GUARD_MS);
  await page.keyboard.press('F1');
}
/** Real milliseconds during which F1 belongs to the alarm before; the banner's own figure is 400. */
const AFTER_GUARD_MS = 430;

/** Counts the tones that the page really starts; two voices a tone. */
async function listen(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const tones = window as unknown as { tones: number };
    tones.tones = 0;
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (when) {
      tones.tones += 1;
      start.call(this, when);
    };
  });
  return () => page.evaluate(() => (window as unknown as { tones: number }).tones);
}
/** To the browser every step of the driver is somebody's hand; here only a press on the page is. */
async function untouched(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let isTouched = false;
    window.addEventListener('pointerdown', () => (isTouched = true), { capture: true });
    Object.defineProperty(UserActivation.prototype, 'hasBeenActive', { get: () => isTouched });
  });
}
const SHORT = 4;
const LONG = 2;

test('[AL1] an alarm stands over every screen until it is known by key or done, and sounds before the start alone', async ({
  page,
}) => {
  const tones = await listen(page);
  await openReadyRoom(page, station, '08:19:50');
  const day = new DayPage(page);
  await day.open();

  await test.step('before the start: shown on another screen, heard, and gone by key', async () => {
    await page.getByRole('navigation').getByRole('button', { name: '座位图' }).click();
    await station.setTime('2022-11-19 08:20');
    await expect(banner(page)).toContainText('理论 · 宣读考场规则');
    await expect(banner(page)).toContainText('08:20，现在');
    await expect(banner(page)).toContainText('由监考员执行');
    await expect.poll(tones).toBe(SHORT);
    await know(page);
    await expect(banner(page)).toHaveCount(0);
  });

  await test.step('the start and the cut-off are silent, the most pressing is on top', async () => {
    await station.setTime('2022-11-19 08:30');
    await expect(banner(page)).toContainText('理论 · 宣布开考');
    await station.setTime('2022-11-19 09:00');
    await expect(banner(page)).toContainText('理论 · 停止入场');
    await expect(banner(page)).toContainText('还有 2 项');
    await expectSound(page, 'alarm');
    expect(await tones()).toBe(SHORT);
  });

  await test.step('done on the rail, it goes by itself', async () => {
    await day.open();
    await expect(day.heading('停止入场')).toBeVisible();
    await day.press();
    await expect(banner(page)).not.toContainText('停止入场');
  });

  await test.step('at the end it rings long', async () => {
    await station.setTime('2022-11-19 09:59:59');
    await station.setTime('2022-11-19 10:00');
    await expect(banner(page)).toContainText('理论 · 宣布考试结束');
    await expect.poll(tones).toBe(SHORT + LONG);
  });
});

test('[AL3] what a sleep or a reload jumped over is there at once as missed, and what was known does not come again', async ({
  page,
}) => {
  await openReadyRoom(page, station, '08:29:50');
  await station.setTime('2022-11-19 08:30');
  await expect(banner(page)).toContainText('宣布开考');
  await banner(page).getByRole('button', { name: '知道了' }).click();
  await expect(banner(page)).toHaveCount(0);

  await station.jumpWall(34 * 60_000);
  await expect(banner(page)).toContainText('理论 · 停止入场');
  await expect(banner(page)).toContainText('09:00，错过 4 分钟');
  await know(page);
  await expect(banner(page)).toContainText('提醒尚未登录的考生');
  await know(page);
  await expect(banner(page)).toHaveCount(0);

  await page.goto('about:blank');
  await station.setTime('2022-11-19 09:57');
  await page.goBack();
  await expect(banner(page)).toContainText('理论 · 提醒剩余时间');
  await expect(banner(page)).toContainText('09:55，错过 2 分钟');
  await expect(banner(page)).toContainText('还有 3 项');
});

test('[D34] the sounds can be tried, but not while a paper runs, unless the chief wants sound then', async ({
  page,
}) => {
  const tones = await listen(page);
  await untouched(page);
  await openReadyRoom(page, station, '08:10');
  const settings = page.getByRole('navigation').getByRole('button', { name: '设置' });
  const long = page.getByRole('button', { name: '试音：一长声' });
  const loud = page.getByRole('radio', { name: '响铃', exact: true });
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: '到点响铃' }) });
  await settings.click();

  await test.step('before the exam, at the volume of this computer, kept over a reload', async () => {
    await long.click();
    await expect.poll(tones).toBe(LONG);
    await page.getByRole('slider', { name: '本机音量' }).fill('0');
    await expect(page.getByText('静音', { exact: true })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('slider', { name: '本机音量' })).toHaveValue('0');
    await expect(page.getByText('点一下页面以允许响铃。')).toBeVisible();
    await page.getByRole('slider', { name: '本机音量' }).fill('70');
    await page.getByRole('heading', { name: '到点响铃' }).click();
    await expect(page.getByText('点一下页面以允许响铃。')).toHaveCount(0);
  });

  await test.step('during it: refused with a sentence, and only the chief changes that', async () => {
    await station.setTime('2022-11-19 08:30');
    await expect(page.getByText(/^考试进行中不响铃，现在不能试音/)).toBeVisible();
    await expect(long).toBeDisabled();
    await expect(loud).toHaveCount(0);
    await card.getByRole('button', { name: /^换成主考/ }).click();
    await takeOver(page, '周主考');
    await loud.click(); // checked once it is on disk
    await expect(loud).toBeChecked();
    await expect(long).toBeEnabled();
    await station.setTime('2022-11-19 09:00');
    await expect.poll(tones).toBe(SHORT);
  });
});
