import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { pinyin } from 'pinyin-pro';
import { pdfText } from '../support/poppler.ts';
import { peopleOfRoom001 } from '../support/room-001.ts';
import { StationProcess } from '../support/station-process.ts';
import { CheckInPage } from './pages/check-in.ts';
import { setUpRoom001, takeOver } from './pages/first-start.ts';

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

/** What an invigilator may know of somebody, in turn: the scan, the seat, the initials, the name. */
function knownAs(index: number, { seat, person }: { seat: number; person: { ticket: string; name: string } }): string {
  switch (index % 4) {
    case 0:
      return person.ticket;
    case 1:
      return String(seat);
    case 2:
      return pinyin(person.name, {
        pattern: 'first',
        toneType: 'none',
        mode: 'surname',
        type: 'array',
        nonZh: 'removed',
      }).join('');
    default:
      return person.name;
  }
}

test('a room from an empty computer to the cut-off, killed on the way, with its sign-in sheet', async ({ page }) => {
  test.setTimeout(180_000);
  const people = await peopleOfRoom001();
  await page.goto(await station.start('2022-11-19 07:20'));
  await setUpRoom001(page);
  await takeOver(page, '李监考');
  await expect(page.getByRole('heading', { name: /领取签到表/ }).first()).toBeVisible();

  const desk = new CheckInPage(page);
  await desk.open();
  const [first] = people;
  if (first === undefined) throw new Error('nobody in room 001');

  await test.step('before T−30 nobody is let in', async () => {
    await station.setTime('2022-11-19 07:59:50', { runs: false });
    await desk.find(first.person.ticket, first);
    await expect(page.getByText(/未到入场时间/).first()).toBeVisible();
    await expect(page.getByRole('button', { name: /确认入场/ })).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  await test.step('from T−30: 20 people by ticket, seat, initials and name', async () => {
    await station.setTime('2022-11-19 08:00:00');
    for (const [index, person] of people.slice(0, 20).entries()) await desk.checkIn(knownAs(index, person), person);
    await expect(desk.progress()).toHaveAttribute('value', '20');
  });

  await test.step('kill −9 and restart: the open page lives again within 5 s and nothing is gone', async () => {
    const before = page.url();
    await station.kill();
    await expect(page.getByText(/正在重新连接/)).toBeVisible();
    const newLink = await station.start('2022-11-19 08:12:00');
    const restarted = Date.now();
    await expect(page.getByText(/正在重新连接/)).toBeHidden({ timeout: 5000 });
    const person = people[20];
    if (person === undefined) throw new Error('seat 21 is empty');
    await desk.checkIn(knownAs(20, person), person);
    expect(Date.now() - restarted, 'ms until the page worked again, a check-in included').toBeLessThan(5000 + 1500);
    expect(new URL(newLink).port).toBe(new URL(before).port);
    await expect(desk.progress()).toHaveAttribute('value', '21');
  });

  await test.step('the rest in time, two of them late by 12 and 29 minutes', async () => {
    for (const [index, person] of people.slice(21, 35).entries()) await desk.checkIn(knownAs(index, person), person);
    const [late12, late29] = people.slice(35, 37);
    if (late12 === undefined || late29 === undefined) throw new Error('seats 36 and 37 are empty');
    await station.setTime('2022-11-19 08:42:00.000', { runs: false });
    await desk.find(late12.person.ticket, late12);
    await expect(page.getByRole('button', { name: /确认入场（迟到 12 分钟）/ })).toBeVisible();
    await desk.confirm(late12);
    await station.setTime('2022-11-19 08:59:59.999', { runs: false });
    await desk.find(String(late29.seat), late29);
    await expect(page.getByRole('button', { name: /确认入场（迟到 29 分钟）/ })).toBeVisible();
    await desk.confirm(late29);
    await expect(desk.progress()).toHaveAttribute('value', '37');
  });

  await test.step('the 38th at exactly T+30:00.000 is turned away, and that is recorded', async () => {
    const refused = people[37];
    if (refused === undefined) throw new Error('seat 38 is empty');
    await station.setTime('2022-11-19 09:00:00.000', { runs: false });
    await desk.find(refused.person.ticket, refused);
    await expect(page.getByText(/禁止入场：迟到 30 分钟/)).toBeVisible();
    await expect(page.getByRole('button', { name: /确认入场/ })).toHaveCount(0);
    await desk.confirm(refused, '已登记拒绝入场');
    await expect(desk.progress()).toHaveAttribute('value', '37');
  });

  await test.step('nothing is gone after a reload either', async () => {
    await page.reload();
    await desk.open();
    await expect(desk.progress()).toHaveAttribute('value', '37');
  });

  await test.step('the sign-in sheet says so', async () => {
    await page.getByRole('navigation').getByRole('button', { name: '文书打印', exact: true }).click();
    const theory = page.getByRole('region', { name: /理论/ });
    await theory.getByRole('button', { name: /生成并打开/ }).click();
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: '另存' }).click();
    const download = await saving;
    const text = pdfText(readFileSync(await download.path()));
    expect(text).toContain('考生签到表');
    for (const { person } of people) {
      expect(text, `row of ${person.ticket}`).toContain(person.ticket);
      expect(text).not.toContain(person.idNumber);
    }
    for (const { person } of people.filter(({ person: { name } }) => !name.includes('·')))
      expect(text).toContain(person.name);
    expect(text.match(/迟到 12 分/g)).toHaveLength(1);
    expect(text.match(/迟到 29 分/g)).toHaveLength(1);
    expect(text.match(/拒绝入场/g)).toHaveLength(1);
    expect(text).toMatch(/应到 +已签到（截至 09:00）\n[^\n]*\b40 人 +37 人/);
    expect(text).toMatch(/A#\d+ 09:00/);
  });
});
