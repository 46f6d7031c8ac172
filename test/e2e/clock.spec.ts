import { expect, type Locator, type Page, test } from '@playwright/test';
import { StationProcess } from '../support/station-process.ts';
import { expectSound } from './pages/expect-sound.ts';
import { openDesk, personAt } from './pages/ready-room.ts';
import { DayPage } from './pages/day.ts';
import { coSign, switchTo, takeOver } from './pages/first-start.ts';

const HOUR_MS = 3_600_000;

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

/** The dialog in which two people settle the clock, opened from the banner. */
async function openDialog(page: Page, banner: string): Promise<Locator> {
  await page.getByRole('region', { name: banner }).getByRole('button', { name: /核对/ }).click();
  return page.getByRole('dialog', { name: '核对时间' });
}

test('[CK5] the clock is set back: two people accept it on one page, the other page follows, and a kill changes nothing', async ({
  page,
  context,
}) => {
  const { desk, people } = await openDesk(page, station, '08:50');
  await desk.checkIn('1', personAt(people, 1));
  const other = await context.newPage();
  await other.goto(new URL('/', page.url()).href);
  await takeOver(other, '陈监考');
  await station.jumpWall(-HOUR_MS / 2);

  const said = '电脑时钟被调慢 30 分钟';
  const elsewhere = await openDialog(other, said);
  await elsewhere.getByText('以电脑时钟为准').click();
  await page.bringToFront();
  const dialog = await openDialog(page, said);
  await expect(dialog.getByText('程序时间不变')).toBeVisible();
  await dialog.getByText('以电脑时钟为准').click();
  await expect(dialog.getByLabel('第二人')).toHaveValue(/.+/);
  await expectSound(page, 'the dialog');
  await dialog.getByRole('button', { name: '两人确认' }).dblclick();
  await coSign(page);
  await expect(dialog.getByText('已按电脑时钟运行')).toBeVisible();
  await dialog.getByRole('button', { name: '完成' }).click();
  await expect(page.getByRole('region', { name: said })).toHaveCount(0);
  await expect(page.locator('.strip-clock')).toHaveText(/^08:2\d:/);

  await other.bringToFront();
  await expect(elsewhere.getByText('时钟没有疑问了')).toBeVisible();
  await expect(other.locator('.strip-clock')).toHaveText(/^08:2\d:/);

  await station.kill();
  await station.start('2022-11-19 08:25');
  await page.bringToFront();
  await expect(page.locator('.strip-clock')).toHaveText(/^08:25:/, { timeout: 15_000 });
  await expect(page.locator('.clock-banner')).toHaveCount(0);
  await desk.checkIn('2', personAt(people, 2));
});

test('[CK4][CK6][CK7] the computer starts in another year: two type the time, check-in goes on, the chief ratifies', async ({
  page,
}) => {
  const { desk, people } = await openDesk(page, station, '08:05');
  await desk.checkIn('1', personAt(people, 1));
  await station.kill();
  await station.start('2000-01-01 00:00');
  const dialog = await openDialog(page, '电脑时钟比最后一条记录早 8358 天');
  await dialog.getByText('输入标准时间', { exact: true }).click();
  await dialog.getByLabel('标准时间（时:分:秒）').fill('08:12:00');
  await dialog.getByLabel('标准时间（时:分:秒）').press('Enter');
  await coSign(page);
  await expect(dialog.getByText('已按输入的标准时间运行，待主考核实')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.strip-clock')).toHaveText(/^08:12:/);
  const banner = page.getByRole('region', { name: '已按输入的标准时间运行，待主考核实' });
  await expect(banner).toBeVisible();
  await expectSound(page, 'the banner');
  await desk.checkIn('2', personAt(people, 2));

  const day = new DayPage(page);
  await day.open();
  const matter = page.getByRole('listitem').filter({ hasText: '1 条记录的时间待核' });
  await expect(matter.getByRole('button', { name: '核实' })).toHaveCount(0);
  await switchTo(page, '周主考');
  await matter.getByRole('button', { name: '核实' }).click();
  await expect(matter).toHaveCount(0);
  await expect(page.getByRole('region', { name: '按输入的标准时间运行，主考已核实' })).toBeVisible();
});
