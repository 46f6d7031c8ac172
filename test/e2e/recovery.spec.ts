import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { as, type DayId } from '../../shared/ids.ts';
import { enactDay, valueOf } from '../support/day-scenario.ts';
import { prepareStation } from '../support/prepared-station.ts';
import { checkedSheet, printedCode } from '../support/recovery.ts';
import { StationProcess } from '../support/station-process.ts';
import { expectSound } from './pages/expect-sound.ts';
import { takeOver } from './pages/first-start.ts';

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

test('a disk moved to another computer opens with the code typed from its sheet, and goes on', async ({ page }) => {
  const { groups } = await prepareStation(station.dataDir, '2022-11-19 07:00', async (client) => {
    const { chief } = await enactDay(client);
    return checkedSheet(client, chief);
  });
  rmSync(join(station.dataDir, 'secrets'), { recursive: true });
  await page.goto(await station.start('2022-11-19 07:20'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('本机没有这个考核日的密钥');
  const field = (at: number) => page.getByRole('textbox', { name: `第 ${at} 组` });

  await test.step('a wrong group is named and keeps the focus', async () => {
    await expect(field(1)).toBeFocused();
    await page.keyboard.type('000012');
    await expect(page.getByText('第 1 组不对，请对照恢复单重新输入。')).toBeVisible();
    await expect(field(1)).toBeFocused();
    await expect(page.getByRole('button', { name: '打开考核日' })).toBeDisabled();
  });

  await test.step('typed straight through, the fields lead on; Enter opens the day', async () => {
    await field(1).fill('');
    await page.keyboard.type(groups.join(''));
    await expect(field(8)).toHaveValue(groups[7] ?? '');
    await page.keyboard.press('Enter');
    await takeOver(page, '周主考');
    await expect(page.getByText('今日时间轴')).toBeVisible();
    await expect(page.getByText('还没有恢复单')).toHaveCount(0);
  });
});

test('the codes are read to the chief one at a time, and a sheet is typed back from paper, not pasted', async ({
  page,
}) => {
  const dayId = await prepareStation(station.dataDir, '2022-11-19 09:01', async (client) => {
    const { first } = await enactDay(client);
    for (const milestone of ['theory:start', 'theory:entry-close'] as const)
      valueOf(await client.invoke('milestone.confirm', { milestone }, { actor: first }));
    return valueOf(await client.invoke('station.status', {})).current?.day ?? as<DayId>('');
  });
  await page.goto(await station.start('2022-11-19 09:02'));
  await takeOver(page, '周主考');

  await test.step('F7 says that the first was read out; the next one comes up', async () => {
    const card = page.getByRole('region', { name: '报校验码', exact: true });
    await expect(card.getByRole('button')).toHaveText(/已报主考.*宣布开考/);
    await expect(card.getByRole('list', { name: '之后还要报的' })).toHaveText(/停止入场/);
    await expect(card.getByRole('button')).toBeEnabled();
    await page.keyboard.press('F7');
    await expect(card.getByRole('button')).toHaveText(/已报主考.*停止入场/);
    await expect(page.getByRole('region', { name: '已报校验码' })).toHaveText(/宣布开考/);
  });

  await test.step('the sheet is printed; its code is on no screen while it is typed back', async () => {
    await page.getByRole('navigation').getByRole('button', { name: '设置' }).click();
    await page.getByRole('button', { name: '制作并打印恢复单…' }).click();
    await page.getByRole('button', { name: '显示恢复单' }).click();
    await page.getByRole('button', { name: '打印好了，去核对' }).click();
    const dialog = page.getByRole('dialog', { name: '核对恢复码' });
    await expect(page.locator('iframe')).toHaveCount(0);
    const groups = printedCode(station.dataDir, dayId);
    const field = (at: number) => dialog.getByRole('textbox', { name: `第 ${at} 组` });
    await expect(field(1)).toBeFocused();
    await page.evaluate((code) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', code);
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, groups.join(''));
    await expect(dialog.getByText('这里不能粘贴')).toBeVisible();
    await expect(field(1)).toHaveValue('');
    await expectSound(page, '核对恢复码');
    await field(1).focus();
    await page.keyboard.type(groups.slice(0, 4).join(''));
    await page.keyboard.press('Escape'); // as hands do that are used to an input method
    await expect(field(5)).toBeFocused();
    await page.keyboard.type(groups.slice(4).join(''));
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(/^编号 [0-9A-F]{6}：.* 由周主考核对。$/)).toBeVisible();
  });
});
