import { expect, type Page, test } from '@playwright/test';
import type { StationClient } from '../../shared/contract/client.ts';
import { as, type RoomNo } from '../../shared/ids.ts';
import { someAnswers } from '../support/a-day.ts';
import { checkInOf, enactRoom, importRoster, PIN, ROOM, SCENARIO_DAY, valueOf } from '../support/day-scenario.ts';
import { fillFolder } from '../support/prepared-folder.ts';
import { prepareStation } from '../support/prepared-station.ts';
import { peopleOfRoom001 } from '../support/room-001.ts';
import { StationProcess } from '../support/station-process.ts';
import { expectSound } from './pages/expect-sound.ts';
import { coSign, takeOver } from './pages/first-start.ts';
import { personAt, prepareReadyRoom } from './pages/ready-room.ts';
import { SeatsPage } from './pages/seats.ts';

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

/** Seats that nobody has taken. */
const EMPTY = [3, 11];

/** Room 001 with everybody in but two, opened at this time. */
async function openRoom(page: Page, time: string): Promise<SeatsPage> {
  await fillFolder(station.dataDir, admitAll);
  await page.goto(await station.start(`2022-11-19 ${time}`));
  await takeOver(page, '陈监考');
  const seats = new SeatsPage(page);
  await seats.open();
  return seats;
}

async function admitAll(dataDir: string): Promise<void> {
  const { first, candidates } = await prepareReadyRoom(dataDir);
  await prepareStation(dataDir, '2022-11-19 08:10', async (client) => {
    for (const card of candidates.filter(({ seat }) => !EMPTY.includes(seat)))
      valueOf(await client.invoke('checkIn.confirm', checkInOf(card), { actor: first }));
  });
}

test('[R40] a paper submitted by leaving full screen keeps the person in the room until leaving opens, to the second', async ({
  page,
}) => {
  const seats = await openRoom(page, '08:40');
  const person = personAt(await peopleOfRoom001(), 20);
  const panel = await seats.choose(person);
  await expect(seats.count('在场')).toContainText('38');

  await test.step('T+10: submitted by the exam system, still there, leaving refused by its rule', async () => {
    await panel.getByRole('button', { name: '系统已交卷 退出全屏' }).click();
    await expect(seats.seat(20)).toHaveAccessibleName(`20 座 ${person.person.name}，已交卷·在场`);
    await expect(seats.count('系统已交卷')).toContainText('1');
    await expect(panel.getByText('09:00:00 起可离场，R27')).toBeVisible();
    await expect(panel.getByRole('button', { name: '离场' })).toBeDisabled();
    await page.keyboard.press('F4');
    await expect(seats.count('已离场')).toContainText('0');
  });

  await test.step('a millisecond before T+30 it is refused still, at T+30:00 it is not', async () => {
    await station.setTime('2022-11-19 08:59:59.999', { runs: false });
    await expect(page.getByText('08:59:59')).toBeVisible();
    await expect(panel.getByRole('button', { name: '离场' })).toBeDisabled();
    await station.setTime('2022-11-19 09:00:00', { runs: false });
    await expect(panel.getByRole('button', { name: '离场' })).toBeEnabled();
    await page.keyboard.press('F4');
    await expect(seats.seat(20)).toHaveAccessibleName(/已离场/);
    await expect(panel.getByRole('list', { name: '记录' })).toContainText('09:00:00离场');
  });

  await test.step('kill −9 and a reload lose nothing', async () => {
    await station.kill();
    await station.start('2022-11-19 09:01');
    await page.reload();
    await expect(seats.seat(20)).toHaveAccessibleName(/已离场/);
    await seats.choose(person);
    const history = panel.getByRole('list', { name: '记录' }).getByRole('listitem');
    await expect(history).toHaveCount(3);
    await expect(history.nth(1)).toContainText('08:40');
    await expect(history.nth(1)).toContainText('系统已交卷（退出全屏）');
  });
});

