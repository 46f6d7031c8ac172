import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { as, type RoomNo } from '../../shared/ids.ts';
import { codesOn } from '../support/package-day.ts';
import { pdfText } from '../support/poppler.ts';
import { StationProcess } from '../support/station-process.ts';
import { expectSound } from './pages/expect-sound.ts';
import { bindTo, makeDay, takeOver } from './pages/first-start.ts';
import { SeatsPage } from './pages/seats.ts';

const ROSTER = [
  '准考证号,姓名,证件号码,级别,考场编号,座位号,科目',
  '221137010030107,王芳,210199200407065483,高级,001,1,理论',
  '221137010030207,李明,210199200610033866,高级,002,1,理论',
  '221137010030307,赵强,210199200104174512,高级,003,1,理论',
].join('\r\n');
const STAFF = [
  '姓名,角色,考场,电话,培训,PIN',
  '陈监考,监考员,002,13800000001,是,1111',
  '林监考,监考员,002,13800000002,是,2222',
].join('\r\n');
const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}`) });
const ROOM = '002';

let office: StationProcess;
let room: StationProcess;
test.beforeEach(() => {
  office = new StationProcess();
  room = new StationProcess();
});
test.afterEach(() => Promise.all([office.end(), room.end()]));

/** Makes the package for the three rooms; answers where the file was saved, and the groups on this room's slip. */
async function makePackage(page: Page): Promise<{ readonly file: string; readonly groups: readonly string[] }> {
  await page.getByRole('button', { name: '生成数据包…' }).click();
  await page.getByRole('button', { name: '生成', exact: true }).click();
  const saving = page.waitForEvent('download', { timeout: 30_000 });
  await page.getByRole('button', { name: '保存文件' }).click({ timeout: 30_000 });
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/\.kwb$/);
  const answered = page.waitForResponse(/package\.readCodes/);
  await page.getByRole('button', { name: '打印口令单' }).click();
  const { value } = (await (await answered).json()) as { value: { bytes: string } };
  await page.getByRole('button', { name: '都拿到了，从本机清除' }).click();
  const groups = codesOn(pdfText(Buffer.from(value.bytes, 'base64'))).get(as<RoomNo>(ROOM)) ?? [];
  return { file: await download.path(), groups };
}

test('from the chief’s first start to a room that began with his package, switches by PIN and changes a seat by telephone', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);

  await test.step('the chief makes day, rooms and staff at the exam office', async () => {
    await page.goto(await office.start('2022-11-19 07:10'));
    await makeDay(page);
    await page.getByLabel('选择名单文件').setInputFiles(csv('名单.csv', ROSTER));
    await bindTo(page, /考务办公室/);
    await page.getByRole('navigation').getByRole('button', { name: '设置' }).click();
    await page.getByRole('button', { name: '打开考务人员…' }).click();
    await page.getByRole('button', { name: '导入名单…' }).click();
    const dialog = page.getByRole('dialog', { name: '导入考务人员' });
    await dialog.locator('input[type=file]').setInputFiles(csv('考务人员.csv', STAFF));
    await dialog.getByRole('button', { name: '导入 2 人' }).click();
    const pins = page.getByRole('dialog', { name: '初始 PIN' });
    await expect(pins).toContainText('1111');
    await pins.getByText('名单已交给本人或密封保管').click();
    await pins.getByRole('button', { name: '都记好了，关闭' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  const { file, groups } = await test.step('the package for three rooms: a file and three slips', async () => {
    await page.getByRole('button', { name: '返回设置' }).click();
    return makePackage(page);
  });
  expect(groups).toHaveLength(4);
  expect(readFileSync(file).includes('李明')).toBe(false);

  const own = await context.newPage();
  await test.step('the room takes file and slip, and is ready for its two invigilators', async () => {
    await own.goto(await room.start('2022-11-19 07:40'));
    await own.getByRole('button', { name: /^从考务数据包开始/ }).click();
    await own.locator('input[type=file]').setInputFiles(file);
    await own.getByRole('radio', { name: new RegExp(`^${ROOM}`) }).check();
    await own.getByRole('textbox', { name: '第 1 组' }).focus();
    await own.keyboard.type(groups.join(''));
    await own.getByRole('button', { name: '接收，开始使用' }).click();
    await expect(own.getByRole('dialog', { name: '现在由谁操作本机？' })).toBeVisible({ timeout: 15_000 });
    await expectSound(own, '现在由谁操作本机');
    await takeOver(own, '陈监考', '1111');
  });

  await test.step('the other one takes over by two keys and his PIN; five wrong ones lock nobody out', async () => {
    await room.setTime('2022-11-19 08:05:00');
    await own.keyboard.press('Alt+2');
    const sheet = own.getByRole('dialog', { name: '换人操作' });
    for (let wrong = 1; wrong <= 5; wrong += 1) {
      await sheet.getByLabel('PIN').fill('9999');
      await own.keyboard.press('Enter');
      await expect(sheet.getByLabel('PIN')).toHaveValue('');
      await expect(sheet.getByRole('alert')).toContainText(wrong < 3 ? 'PIN 不对' : `已连续 ${wrong} 次`);
      await room.elapse(61_000);
    }
    await expect(sheet.getByRole('button', { name: /^按姓名继续/ })).toBeVisible();
    await sheet.getByLabel('PIN').fill('2222');
    await own.keyboard.press('Enter');
    await expect(own.getByRole('button', { name: /当前操作.*林监考/ })).toBeVisible();
  });

  await test.step('a seat is changed: the room says its number, the chief answers with the code', async () => {
    const seats = new SeatsPage(own);
    await seats.open();
    await seats.seat(1).click();
    await own.getByRole('button', { name: /^换座/ }).click();
    const dialog = own.getByRole('dialog', { name: /^换座：01 座/ });
    await dialog.getByLabel('换到几号座位').fill('41');
    await dialog.getByRole('button', { name: '机器故障，不能恢复' }).click();
    await dialog.getByRole('radio', { name: '电话批准' }).check();
    await expect(dialog.locator('.approval-number')).toHaveText('01');
    await expectSound(own, '换座');

    await page.bringToFront();
    await page.getByRole('navigation').getByRole('button', { name: '今日考务' }).click();
    await page.keyboard.press('F8');
    const call = page.getByRole('dialog', { name: '答复考场来电' });
    await call.getByRole('radio', { name: ROOM }).check();
    await call.getByLabel('请求码').fill('01');
    await call.getByRole('radio', { name: '换座' }).check();
    await call.getByRole('button', { name: '批准，显示批准码' }).click();
    const code = (await call.getByLabel('批准码').textContent()) ?? '';

    await own.bringToFront();
    await dialog.getByLabel('主考说的批准码').fill(code);
    await dialog.getByRole('button', { name: '确认换座' }).click();
    await expect(dialog).toBeHidden();
    await expect(seats.seat(41)).toHaveAccessibleName(/李明/);
  });
});
