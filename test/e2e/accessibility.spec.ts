import { expect, test } from '@playwright/test';
import { expectSound } from './pages/expect-sound.ts';
import { CheckInPage } from './pages/check-in.ts';
import { openReadyRoom } from './pages/ready-room.ts';
import { StationProcess } from '../support/station-process.ts';

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

test('the set-up can be read by everybody', async ({ page }) => {
  await page.goto(await station.start('2022-11-19 07:20'));
  await expect(page.getByRole('button', { name: /^导入名单/ })).toBeVisible();
  await expectSound(page, 'first start');
  await page.getByRole('button', { name: /^导入名单/ }).click();
  await page.getByRole('radio', { name: /2022/ }).check();
  await page.getByRole('button', { name: '建立考核日' }).click();
  await expectSound(page, 'the day, with what is missing');
});

test('so can every screen of the day', async ({ page }) => {
  await openReadyRoom(page, station, '08:27');
  await expectSound(page, '今日考务, overdue');

  const desk = new CheckInPage(page);
  await desk.open();
  await expectSound(page, '考生签到, idle');
  await page.keyboard.type('12');
  await expect(page.getByRole('button', { name: /确认入场/ })).toBeVisible();
  await expectSound(page, '考生签到, a person');
  await page.keyboard.press('F7');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectSound(page, '拒绝入场');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(450);
  await desk.field.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: '已签到' })).toBeVisible();
  await expectSound(page, '考生签到, after a check-in');
  await page.keyboard.type('张');
  await expect(
    page
      .getByRole('list', { name: '符合的考生' })
      .or(page.getByRole('heading', { level: 2 }))
      .first(),
  ).toBeVisible();

  const nav = page.getByRole('navigation');
  await nav.getByRole('button', { name: '文书打印' }).click();
  await page.getByRole('button', { name: /生成并打开.*理论/ }).click();
  await expect(page.getByRole('link', { name: '另存' })).toBeVisible();
  await expectSound(page, '文书打印');
  await nav.getByRole('button', { name: '设置' }).click();
  await expectSound(page, '设置');
  await nav.getByRole('button', { name: '座位图' }).click();
  await expectSound(page, '座位图');
});
