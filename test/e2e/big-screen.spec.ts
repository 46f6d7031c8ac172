import { expect, type Page, test } from '@playwright/test';
import { StationProcess } from '../support/station-process.ts';
import { expectSound } from './pages/expect-sound.ts';
import { takeOver } from './pages/first-start.ts';
import { openReadyRoom } from './pages/ready-room.ts';
import { peopleOfRoom001 } from '../support/room-001.ts';

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

test('大屏 follows the day in a page of its own, through a restart, and asks for nobody', async ({ page, context }) => {
  const people = await peopleOfRoom001();
  await openReadyRoom(page, station, '08:06:30');
  const sounds = await countSounds(page);
  const asked = new Set<string>();
  context.on('request', (request) => {
    const [, method] = /\/rpc\/(.+)$/.exec(request.url()) ?? [];
    if (method !== undefined && request.frame().url().endsWith('#big')) asked.add(method);
  });

  const opening = context.waitForEvent('page');
  await page.getByRole('button', { name: '大屏' }).click();
  const big = await opening;
  await expect(page.getByRole('dialog', { name: '大屏' })).toContainText('请按 Win+P 选择“扩展”，或先遮挡。');
  await page.getByRole('dialog', { name: '大屏' }).getByRole('button', { name: '知道了' }).click();

  await test.step('each phase has its own words, at a large clock', async () => {
    await expect(big.getByRole('heading', { level: 1 })).toHaveText('理论考试');
    await expect(big.locator('.big-clock')).toHaveText(/^08:06:3\d$/);
    await expect(big.getByText('可入场', { exact: true })).toBeVisible();
    await expectSound(big, '大屏');
    const { height, digits } = await big.evaluate(() => ({
      height: innerHeight,
      digits: Number.parseFloat(getComputedStyle(document.querySelector('.big-clock') as HTMLElement).fontSize),
    }));
    expect(digits).toBeGreaterThan(height * 0.22);
    await station.setTime('2022-11-19 08:20:05');
    await expect(big.getByRole('region', { name: '考场规则' }).getByRole('listitem').first()).toContainText(
      '理论和实操',
    );
    await station.setTime('2022-11-19 08:26:00');
    await expect(big.getByText('现在禁止答题')).toBeVisible();
    await station.setTime('2022-11-19 09:40:00');
    await expect(big.getByText('结束时间10:00')).toBeVisible();
  });

  await test.step('killed and started again behind its last record, the page is there again by itself', async () => {
    await expect(page.getByRole('button', { name: '已领取' })).toBeVisible();
    await page.keyboard.press('F2');
    await expect(page.getByRole('button', { name: '已清场核对' })).toBeVisible();
    await station.kill();
    await expect(big.getByText('正在重新连接…')).toBeVisible();
    await expect(big.locator('.big-clock')).toHaveText(/^09:40:\d\d$/);
    await station.start('2022-11-19 09:30:00');
    await expect(big.getByText('正在重新连接…')).toBeHidden();
    await expect(big.getByText('时间待核')).toBeVisible();
    await expect(big.locator('.big-clock')).toHaveText(/^09:4\d:\d\d$/);
  });

  await test.step('it has asked for the events alone, shows no name, and made no sound', async () => {
    await big.reload();
    await expect(big.getByRole('heading', { level: 1 })).toBeVisible();
    expect([...asked].sort()).toEqual(['events.since', 'station.status']);
    const text = await big.locator('body').innerText();
    const named = people.filter(({ person }) => text.includes(person.name) || text.includes(person.ticket));
    expect(named).toEqual([]);
    await station.setTime('2022-11-19 09:50:00'); // ten minutes behind the time that the program goes by
    await expect(big.getByRole('heading', { name: '考试结束，请停止答题' })).toBeVisible();
    expect(sounds.get(big) ?? 0).toBe(0);
  });
});

