import { expect, type Locator, test } from '@playwright/test';
import { importRoster, makeDay } from '../support/day-scenario.ts';
import { prepareStation } from '../support/prepared-station.ts';
import { StationProcess } from '../support/station-process.ts';
import { expectSound } from './pages/expect-sound.ts';
import { CheckInPage } from './pages/check-in.ts';
import { DayPage, openAfterEntry } from './pages/day.ts';
import { DocumentsPage } from './pages/documents.ts';
import { coSign, takeOver } from './pages/first-start.ts';
import { PIN } from '../support/own-pins.ts';

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

/** The first lies wholly higher on screen than the second begins. */
async function expectAbove(upper: Locator, lower: Locator): Promise<void> {
  const [above, below] = [await upper.boundingBox(), await lower.boundingBox()];
  if (above === null || below === null) throw new Error('not on screen');
  expect(above.y + above.height).toBeLessThanOrEqual(below.y);
}

test('from the cut-off to the signed record, by keyboard and by hand', async ({ page }) => {
  test.setTimeout(120_000);
  const { candidates } = await openAfterEntry(page, station, '09:00:20');
  const day = new DayPage(page);
  const documents = new DocumentsPage(page);
  const nameAt = (seat: number) => candidates.find((card) => card.seat === seat)?.name ?? '';

  await test.step('T+30: entry is called closed aloud, then the absent are recorded by one key', async () => {
    await day.sayUntil(/停止入场/);
    await day.press();
    await day.sayUntil(/缺考登记/);
    const people = day.now.getByRole('list', { name: '未到考生' }).getByRole('listitem');
    await expect(people).toHaveCount(3);
    for (const seat of [38, 39, 40]) await expect(people.filter({ hasText: nameAt(seat) })).toHaveCount(1);
    await expect(people.filter({ hasText: nameAt(38) })).toContainText('拒绝入场');
    await day.now.getByRole('checkbox').nth(1).uncheck();
    await expect(day.now).toContainText('还在核实');
    await expect(day.now.getByRole('button', { name: '登记缺考 2 人' })).toBeVisible();
    await expectSound(page, '缺考登记');
    await day.now.getByRole('checkbox').nth(1).check();
    await day.press();
    await expect(page.getByRole('region', { name: '理论缺考' })).toContainText('已登记缺考 3 人');
    await expect(page.getByText(/应到 40，实到 37，缺考 3，迟到 2/)).toBeVisible();
  });

  await test.step('what is not in the exam system yet is asked for next; one of three is ticked', async () => {
    await expect(day.heading(/监考管理系统登记/)).toBeVisible();
    await day.now.getByRole('checkbox', { name: new RegExp(`${nameAt(38)} 缺考`) }).click();
    await expect(day.now).toContainText('以下 2 条');
    await expectSound(page, '监考管理系统登记');
  });

  await test.step('before 收卷 the record says what is missing', async () => {
    await documents.open();
    await page.getByRole('button', { name: /^查看.*考场情况记录单 理论考试/ }).click();
    await expect(documents.record).toContainText('应到 40 = 实到 37 + 缺考 3');
    await expect(page.getByText('收卷之后才能签名和打印')).toBeVisible();
    await expect(page.getByRole('button', { name: /签名/ })).toHaveCount(0);
    await expectSound(page, 'a record before 收卷');
    await day.open();
  });

  await test.step('E: announced, then collected with the figures and the differences in view', async () => {
    await station.setTime('2022-11-19 09:55:00');
    await expect(day.heading(/提醒剩余时间/), 'takes the place of the paper work').toBeVisible();
    await day.press();
    await expect(day.heading(/连场/), 'a question with a time of its own').toBeVisible();
    await day.now.getByRole('radio', { name: /^离场重进/ }).check();
    await day.now.getByRole('radio', { name: '当面批准' }).check();
    await day.press();
    await coSign(page);
    await expect(day.heading(/监考管理系统登记/)).toBeVisible();
    await station.setTime('2022-11-19 10:00:00');
    await expect(day.heading(/宣布考试结束/)).toBeVisible();
    await day.press();
    await expect(day.heading(/收卷/)).toBeVisible();
    await expect(day.now).toContainText('人数相符');
    await expect(day.now).toContainText('还有 2 条没有登记');
    const collect = day.now.getByRole('button', { name: '确认收卷' });
    await expect(collect).toBeDisabled();
    await day.now.getByRole('button', { name: new RegExp(`05 座 ${nameAt(5)}`) }).click();
    await expect(day.now).toContainText('请写明未交卷的原因');
    await page.keyboard.type('电脑死机，答案未上传');
    await day.now.getByRole('button', { name: new RegExp(`07 座 ${nameAt(7)}`) }).click();
    const why = day.now.getByLabel(`07 座 ${nameAt(7)} 未交卷的原因`);
    await expect(why).toBeFocused();
    await expectAbove(why, page.locator('.collect-foot'));
    await expectSound(page, '收卷');
    await day.now.getByRole('button', { name: new RegExp(`07 座 ${nameAt(7)}`) }).click();
    await page.keyboard.press('F4');
    await expect(day.now).not.toContainText('没有登记');
    await page.keyboard.press('F3');
    await expect(collect).toBeEnabled();
    await day.press();
    const said = page.getByRole('region', { name: '理论考试收卷记录' });
    await expect(said).toContainText('应到 40 = 实到 37 + 缺考 3');
    await expect(said).toContainText(`未交卷 05 ${nameAt(5)}`);
  });

  await test.step('both sign by drawing, one after the other', async () => {
    await page
      .getByRole('navigation', { name: '还有待办' })
      .getByRole('button', { name: /考场情况记录单/ })
      .click();
    await expect(day.heading(/考场情况记录单/)).toBeVisible();
    await day.press();
    await expect(documents.record).toContainText('电脑死机，答案未上传');
    await expectSound(page, 'a record to sign');
    await documents.nextSigns('陈监考');
    await expect(page.getByRole('dialog')).toContainText('具有证明作用的，仍是打印后的手写签名');
    await expectSound(page, '签名');
    await documents.draw('陈监考');
    await documents.nextSigns('林监考');
    await documents.draw('林监考', PIN);
  });

  await test.step('the record as it is printed, and its reprint', async () => {
    const print = page.getByRole('button', { name: '留空白签名栏打印' });
    await print.click();
    const text = await documents.openedText();
    expect(text).toContain('考场情况记录单');
    expect(text).toMatch(/应到 40 = 实到 37 \+ 缺考 3/);
    for (const seat of [5, 36, 37, 38, 39, 40]) expect(text).toContain(nameAt(seat));
    expect(text).toContain('电脑死机，答案未上传');
    expect(text.match(/手写签名图样/g)).toHaveLength(2);
    expect(text).not.toContain('重印');
    const record = page.getByRole('button', { name: /^查看.*考场情况记录单 理论考试/ });
    await expect(page.getByRole('region', { name: '理论考试' })).toContainText('再次生成会标「重印」');
    await record.click();
    await print.click();
    await expect(page.getByRole('button', { name: '打开 考场情况记录单 理论 第 2 份' })).toBeVisible();
    expect(await documents.openedText()).toContain('重印');
    await expectSound(page, 'a record printed');
  });
});

