import { expect, test } from '@playwright/test';
import { StationProcess } from '../support/station-process.ts';
import { CoursePage } from './pages/course.ts';
import { DayPage } from './pages/day.ts';
import { expectSound } from './pages/expect-sound.ts';
import { openKeptPace } from './pages/kept-pace.ts';
import { openReadyRoom } from './pages/ready-room.ts';
import { SeatsPage } from './pages/seats.ts';

/** Real milliseconds during which a key belongs to the task that stood there before. */
const AFTER_GUARD_MS = 450;

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

test('[D24] [D25] a pause is one press; its end asks what it must, shows what it leads to, and seats get theirs', async ({
  page,
}) => {
  await openKeptPace(page, station, '08:48');
  const day = new DayPage(page);
  const course = new CoursePage(page);
  await station.setTime('2022-11-19 08:50:00', { runs: false });
  await expect(page.getByText('08:50:00')).toBeVisible();

  await test.step('the lights go out: F10, Enter', async () => {
    await course.open();
    await page.keyboard.press('Enter');
    await expect(day.heading('考试已暂停')).toBeVisible();
    await expect(page.getByRole('banner')).toContainText('理论已暂停');
    await expect(day.now).toContainText('在原位安静等候');
  });

  await test.step('nothing is confirmed before every question is answered', async () => {
    await station.setTime('2022-11-19 09:08:00', { runs: false });
    await expect(day.now.getByRole('timer')).toHaveText('18:00');
    await day.press();
    await expect(course.row('结束')).toContainText('10:18');
    await expect(course.row('结束前提醒')).toContainText('10:13');
    await expect(course.row('截止入场')).toContainText('待回答');
    const confirm = course.dialog.getByRole('button', { name: '确认恢复' });
    await expect(course.missing).toHaveText('请回答：截止入场是否顺延');
    await course.answer(/^顺延至 09:18/);
    await expect(course.row('截止入场')).toContainText('09:18');
    await expect(course.missing).toHaveText('请回答：下一科怎么办');
    await course.answer(/^实操推迟到另定时间/);
    await course.dialog.getByLabel('实操开考时间').fill('10:20');
    await expect(course.missing).toHaveText('下一科的开考时间仍与本科冲突');
    await course.answer(/^实操时间不变/);
    await expect(course.missing).toHaveText('请写明原因');
    await course.approve('停电', '已电话请示');
    await expect(course.dialog.getByLabel(/^第二人/)).toHaveValue(/./);
    await expect(confirm).toBeEnabled();
    await course.confirm('确认恢复');
    await expect(page.getByRole('banner')).toContainText('08:30–10:18 待考试系统确认');
  });

  await test.step('seats 11–14 get seven minutes more, and the map says so', async () => {
    await course.open();
    await course.choose('延时');
    await course.answer('部分座位');
    await course.dialog.getByLabel('座位号').fill('11-14');
    await course.setMinutes('延长', 7);
    await expect(course.row('11–14 座结束')).toContainText('10:25');
    await course.answer(/^实操时间不变/);
    await course.approve('换座换机');
    await course.confirm('确认延时');
    await expect(page.getByRole('banner')).toContainText('11–14 座');
    const seats = new SeatsPage(page);
    await seats.open();
    await expect(seats.seat(12)).toHaveAccessibleName(/10:25 结束，待考试系统确认$/);
    await expect(seats.seat(15)).not.toHaveAccessibleName(/结束/);
  });

  await test.step('the technician ticks what he has set', async () => {
    await day.open();
    await expect(day.heading('考试系统设置')).toBeVisible();
    await expect(day.now).toContainText('全考场结束改为 10:18（延时 18 分钟）');
    await page.waitForTimeout(AFTER_GUARD_MS);
    await page.keyboard.press('F3');
    await expect(day.now).not.toContainText('全考场');
    await expect(day.now).toContainText('11–14 座结束改为 10:25（延时 7 分钟）');
    await expect(day.now).toContainText('原结束时间 10:18');
    await page.waitForTimeout(AFTER_GUARD_MS);
    await page.keyboard.press('F3');
    await expect(page.getByRole('banner')).not.toContainText('待考试系统确认');
    await expect(course.card).toContainText('考试系统已设置');
  });

  await test.step('a 撤回 of the seats’ minutes returns to the end before', async () => {
    await course.withdraw('理论延时 7 分钟');
    await expect(course.row('11–14 座结束')).toContainText('10:18');
    await course.approve('记错');
    await course.confirm('确认撤回');
    await expect(course.card).toContainText('已撤回，待考试系统改回');
    await expect(day.now).toContainText('11–14 座结束改回 10:18');
  });

  await test.step('kill −9 and a reload lose nothing', async () => {
    await station.kill();
    await station.start('2022-11-19 09:10');
    await page.reload();
    await expect(page.getByRole('banner')).toContainText('08:30–10:18');
    await expect(course.card.getByRole('listitem')).toHaveCount(4);
    await expect(course.card).toContainText('停电');
  });
});

test('[R25] a start confirmed more than two minutes late asks whether the end moves along, and records what is said', async ({
  page,
}) => {
  await openReadyRoom(page, station, '08:20');
  const course = new CoursePage(page);
  await station.setTime('2022-11-19 08:34:10', { runs: false });
  const start = page.getByRole('button', { name: /^确认 08:30 理论 · 宣布开考/ });
  await start.click();
  await expect(course.dialog).toHaveAccessibleName('比计划晚 4 分钟。是否延迟开考？');
  await page.keyboard.press('Escape');
  await expect(course.dialog).toBeHidden();
  await expect(start).toBeEnabled();
  await start.click();
  await course.answer(/^延迟开考/);
  await expect(course.row('开考')).toContainText('08:34');
  await expect(course.row('结束')).toContainText('10:04');
  await course.approve('人员未到齐');
  await course.confirm('延迟开考并记录开考');
  await expect(page.getByRole('banner')).toContainText('08:34–10:04 待考试系统确认');
  await expect(start).toHaveCount(0);
});

test('[D2] [D24] the power went three minutes ago: a pause entered later counts from then, with a reason and two people', async ({
  page,
}) => {
  await openKeptPace(page, station, '08:53');
  const course = new CoursePage(page);
  await station.setTime('2022-11-19 08:53:30', { runs: false });
  await expect(page.getByText('08:53:30')).toBeVisible();
  await course.open();
  await course.answer('更早（补录）');
  await course.dialog.getByRole('button', { name: '3 分钟前' }).click();
  await expect(course.missing).toHaveText('请写明原因');
  await course.dialog.getByRole('button', { name: '停电' }).click();
  await course.confirm('确认暂停', { isCoSigned: true });
  await expect(new DayPage(page).now.getByRole('timer')).toHaveText('03:30');
  await expect(course.card).toContainText('补录于 08:53');
});

test('the dialogs about the minutes, the paused card and the seats’ ends can be read by everybody', async ({
  page,
}) => {
  await openKeptPace(page, station, '08:50');
  const course = new CoursePage(page);
  await course.open();
  await course.choose('延时');
  await course.answer('部分座位');
  await course.dialog.getByLabel('座位号').fill('11-14');
  await course.setMinutes('延长', 7);
  await expectSound(page, '延时 of seats, its question open');
  await course.answer(/^实操时间不变/);
  await course.approve('换座换机');
  await course.confirm('确认延时');
  await new SeatsPage(page).open();
  await expectSound(page, '座位图 with ends of its own');
  await course.open();
  await course.confirm('确认暂停');
  await new DayPage(page).open();
  await expectSound(page, '已暂停');
  await course.open();
  await expectSound(page, '恢复考试, its questions open');
});