test('the address decides what a page is: a link opened in the tab of 大屏 makes it a console', async ({ page }) => {
  await openReadyRoom(page, station, '08:06:30');
  await station.kill();
  const link = await station.start('2022-11-19 08:07:00');
  const stranger = await page.context().browser()?.newContext();
  const tab = await stranger?.newPage();
  if (tab === undefined) throw new Error('no browser');
  await tab.goto(`${new URL(link).origin}/#big`);
  await expect(tab.getByRole('heading', { name: '大屏没有连到本机程序' })).toBeVisible();
  await tab.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await takeOver(tab, '陈监考');
  expect(new URL(tab.url()).hash).toBe('');
  await stranger?.close();
});

test('遮挡 covers every name, lets no key through, and outlasts a reload', async ({ page }) => {
  const [first] = await peopleOfRoom001();
  await openReadyRoom(page, station, '08:06:30');
  const sheet = page.getByRole('dialog', { name: '本机屏幕已遮挡' });
  await page.getByRole('navigation').getByRole('button', { name: '座位图' }).click();
  await expect(page.getByText(first?.person.name ?? '', { exact: true })).toBeVisible();

  await test.step('one key, from wherever the focus is; nothing of the console can be seen or reached', async () => {
    await page.keyboard.press('F12');
    await expect(sheet).toBeVisible();
    await expect(sheet).toContainText(/08:06:3\d/);
    await expect(sheet).toContainText('可入场');
    await expect(sheet).not.toContainText(first?.person.name ?? '');
    expect(await page.evaluate(reachedUnderTheSheet)).toEqual([]);
    await expectSound(page, '遮挡');
  });

  await test.step('no key does anything: not F2, not a scan, not Esc', async () => {
    for (const key of ['F2', 'F10', '1', 'Enter', 'Escape', 'Escape', 'Tab', 'Space']) await page.keyboard.press(key);
    await expect(sheet).toBeVisible();
    await page.reload();
    await expect(sheet).toBeVisible();
    await page.keyboard.press('F12');
    await expect(sheet).toBeHidden();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.getByRole('navigation').getByRole('button', { name: '今日考务' }).click();
    await expect(page.getByRole('button', { name: /^已领取/ })).toBeVisible();
  });

  await test.step('it lies over an open dialog too, which is there again afterwards, and a click lifts it', async () => {
    await page.keyboard.press('F10');
    const dialog = page.getByRole('dialog', { name: '调整时间' });
    await expect(dialog).toBeVisible();
    await page.keyboard.press('F12');
    expect(await page.evaluate(reachedUnderTheSheet)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.mouse.click(600, 300);
    await expect(sheet).toBeHidden();
    await expect(dialog).toBeVisible();
    await expect(dialog.locator(':focus')).toHaveCount(1); // given back to where it was
  });

  await test.step('the button in the navigation does the same', async () => {
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '遮挡' }).click();
    await expect(sheet).toBeVisible();
  });
});

/** Runs in the page: what a pointer would hit besides the sheet. */
function reachedUnderTheSheet(): string[] {
  const hit: string[] = [];
  for (let x = 5; x < innerWidth; x += 60) {
    for (let y = 5; y < innerHeight; y += 40) {
      const element = document.elementFromPoint(x, y);
      if (element?.closest('.shield') === null) hit.push(element.className);
    }
  }
  return hit;
}

/** Sounds that each page of the context begins. */
async function countSounds(page: Page): Promise<ReadonlyMap<Page, number>> {
  const sounds = new Map<Page, number>();
  await page.context().exposeBinding('soundBegan', ({ page: source }) => {
    sounds.set(source, (sounds.get(source) ?? 0) + 1);
  });
  await page.context().addInitScript(() => {
    const own = window as unknown as { soundBegan(): void };
    window.AudioContext = new Proxy(AudioContext, {
      construct(target, args) {
        own.soundBegan();
        return new target(...args);
      },
    });
  });
  return sounds;
}