test('a 补录 after 收卷 lapses the signatures and is told on both screens', async ({ page }) => {
  test.setTimeout(120_000);
  const { candidates } = await openAfterEntry(page, station, '10:00:00');
  const day = new DayPage(page);
  const documents = new DocumentsPage(page);
  await day.sayUntil(/缺考登记/);
  await day.press();
  await day.sayUntil(/收卷/);
  await page.keyboard.press('F3');
  await day.press();
  const said = page.getByRole('region', { name: '理论考试收卷记录' });
  await expect(said).toBeVisible();
  await documents.open();
  await page.getByRole('button', { name: /^查看.*考场情况记录单 理论考试/ }).click();
  await expect(documents.record).toContainText('应到 40 = 实到 37 + 缺考 3');
  await documents.nextSigns('陈监考');
  await documents.draw('陈监考');

  const late = candidates[39];
  if (late === undefined) throw new Error('seat 40 is empty');
  const desk = new CheckInPage(page);
  await desk.open();
  await page.getByRole('button', { name: '理论', exact: true }).click();
  await desk.scan(late.ticket);
  await page.getByRole('button', { name: '补录…' }).click();
  await page.getByLabel('实际入场时间').fill('8:20');
  await page.getByLabel('原因').fill('从后门进场，漏签');
  await page.getByRole('button', { name: '补录入场' }).click();
  await coSign(page);
  await expect(page.getByRole('dialog')).toBeHidden();

  await day.open();
  await expect(said).toContainText('收卷之后人数变了，现在是应到 40 = 实到 38 + 缺考 2');
  await expect(page.getByText('收卷之后人数有变，与收卷时所记不符')).toBeVisible();
  await documents.open();
  await expect(page.getByText('1 人的签名作废，需重新签字')).toBeVisible();
  await expect(documents.signer('陈监考').getByRole('button', { name: /签名/ })).toBeVisible();
  await expectSound(page, 'a lapsed signature');
});

