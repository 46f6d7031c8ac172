import { readdirSync, renameSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { peopleOfRoom001 } from '../support/room-001.ts';
import { StationProcess } from '../support/station-process.ts';
import { CheckInPage } from './pages/check-in.ts';
import { DayPage } from './pages/day.ts';
import { openDesk, openReadyRoom, personAt } from './pages/ready-room.ts';
import { SeatsPage } from './pages/seats.ts';
import { takeOver } from './pages/first-start.ts';

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

test('two pages of one station are both live, and the second cannot do it again', async ({ page, context }) => {
  const { desk, people } = await openDesk(page, station, '08:10');
  const second = await context.newPage();
  await second.goto(new URL('/', page.url()).href);
  await takeOver(second, '陈监考');
  const other = new CheckInPage(second);
  await other.open();
  const [one, two] = [personAt(people, 1), personAt(people, 2)];

  await page.bringToFront();
  await desk.find('2', two);
  await second.bringToFront();
  await other.checkIn('1', one);
  await other.checkIn('2', two);
  await expect(desk.progress()).toHaveAttribute('value', '2');
  await expect(page.getByText(/^已在 .* 签到$/)).toBeVisible();
  await expect(page.getByRole('button', { name: /确认入场/ })).toHaveCount(0);
});

test('a record that the disk lost is taken from the page too, and named until it is entered again', async ({
  page,
}) => {
  const { desk, people } = await openDesk(page, station, '08:10');
  for (const seat of [1, 2, 3]) await desk.checkIn(String(seat), personAt(people, seat));
  await expect(desk.progress()).toHaveAttribute('value', '3');
  await station.kill();
  const days = join(station.dataDir, 'days');
  for (const name of readdirSync(days).filter((file) => file.endsWith('-wal'))) {
    const wal = join(days, name);
    truncateSync(wal, statSync(wal).size - 1);
  }
  await station.start('2022-11-19 08:12');
  await expect(desk.progress()).toHaveAttribute('value', '2', { timeout: 10_000 });
  await page.getByRole('navigation').getByRole('button', { name: '今日考务' }).click();
  await expect(page.getByText(/^记录 A#\d+ 没有保存下来$/)).toBeVisible();
  await desk.open();
  await desk.checkIn('3', personAt(people, 3));
  await expect(desk.progress()).toHaveAttribute('value', '3');
});

test('a data folder that is gone is told over every screen, and no more once it is back', async ({ page }) => {
  const { desk, people } = await openDesk(page, station, '08:10');
  await desk.find('2', personAt(people, 2));
  const days = join(station.dataDir, 'days');
  renameSync(days, `${days}.away`);
  const banner = page.getByRole('region', { name: /^数据文件夹不见了/ });
  await expect(banner).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^没有记录，这次操作不算数：数据文件夹不见了/)).toBeVisible();
  renameSync(`${days}.away`, days);
  await expect(banner).toHaveCount(0);
  await desk.confirm(personAt(people, 2));
  await expect(desk.progress()).toHaveAttribute('value', '1');
});

test('a reload in the middle of a dialog leaves nothing half done', async ({ page }) => {
  const { desk, people } = await openDesk(page, station, '08:10');
  await desk.find('3', personAt(people, 3));
  await page.keyboard.press('F7');
  await page.getByRole('radio', { name: '身份不符' }).check();
  await page.reload();
  await expect(desk.field).toBeFocused();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(desk.progress()).toHaveAttribute('value', '0');
  await desk.find('3', personAt(people, 3));
  await expect(page.getByText('未到', { exact: true })).toBeVisible();
});

test('the station dies while a form is open: the draft stays, the banner is seen, and it is recorded once', async ({
  page,
}) => {
  await openReadyRoom(page, station, '08:10');
  const seats = new SeatsPage(page);
  await seats.open();
  await seats.choose(personAt(await peopleOfRoom001(), 3));
  await page.keyboard.press('F8');
  const dialog = page.getByRole('dialog', { name: /^记一笔：03 座/ });
  await dialog.getByRole('radio', { name: '设备与监控' }).check();
  await dialog.getByLabel('内容').fill('键盘失灵，正在更换');
  await station.kill();
  const banner = page.getByText(/正在重新连接/);
  await expect(banner).toBeVisible();
  const layer = (selector: string) =>
    page.locator(selector).evaluate((place) => Number.parseInt(getComputedStyle(place).zIndex, 10));
  expect(await layer('.banner'), 'the banner lies above the dialog').toBeGreaterThan(await layer('.overlay'));
  await dialog.getByRole('button', { name: '记下' }).click();
  await expect(dialog.getByRole('button', { name: '正在保存…' })).toBeDisabled();
  await station.start('2022-11-19 08:11');
  await expect(dialog).toBeHidden({ timeout: 10_000 });
  await expect(page.getByRole('list', { name: '记录' }).getByRole('listitem')).toHaveCount(1);
});

test('the station dies while a check-in is on its way: the same act is sent again and recorded once', async ({
  page,
}) => {
  const { desk, people } = await openDesk(page, station, '08:10');
  const commands: (string | null)[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('/rpc/checkIn.confirm')) return;
    const body = request.postDataJSON() as { command: string | null };
    commands.push(body.command);
  });
  const [lost, done] = [personAt(people, 1), personAt(people, 2)];

  await test.step('killed before it arrived', async () => {
    await desk.find('1', lost);
    await page.waitForTimeout(450);
    await station.kill();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /正在保存/ })).toBeDisabled();
    await expect(page.getByText(/正在重新连接/)).toBeVisible();
    await station.start('2022-11-19 08:11');
    await expect(page.getByRole('status').filter({ hasText: `${lost.person.name} 已签到` })).toBeVisible();
    await expect(desk.progress()).toHaveAttribute('value', '1');
    expect(new Set(commands).size, 'one intent, one id').toBe(1);
    expect(commands.length).toBeGreaterThan(1);
  });

  await test.step('killed after it was recorded, the answer lost', async () => {
    commands.length = 0;
    let isFirst = true;
    await page.route('**/rpc/checkIn.confirm', async (route) => {
      if (!isFirst) return route.continue();
      isFirst = false;
      await route.fetch();
      await station.kill();
      await route.abort('connectionreset');
    });
    await desk.find('2', done);
    await page.waitForTimeout(450);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/正在重新连接/)).toBeVisible();
    await station.start('2022-11-19 08:12');
    await expect(page.getByRole('status').filter({ hasText: `${done.person.name} 已签到` })).toBeVisible();
    await expect(desk.progress()).toHaveAttribute('value', '2');
    await expect(page.getByRole('alert')).toHaveCount(0);
    expect(new Set(commands).size, 'one intent, one id').toBe(1);
  });
});