test('[C06] 交卷 and 离场 are two acts, each taken back alone at once and by two later', async ({ page }) => {
  const seats = await openRoom(page, '09:20');
  const person = personAt(await peopleOfRoom001(), 5);
  const panel = await seats.choose(person);
  await expect(panel.getByText('先交卷，再离场')).toBeVisible();

  await page.keyboard.press('F3');
  await expect(seats.seat(5)).toHaveAccessibleName(/已交卷·在场/);
  await expect(page.getByText(`05 ${person.person.name} 已交卷`)).toBeVisible();
  await page.keyboard.press('F9');
  await expect(seats.seat(5)).toHaveAccessibleName(/，在场$/);

  await page.keyboard.press('F3');
  await expect(seats.seat(5)).toHaveAccessibleName(/已交卷·在场/);
  await expect(panel.getByRole('button', { name: '离场' })).toBeEnabled();
  await page.keyboard.press('F4');
  await expect(seats.seat(5)).toHaveAccessibleName(/已离场/);
  await page.reload();
  await seats.choose(person);
  await panel.getByRole('button', { name: /撤销 .*离场/ }).click();
  const dialog = page.getByRole('dialog', { name: `撤销 ${person.person.name} 的记录` });
  await dialog.getByLabel('原因').fill('看错了座位，考生仍在作答');
  await dialog.getByRole('button', { name: '撤销记录' }).click();
  await coSign(page);
  await expect(dialog).toBeHidden();
  await expect(seats.seat(5)).toHaveAccessibleName(/已交卷·在场/);
  await expect(panel.getByRole('list', { name: '记录' })).toContainText('已撤销');
});

