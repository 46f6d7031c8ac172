import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { checkInOf, enactDay, valueOf } from '../support/day-scenario.ts';
import { prepareStation } from '../support/prepared-station.ts';
import { printedCode } from '../support/recovery.ts';
import { StationProcess } from '../support/station-process.ts';
import { takeOver } from './pages/first-start.ts';

let broken: StationProcess;
let spare: StationProcess;
let stick: string;
test.beforeEach(() => {
  broken = new StationProcess();
  spare = new StationProcess();
  stick = mkdtempSync(join(tmpdir(), 'proctor-stick-'));
});
test.afterEach(async () => {
  await broken.end();
  await spare.end();
  rmSync(stick, { recursive: true, force: true });
});

/** A morning with three people in, copied to the stick; answers the code on the 恢复单. */
async function liveMorning(): Promise<readonly string[]> {
  return prepareStation(broken.dataDir, '2022-11-19 08:05', async (client) => {
    const day = await enactDay(client);
    valueOf(await client.invoke('recovery.issueSheet', { replaces: null }, { actor: day.chief }));
    const { current } = valueOf(await client.invoke('station.status', {}));
    if (current === null) throw new Error('no day was made');
    const code = printedCode(broken.dataDir, current.day);
    valueOf(await client.invoke('recovery.checkSheet', { groups: [...code] }, { actor: day.chief }));
    for (const card of day.candidates.slice(0, 3)) {
      valueOf(await client.invoke('checkIn.confirm', checkInOf(card), { actor: day.first }));
    }
    valueOf(await client.invoke('backup.choose', { place: stick }, { actor: day.first }));
    return code;
  });
}

test('a teacher brings a room back on another computer: the stick, the 恢复单, and on with the door', async ({
  page,
}) => {
  const code = await liveMorning();
  await page.goto(await spare.start('2022-11-19 08:10'));
  await page.getByRole('button', { name: '从备份恢复' }).click();
  await expect(page.getByText('没有找到备份')).toBeVisible();
  await page.getByLabel('其他文件夹').fill(stick);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: /001 考场/ })).toBeChecked();
  await page.getByRole('button', { name: '恢复这一份' }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('本机没有这个考核日的密钥');
  // Typed group by group: the field goes on by itself.
  await expect(page.getByLabel('第 1 组')).toBeFocused();
  await page.keyboard.type(code.join(''));
  await page.getByRole('button', { name: '打开考核日' }).click();

  await takeOver(page, '陈监考');
  await expect(
    page.getByRole('link', { name: '今日考务' }).or(page.getByRole('button', { name: '今日考务' })),
  ).toBeVisible();
  await expect(page.getByText('08:10', { exact: false }).first()).toBeVisible();
  await page
    .getByRole('button', { name: '考生签到' })
    .or(page.getByRole('link', { name: '考生签到' }))
    .click();
  await expect(page.getByText(/已签到\s*3|3\s*\/\s*40/).first()).toBeVisible();
});
