import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { folderContent } from '../support/folder-content.ts';
import { type HostProgram, startHostProgram } from '../support/host-program.ts';
import { pdfText } from '../support/poppler.ts';
import { expectSound } from './pages/expect-sound.ts';
import { takeOver } from './pages/first-start.ts';

/** Real milliseconds during which an Enter belongs to the scan; the screen's own figure is 400. */
const AFTER_GUARD_MS = 550;

let parent: string;
let dataDir: string;
let program: HostProgram;
test.beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'proctor-rehearsal-'));
  dataDir = join(parent, 'day');
  program = startHostProgram(['--data', dataDir]);
});
test.afterEach(async () => {
  await program.end('SIGTERM');
  rmSync(parent, { recursive: true, force: true });
});

function clock(page: Page): Promise<string> {
  return page.locator('.strip-clock').innerText();
}

async function openRehearsal(page: Page): Promise<void> {
  await page.goto(await program.ready);
  await page.getByRole('button', { name: /^演练/ }).click();
  await expect(page.getByRole('heading', { name: '演练：把考试日从头走一遍' })).toBeVisible();
}

async function go(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: screen, exact: true }).click();
}

async function checkInSeat(page: Page, seat: number): Promise<void> {
  await page.keyboard.type(String(seat));
  await page.keyboard.press('Enter');
  await expect(page.getByText('确认入场')).toBeVisible();
  await page.waitForTimeout(AFTER_GUARD_MS);
  await page.keyboard.press('Enter');
  const said = page.getByRole('status').filter({ hasText: `${String(seat).padStart(2, '0')} 座` });
  await expect(said.filter({ hasText: '已签到' })).toBeVisible();
}

test('from an empty computer to a rehearsed admission, and the real folder does not notice', async ({ page }) => {
  await page.goto(await program.ready);
  await expect(page.getByRole('button', { name: /^接入中心/ })).toBeDisabled();
  const before = folderContent(dataDir);

  await test.step('演练 opens beside it, marked', async () => {
    await page.getByRole('button', { name: /^演练/ }).click();
    await expect(page.getByRole('heading', { name: '演练：把考试日从头走一遍' })).toBeVisible();
    await expect(page).toHaveTitle(/^演练/);
    await expect(page.locator('.rehearsal-mark')).toBeVisible();
    await expect(page.getByText('PIN 都是 2468')).toBeVisible();
  });

  await test.step('one key makes the whole room, 35 minutes before the paper', async () => {
    await expect(page.getByRole('button', { name: '开始演练' })).toBeFocused();
    await page.keyboard.press('Enter');
    await takeOver(page, '演练监考甲', '2468');
    expect(await clock(page)).toMatch(/^07:55:0\d$/);
    await expect(page.locator('.strip-rehearsal')).toHaveText('演练');
    await go(page, '设置');
    await expect(page.getByText('/ 40 人有照片')).toContainText('39');
  });

  await test.step('快进: shortly before people are let in, then to that moment', async () => {
    const forward = page.getByRole('button', { name: '快进到下一步' });
    await forward.click();
    await expect.poll(() => clock(page)).toMatch(/^07:59:5\d$/);
    await forward.click();
    await expect.poll(() => clock(page)).toMatch(/^08:00:0\d$/);
  });

  await test.step('three people come', async () => {
    await go(page, '考生签到');
    for (const seat of [1, 2, 3]) await checkInSeat(page, seat);
    await expect(page.locator('.rehearsal-mark')).toBeVisible();
  });

  await test.step('60×: a minute a second, and back to 1×', async () => {
    await page.getByRole('button', { name: '60×' }).click();
    await expect.poll(() => clock(page)).toMatch(/^08:0[3-9]/);
    await page.getByRole('button', { name: '1×', exact: true }).click();
    await expect(page.getByRole('button', { name: '1×', exact: true })).toHaveAttribute('aria-pressed', 'true');
  });

  await test.step('the paper says 演练', async () => {
    await go(page, '文书打印');
    const theory = page.getByRole('region', { name: /理论/ });
    await theory.getByRole('button', { name: /生成并打开/ }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: '另存' }).click();
    const text = pdfText(readFileSync(await (await saving).path()));
    expect(text).toContain('考生签到表');
    expect(text).toContain('演练');
  });

  expect(folderContent(dataDir)).toEqual(before);
});

test('broken off and opened again, then begun anew', async ({ page }) => {
  await openRehearsal(page);
  await page.getByRole('radio', { name: /本考点的名单文件/ }).check();
  await page.getByRole('button', { name: '开始演练' }).click();
  await expect(page.getByRole('heading', { name: '导入考生名单' })).toBeVisible();

  await test.step('after a reload the choice is asked again, and the invented list completes the set-up', async () => {
    await page.reload();
    await expect(page.getByRole('button', { name: '继续准备演练' })).toBeFocused();
    await page.keyboard.press('Enter');
    await takeOver(page, '演练监考乙', '2468');
  });

  await test.step('重新开始: the next morning, another edition, nobody checked in', async () => {
    await page.getByRole('button', { name: '重新开始…' }).click();
    await page.getByRole('radio', { name: '2021 年手册' }).check({ force: true });
    await page.getByRole('button', { name: '重新开始演练' }).click();
    await takeOver(page, '演练监考甲', '2468');
    expect(await clock(page)).toMatch(/^08:25:0\d$/);
    await expect(page.getByText('理论考试 001 考场')).toBeVisible();
  });
});

test("the rehearsal's own screens can be read by everybody", async ({ page }) => {
  await openRehearsal(page);
  await expectSound(page, '演练, before it begins');
  await page.keyboard.press('Enter');
  await takeOver(page, '演练监考甲', '2468');
  await expectSound(page, '演练, 今日考务');
  await page.setViewportSize({ width: 1366, height: 660 });
  await expect(page.getByRole('button', { name: '快进到下一步' })).toBeInViewport();
  await expect(page.getByRole('button', { name: '设置', exact: true })).toBeInViewport({ ratio: 1 });
});