test('[R41] a violation stands by two invigilators, shows on the seat and waits for the exam system', async ({
  page,
}) => {
  const seats = await openRoom(page, '09:16');
  const person = personAt(await peopleOfRoom001(), 22);
  const nav = page.getByRole('navigation').getByRole('button', { name: /违纪处理/ });
  const panel = await seats.choose(person);

  await test.step('the form wants a code, the facts and the second invigilator', async () => {
    await panel.getByRole('button', { name: /违纪登记/ }).click();
    const dialog = page.getByRole('dialog', { name: `违纪登记：22 座 ${person.person.name}` });
    const confirm = dialog.getByRole('button', { name: '登记违纪' });
    await dialog.getByLabel('按代码或词查找').fill('接收信息');
    await dialog.getByRole('radio', { name: /^64/ }).check();
    await expect(confirm).toBeDisabled();
    await dialog.getByLabel('违规事实').fill('09:15 使用手机，手机已收，机号 22');
    await dialog.getByLabel('另一名监考员').selectOption('');
    await expect(confirm).toBeDisabled();
    await dialog.getByLabel('另一名监考员').selectOption({ label: '林监考' });
    await dialog.getByLabel('暂扣物品').fill('黑色手机一部');
    await dialog.getByLabel('准考证暂扣').check();
    await expect(dialog.getByText(/准考证号是下一科登录所需/)).toBeVisible();
    await confirm.click();
    await coSign(page);
    await expect(page.getByText(/已登记，记录号 A#\d+/)).toBeVisible();
    await page.getByRole('button', { name: '知道了' }).click();
    await expect(seats.seat(22)).toHaveAccessibleName(`22 座 ${person.person.name}，违纪 1`);
  });

  await test.step('违纪处理 lists it and counts it until it stands in the exam system', async () => {
    await expect(nav).toContainText('1');
    await nav.click();
    const row = page.getByRole('list', { name: '违纪与警告' }).getByRole('listitem');
    await expect(row).toContainText('陈监考、林监考');
    await expect(row).toContainText('09:15 使用手机');
    await expect(row).toContainText('暂扣：黑色手机一部');
    await row.getByRole('button', { name: /已在监考管理系统登记/ }).click();
    await expect(row).toContainText('陈监考 已登记');
    await expect(nav).not.toContainText('1');
    await row.getByRole('button', { name: /^撤销 A#\d+ 的登记 \d+ 秒/ }).click();
    await expect(nav).toContainText('1');
  });

  await test.step('kill −9 keeps it, text and all', async () => {
    await station.kill();
    await station.start('2022-11-19 09:17');
    await page.reload();
    await expect(page.getByRole('list', { name: '违纪与警告' })).toContainText('09:15 使用手机');
    await page.keyboard.press('F2');
    await expect(page.getByRole('dialog', { name: '登记违纪：是哪一位？' })).toBeVisible();
  });
});

test('the room is walked by keyboard; what a scanner types goes into the field and acts on nobody', async ({
  page,
}) => {
  const seats = await openRoom(page, '09:20');
  const people = await peopleOfRoom001();
  await seats.choose(personAt(people, 1));
  await page.keyboard.press('ArrowRight');
  await expect(seats.seat(2)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(seats.seat(10)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(seats.panel(personAt(people, 10))).toBeFocused();

  const scanned = personAt(people, 28);
  await page.keyboard.type(scanned.person.ticket);
  await page.keyboard.press('Enter');
  await expect(seats.panel(scanned)).toBeVisible();
  await expect(seats.seat(28)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.type('7');
  await expect(seats.panel(personAt(people, 7))).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(seats.count('在场')).toContainText('38');
});

test('a scan right after F2 finds its person; what is written in a form is not thrown away by a slip', async ({
  page,
}) => {
  const seats = await openRoom(page, '09:20');
  const people = await peopleOfRoom001();
  const dialog = page.getByRole('dialog');

  await test.step('the scanner types as soon as the dialog stands', async () => {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /违纪处理/ })
      .click();
    await page.keyboard.press('F2');
    await expect(page.getByRole('textbox', { name: '座位号、准考证号或姓名' })).toBeFocused();
    await page.keyboard.type(personAt(people, 28).person.ticket);
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText(`28 座 ${personAt(people, 28).person.name}`);
    await expect(dialog).toHaveAccessibleName('登记违纪：是哪一位？');
    await dialog.getByRole('button', { name: '填写违纪' }).click();
    await expect(dialog).toHaveAccessibleName(/^违纪登记：28 座/);
    await page.keyboard.press('Escape');
    await expect(dialog, 'nothing is written yet').toBeHidden();
  });

  await seats.open();
  const panel = await seats.choose(personAt(people, 5));
  for (const [open, label] of [
    ['记一笔', '内容'],
    ['口头警告', '事实（可不填）'],
    ['违纪登记', '违规事实'],
  ] as const) {
    await test.step(`${open}: neither a click beside it nor Esc loses the text`, async () => {
      await panel.getByRole('button', { name: new RegExp(`^${open}`) }).click();
      await dialog.getByLabel(label).fill('09:19 侧身看 04 座屏幕');
      await page.mouse.click(20, 740);
      await page.keyboard.press('Escape');
      await expect(dialog.getByLabel(label)).toHaveValue('09:19 侧身看 04 座屏幕');
      await dialog.getByRole('button', { name: '取消' }).click();
      await expect(dialog).toBeHidden();
    });
  }

  await test.step('locked, no key works what lies beneath, and the next one finds the form as it was', async () => {
    await panel.getByRole('button', { name: /^记一笔/ }).click();
    await dialog.getByLabel('内容').fill('09:19 侧身看 04 座屏幕');
    await page.keyboard.press('Alt+0');
    await takeOver(page, '林监考');
    await expect(dialog.getByLabel('内容')).toHaveValue('09:19 侧身看 04 座屏幕');
    await dialog.getByRole('button', { name: '取消' }).click();
    await page.keyboard.press('Alt+1');
    const sheet = page.getByRole('dialog', { name: '换人操作' });
    await expect(sheet).toBeVisible();
    await page.keyboard.press('F8');
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  });

  await test.step('补录 begins with its time', async () => {
    await panel.getByRole('button', { name: '补录…' }).click();
    await expect(dialog.getByLabel('实际时间')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });
});

test('what concerns the room and no seat is written with no seat chosen, and taken back', async ({ page }) => {
  await openRoom(page, '09:20');
  const panel = page.getByRole('region', { name: '本考场' });
  await page.keyboard.press('F8');
  const dialog = page.getByRole('dialog', { name: '记一笔：本考场' });
  await dialog.getByRole('radio', { name: '设备与监控' }).check();
  await dialog.getByLabel('内容').fill('2 号摄像头画面停顿，09:18 恢复');
  await dialog.getByRole('button', { name: '记下' }).click();
  await expect(dialog).toBeHidden();
  const notes = panel.getByRole('list', { name: '记录' });
  await expect(notes).toContainText('2 号摄像头画面停顿，09:18 恢复');
  await page.reload();
  await expect(notes).toContainText('2 号摄像头画面停顿，09:18 恢复');
  await expectSound(page, '座位图, a note of the room');
  await page.keyboard.press('F8');
  await dialog.getByRole('radio', { name: '其他' }).check();
  await dialog.getByLabel('内容').fill('楼道噪声');
  await dialog.getByRole('button', { name: '记下' }).click();
  await expect(page.getByRole('button', { name: /^撤销 已记一笔/ })).toBeEnabled();
  await page.keyboard.press('F9');
  await expect(notes.getByRole('listitem').filter({ hasText: '楼道噪声' })).toContainText('已撤销');
});

test('[R32] where the technician must confirm, leaving asks for it and names him', async ({ page }) => {
  await prepareStation(station.dataDir, '2022-11-19 08:40', enactR2021);
  await page.goto(await station.start('2022-11-19 09:40'));
  await takeOver(page, '陈监考');
  const seats = new SeatsPage(page);
  await seats.open();
  const panel = await seats.choose(personAt(await peopleOfRoom001(), 1));
  await expect(panel.getByRole('button', { name: /系统已交卷/ })).toHaveCount(0);
  await page.keyboard.press('F3');
  await expect(seats.seat(1)).toHaveAccessibleName(/已交卷·在场/);
  await expect(panel.getByRole('button', { name: '离场' })).toBeEnabled();
  await page.keyboard.press('F4');
  const dialog = page.getByRole('dialog', { name: /离场/ });
  await expect(dialog.getByRole('button', { name: '离场' })).toBeDisabled();
  await expect(dialog.getByLabel('技术支持', { exact: true })).toHaveText(/赵工/);
  await dialog.getByLabel('技术支持已确认本人交卷成功').check();
  await dialog.getByRole('button', { name: '离场' }).click();
  await expect(seats.seat(1)).toHaveAccessibleName(/已离场/);
  await expect(panel).toContainText('离场，技术支持已确认交卷');
});

async function enactR2021(client: StationClient): Promise<void> {
  valueOf(await client.invoke('day.make', { ...SCENARIO_DAY, edition: 'R2021', answers: someAnswers('R2021') }));
  const { staff } = valueOf(await client.invoke('staff.list', {}));
  const chief = staff[0]?.staff;
  if (chief === undefined) throw new Error('a day without a chief');
  await importRoster(client, chief, { kind: 'room', room: ROOM });
  const people = [
    ['invigilator', '陈监考'],
    ['invigilator', '林监考'],
    ['technician', '赵工'],
  ] as const;
  for (const [role, name] of people)
    valueOf(await client.invoke('staff.enlist', { role, room: ROOM, name, pin: PIN }, { actor: chief }));
  const { candidates } = valueOf(await client.invoke('candidates.list', { room: ROOM }, { actor: chief }));
  const first = candidates.find(({ seat }) => seat === 1);
  if (first === undefined) throw new Error('a room without seat 1');
  valueOf(await client.invoke('checkIn.confirm', checkInOf(first), { actor: chief }));
}

for (const count of [27, 60]) {
  test(`a room of ${count} is drawn whole`, async ({ page }) => {
    const rows = Array.from({ length: count }, (_, index) => {
      const seat = String(index + 1);
      return `2211370100${seat.padStart(3, '0')}07,考生${seat},,高级,003,${seat}`;
    });
    const csv = `准考证号,姓名,证件号码,级别,考场编号,座位号\n${rows.join('\n')}\n`;
    await prepareStation(station.dataDir, '2022-11-19 07:00', (client) => enactRoom(client, as<RoomNo>('003'), csv));
    await page.goto(await station.start('2022-11-19 08:10'));
    await takeOver(page, '陈监考');
    const seats = new SeatsPage(page);
    await seats.open();
    await expect(seats.count('未到')).toContainText(String(count));
    await seats.field.fill(String(count));
    await expect(seats.seat(count)).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('heading', { level: 2, name: `考生${count}` })).toBeVisible();
  });
}

test('both screens and their forms can be read by everybody', async ({ page }) => {
  const seats = await openRoom(page, '09:16');
  const people = await peopleOfRoom001();
  const panel = await seats.choose(personAt(people, 5));
  await page.keyboard.press('F3');
  await expect(seats.seat(5)).toHaveAccessibleName(/已交卷/);
  await expectSound(page, '座位图');
  await panel.getByRole('button', { name: '口头警告', exact: true }).click();
  await page.getByRole('radio', { name: /^54/ }).check();
  await expectSound(page, '口头警告');
  await page.getByRole('button', { name: '记下口头警告' }).click();
  await expect(seats.seat(5)).toHaveAccessibleName(/口头警告 1/);
  await panel.getByRole('button', { name: /违纪登记/ }).click();
  await expectSound(page, '违纪登记');
  await page.getByRole('button', { name: '取消' }).click();
  await page.getByRole('navigation').getByRole('button', { name: '违纪处理' }).click();
  await expectSound(page, '违纪处理');
});