test('a clock that jumps over the cut-off changes the key under the finger', async ({ page }) => {
  const { desk, people } = await openDesk(page, station, '08:50');
  await desk.find('1', personAt(people, 1));
  await expect(page.getByRole('button', { name: /确认入场（迟到 20 分钟）/ })).toBeVisible();
  await station.jumpWall(600_000);
  await expect(page.getByText(/禁止入场：迟到 30 分钟/)).toBeVisible();
  await expect(page.getByRole('button', { name: /确认入场/ })).toHaveCount(0);
  await expect(page.getByText('时钟向前跳了')).toBeVisible();
  await desk.confirm(personAt(people, 1), '已登记拒绝入场');
});

test('a step of the day is done, taken back and done again', async ({ page }) => {
  await openReadyRoom(page, station, '07:30');
  const day = new DayPage(page);
  await day.press();
  await expect(page.getByRole('heading', { name: /清场/, level: 2 })).toBeVisible();
  await page.getByRole('button', { name: /^撤销 07:30/ }).click();
  await expect(page.getByRole('heading', { name: /领取签到表/ })).toBeVisible();
  await day.press();
  await expect(page.getByRole('heading', { name: /清场/, level: 2 })).toBeVisible();
});

test('a small window and a zoomed one keep everything within reach', async ({ page }) => {
  const { desk } = await openDesk(page, station, '08:10');
  for (const [width, height] of [
    [1024, 700],
    [911, 512], // 1366 × 768 at 150 %
  ] as const) {
    await page.setViewportSize({ width, height });
    await desk.field.fill('12');
    await expect(page.getByRole('button', { name: /确认入场/ })).toBeInViewport();
    for (const screen of ['今日考务', '文书打印', '设置', '考生签到']) {
      await page.getByRole('navigation').getByRole('button', { name: screen }).click();
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(tooWide, `${screen} at ${width}`).toBeLessThanOrEqual(0);
      await expect(page.getByRole('button', { name: /当前操作/ })).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole('list', { name: '状态灯' })).toBeInViewport({ ratio: 1 });
    }
  }
});