test('the office prints twelve rooms into one file and ticks who has fetched them', async ({ page }) => {
  test.setTimeout(120_000);
  await prepareStation(station.dataDir, '2022-11-19 07:00', async (client) => {
    await importRoster(client, await makeDay(client), { kind: 'office' });
  });
  await page.goto(await station.start('2022-11-19 07:29:00'));
  await takeOver(page, '周主考');
  await expectSound(page, '今日考务 at the office');
  await page.keyboard.press('F2');
  const documents = new DocumentsPage(page);
  await page.getByRole('button', { name: '生成 12 个考场的签到表' }).click();
  await expect(page.getByRole('link', { name: '另存' })).toBeVisible({ timeout: 20_000 });
  const text = await documents.openedText();
  for (let room = 1; room <= 12; room += 1) expect(text).toContain(`实训楼${200 + room}`);
  await expect(page.getByRole('button', { name: '打开 考生签到表 理论 12 个考场' })).toBeVisible();
  const board = page.getByRole('region', { name: '签到表领取' });
  await board.getByRole('checkbox', { name: '005 考场 已领取' }).click();
  await expect(board).toContainText('领取 1 / 12');
  await expect(board.getByRole('listitem').filter({ hasText: '005' })).toContainText(/07:29 已领取/);
  await expectSound(page, '文书打印 at the office');
  await page.reload();
  await expect(board).toContainText('领取 1 / 12');
  await page.keyboard.press('F2');
  await expect(page.getByRole('button', { name: '重印 12 个考场的签到表' })).toBeEnabled();
  await expect(page.getByRole('button', { name: /^打开 考生签到表/ })).toHaveCount(1);
});

test('[C04] while two papers run no main screen is longer than the window', async ({ page }) => {
  await openAfterEntry(page, station, '09:00:20');
  const day = new DayPage(page);
  await day.sayUntil(/缺考登记/);
  await day.press();
  await expect(page.getByRole('region', { name: '理论缺考' })).toBeVisible();
  await station.setTime('2022-11-19 09:40:05');
  await expect(page.getByRole('region', { name: '实操考试人数' })).toBeVisible();
  for (const screen of ['今日考务', '考生签到', '座位图', '文书打印']) {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${screen}`) })
      .click();
    const main = page.getByRole('main', { name: screen });
    await expect(main).toBeVisible();
    expect(await main.evaluate((place) => place.scrollHeight - place.clientHeight), screen).toBe(0);
  }
});
