import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { enactDay, importRoster, makeDay } from '../support/day-scenario.ts';
import { prepareStation } from '../support/prepared-station.ts';
import { StationProcess } from '../support/station-process.ts';
import { DayPage } from './pages/day.ts';
import { takeOver } from './pages/first-start.ts';

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

async function openSettings(page: Page) {
  await page.getByRole('button', { name: '设置', exact: true }).click();
  return page.getByRole('region', { name: '宣读指令' });
}

test('[D33] the site’s own sentences: exported, edited, previewed, read on the rail, and taken back', async ({
  page,
}) => {
  await prepareStation(station.dataDir, '2022-11-19 07:00', (client) => enactDay(client));
  await page.goto(await station.start('2022-11-19 08:24:30'));
  await takeOver(page, '陈监考');
  const card = await openSettings(page);
  const choose = (name: string, text: string) =>
    card.getByLabel('选择文件').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

  await test.step('an invigilator may look at the sentences, and not change them', async () => {
    await expect(card.getByLabel('选择文件')).toHaveCount(0);
    await card.getByRole('button', { name: '换成主考 周主考 操作' }).click();
    await takeOver(page, '周主考');
  });

  const exported = await test.step('the template holds every sentence as it stands', async () => {
    const download = page.waitForEvent('download');
    await card.getByRole('button', { name: '导出模板' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('宣读指令.csv');
    const text = readFileSync(await file.path(), 'utf8');
    expect(text.startsWith('\uFEFF环节,科目,指令\r\n')).toBe(true);
    return text;
  });

  await test.step('a file that is something else is refused in a plain sentence', async () => {
    await choose('名单.csv', '准考证号,姓名\r\n1,张三\r\n');
    await expect(card.getByRole('alert')).toContainText('找不到表头');
  });

  await test.step('what is changed is marked, what cannot be taken is named by its row', async () => {
    const edited = exported
      .replace(/^通知登录,,/m, '通知登录,,请注意：')
      .replace('还有 {分钟} 分钟', '只剩 ｛分钟｝ 分钟')
      .replace(/^停止入场,/m, '午休,');
    expect(edited).not.toBe(exported);
    await choose('本站.csv', edited);
    const preview = page.getByRole('dialog', { name: '宣读指令预览' });
    await expect(preview.getByText('第 9 行：「环节」认不出，请照模板里的名称填写。')).toBeVisible();
    await expect(preview.getByRole('cell', { name: '有改动', exact: true })).toHaveCount(2);
    await preview.getByRole('button', { name: '采用 2 条' }).click();
    await expect(card.getByRole('status')).toContainText('已采用 2 条');
  });

  const day = new DayPage(page);
  await test.step('the rail says them, minutes filled in', async () => {
    await day.open();
    const rail = page.getByRole('region', { name: '今日时间轴' });
    await rail.getByRole('button', { name: '通知登录考试系统', exact: true }).first().click();
    await expect(rail.getByText(/^请注意：请各位考生登录考试系统/)).toBeVisible();
    await rail.getByRole('button', { name: '提醒剩余时间', exact: true }).first().click();
    await expect(rail.getByText(/^距离考试结束只剩 5 分钟/)).toBeVisible();
  });

  await test.step('恢复自带指令 brings ours back', async () => {
    await openSettings(page);
    await card.getByRole('button', { name: '恢复自带指令' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '恢复自带指令' }).click();
    await expect(card.getByText('现在用程序自带的指令')).toBeVisible();
    await day.open();
    const rail = page.getByRole('region', { name: '今日时间轴' });
    await rail.getByRole('button', { name: '通知登录考试系统', exact: true }).first().click();
    await expect(rail.getByText(/^请各位考生登录考试系统/)).toBeVisible();
  });
});

test('[D35] at the exam office the chief gives the signals himself, one key each, to every room', async ({ page }) => {
  await prepareStation(station.dataDir, '2022-11-19 07:00', async (client) => {
    const chief = await makeDay(client);
    await importRoster(client, chief, { kind: 'office' });
  });
  await page.goto(await station.start('2022-11-19 08:27'));
  await takeOver(page, '周主考');
  const day = new DayPage(page);
  await expect(day.heading(/预备信号/)).toBeVisible();
  // One key at a time: printing gives way to the signal.
  await expect(page.getByRole('button', { name: /去打印/ })).not.toContainText('F2');
  await day.press();
  await expect(day.heading(/宣布开考/)).toBeVisible();
  await expect(day.now.getByRole('button', { name: /发出开考信号/ })).toBeDisabled();
  await expect(page.getByRole('button', { name: /去打印/ })).toContainText('F2');
  await station.setTime('2022-11-19 08:30:03', { runs: false });
  await expect(day.now.getByRole('button', { name: /发出开考信号/ })).toBeEnabled();
  await day.press();
  const row = page
    .getByRole('region', { name: '今日时间轴' })
    .getByRole('listitem')
    .filter({ hasText: '宣布开考' })
    .first();
  await expect(row).toContainText('08:30:03');
  await expect(row).toContainText('周主考');
  await expect(day.heading(/提醒尚未登录的考生/)).toBeVisible();
  await expect(day.now.locator('.button-primary')).toHaveCount(0);
});
