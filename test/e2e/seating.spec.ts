import { expect, type Locator, type Page, test } from '@playwright/test';
import type { StationClient } from '../../shared/contract/client.ts';
import type { CandidateCard } from '../../shared/contract/views.ts';
import { checkInOf, type EnactedDay, enactDay, valueOf } from '../support/day-scenario.ts';
import { prepareStation } from '../support/prepared-station.ts';
import { peopleOfRoom001 } from '../support/room-001.ts';
import { StationProcess } from '../support/station-process.ts';
import { CheckInPage } from './pages/check-in.ts';
import { DayPage } from './pages/day.ts';
import { expectSound } from './pages/expect-sound.ts';
import { coSign, takeOver } from './pages/first-start.ts';
import { personAt } from './pages/ready-room.ts';
import { SeatsPage } from './pages/seats.ts';

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

/** Absent in theory: 38 to 40. Gone early: 20. A violation with the ticket held: 22. Ten minutes more: 11. */
async function theoryUntilItsEnd(): Promise<EnactedDay> {
  let made: EnactedDay | null = null;
  const at = (clock: string, act: (client: StationClient) => Promise<unknown>) =>
    prepareStation(station.dataDir, `2022-11-19 ${clock}`, act);
  await at('07:00', async (client) => {
    made = await enactDay(client);
  });
  if (made === null) throw new Error('no day was made');
  const { candidates, chief, first: actor, second }: EnactedDay = made;
  const ofSeat = (...seats: readonly number[]) => candidates.filter(({ seat }) => seats.includes(seat));
  const theory = ({ room, candidate }: CandidateCard) => ({ room, paper: 'theory', candidate }) as const;
  await at('08:10', async (client) => {
    for (const card of candidates.slice(0, 37))
      valueOf(await client.invoke('checkIn.confirm', checkInOf(card), { actor }));
  });
  await at('09:20', async (client) => {
    const [room] = candidates.map((card) => card.room);
    if (room === undefined) throw new Error('an empty room');
    const absent = ofSeat(38, 39, 40).map(({ candidate }) => candidate);
    valueOf(await client.invoke('absence.record', { room, paper: 'theory', candidates: absent }, { actor }));
    for (const card of ofSeat(20)) {
      valueOf(await client.invoke('submission.record', { ...theory(card), how: 'by-candidate' }, { actor }));
      const left = { ...theory(card), isConfirmedByTechnician: false, technician: null };
      valueOf(await client.invoke('leave.record', left, { actor }));
    }
    for (const card of ofSeat(22)) {
      const texts = { facts: '使用手机', held: null, isTicketHeld: true };
      const violation = { ...theory(card), code: '64', measure: 'recorded', discovery: 'on-site', ...texts } as const;
      valueOf(await client.invoke('violation.record', violation, { actor, second }));
    }
    const more = { room, paper: 'theory', seats: ofSeat(11).map(({ seat }) => seat), minutes: 5 } as const;
    const approval = { approver: chief, how: 'present' } as const;
    const answers = { cutoff: null, next: null, seen: null, why: '换机', approval };
    valueOf(await client.invoke('paper.extend', { ...more, ...answers }, { actor }));
  });
  return made;
}

/** 连场 on the page: the answer, and by whose word. */
async function choose(where: Locator, mode: '留座连场' | '离场重进'): Promise<void> {
  await where.getByRole('radio', { name: new RegExp(`^${mode}`) }).check();
  await where.getByRole('radio', { name: '当面批准' }).check();
}

test('[D29] people stay in their seats: chosen by the chief, killed, gone through by one key, the absent asked at the door', async ({
  page,
}) => {
  test.setTimeout(150_000);
  await theoryUntilItsEnd();
  const people = await peopleOfRoom001();
  await page.goto(await station.start('2022-11-19 09:39:50'));
  await takeOver(page, '陈监考');
  const day = new DayPage(page);
  const card = page.getByRole('region', { name: '连场', exact: true });
  const waiting = page.getByRole('navigation', { name: '还有待办' });
  /** Nobody has confirmed the morning's announcements here: the task is taken from what waits. */
  const putFirst = async (name: RegExp): Promise<void> => {
    await waiting.getByRole('button', { name }).click();
  };

  await test.step('the question comes up at the opening of entry, and is answered by name', async () => {
    await expect(page.getByText('连场：考生是否留座')).toBeHidden();
    await station.setTime('2022-11-19 09:40:00');
    await putFirst(/连场：考生是否留座/);
    await expect(day.heading(/连场：考生是否留座/)).toBeVisible();
    await page.keyboard.press('F2');
    await choose(day.now, '离场重进');
    await day.press();
    await coSign(page);
    await expect(card).toContainText('离场重进');
    await expect(card).toContainText('周主考 当面批准');
  });

  await test.step('the chief thinks better of it, by telephone, and two stand for it', async () => {
    await card.getByRole('button', { name: '更改…' }).click();
    const dialog = page.getByRole('dialog', { name: '更改连场安排' });
    await choose(dialog, '留座连场');
    await dialog.getByRole('radio', { name: '已电话请示' }).check();
    await dialog.getByLabel(/^第二人/).selectOption({ label: '林监考（监考员）' });
    await dialog.getByRole('button', { name: '确认：留座连场' }).dblclick();
    await coSign(page);
    await expect(dialog).toBeHidden();
    await expect(card).toContainText('周主考 已电话请示（陈监考、林监考）');
  });

  await test.step('kill −9 between the choice and the look round the room', async () => {
    await station.kill();
    await station.start('2022-11-19 10:00:30');
    await page.reload();
    await expect(card).toContainText('留座连场');
    await putFirst(/留座确认 35 人/);
    await expect(day.heading(/留座连场：确认在座的人/)).toBeVisible();
    await expectSound(page, 'the look round the room');
  });

  await test.step('differences are named first; who is not in his seat is taken out by key; F2 confirms the rest', async () => {
    const apart = page.getByRole('list', { name: '不同情况' });
    await expect(apart).toContainText('上一科缺考 3');
    await expect(apart).toContainText('准考证暂扣 1');
    await expect(apart).toContainText('已离场 1');
    await expect(apart).toContainText('仍在作答 1');
    const map = page.getByRole('list', { name: '在座的人' });
    const seat = (no: string) => map.getByRole('button', { name: new RegExp(`^${no} 座`) });
    await seat('01').focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'Space']) await page.keyboard.press(key);
    await expect(seat('10')).toHaveAccessibleName(/不在座$/);
    await seat('20').click({ force: true });
    await expect(seat('20')).toHaveAccessibleName(/已离场$/);
    const out = page.getByText('6 人不在内：缺考 3、已离场 1、仍在作答 1、不在座 1（10 座）');
    await expect(out).toBeVisible();
    await day.press();
    await expect(card).toContainText('已入场 34 人，在座未确认 1 人');
  });

  await test.step('nobody is taken for present a second time; the seat that wrote on comes up at its end', async () => {
    await station.setTime('2022-11-19 10:05:00');
    await putFirst(/留座确认 2 人/);
    await expect(day.now.getByRole('button', { name: /留座 1 人确认/ })).toBeVisible();
    await day.press();
    await expect(card).toContainText('已入场 35 人，在座未确认 1 人');
  });

  await test.step('at the door: absent in theory, so the chief is asked; Enter alone lets nobody in', async () => {
    const desk = new CheckInPage(page);
    await desk.open();
    const absent = personAt(people, 38);
    await desk.find(absent.person.ticket, absent);
    await expect(page.getByRole('alert')).toContainText('请示主考');
    await page.waitForTimeout(450);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: `主考准许 ${absent.person.name} 入场` });
    await expect(dialog.getByRole('button', { name: '准许入场并签到' })).toBeDisabled();
    await dialog.getByRole('radio', { name: '当面批准' }).check();
    await dialog.getByRole('button', { name: '准许入场并签到' }).dblclick();
    await coSign(page);
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('status').filter({ hasText: '主考准许入场' })).toBeVisible();

    const other = personAt(people, 39);
    await desk.find(other.person.ticket, other);
    await page.keyboard.press('F7');
    const refusal = page.getByRole('dialog', { name: `不予 ${other.person.name} 入场` });
    await expect(refusal.getByLabel('说明（必填）')).toHaveValue('上一科缺考，主考不予入场');
    await refusal.getByRole('button', { name: '登记不予入场' }).click();
    await expect(page.getByRole('status').filter({ hasText: other.person.name })).toContainText('已登记拒绝入场');
  });
});

test('[C22] the chief cancels an eligibility on a recorded violation; the seat, the list and the next door say so', async ({
  page,
}) => {
  await theoryUntilItsEnd();
  const person = personAt(await peopleOfRoom001(), 22);
  await page.goto(await station.start('2022-11-19 09:45'));
  await takeOver(page, '陈监考');
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /违纪处理/ })
    .click();
  const row = page
    .getByRole('list', { name: '违纪与警告' })
    .getByRole('listitem')
    .filter({ hasText: person.person.name });
  await row.getByRole('button', { name: /^取消考试资格/ }).click();
  const dialog = page.getByRole('dialog', { name: `取消考试资格：22 座 ${person.person.name}` });
  const confirm = dialog.getByRole('button', { name: '取消考试资格', exact: true });
  await dialog.getByRole('button', { name: '作弊，情节严重' }).click();
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('radio', { name: '当面批准' }).check();
  await confirm.dblclick();
  await coSign(page);
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('已取消考试资格');
  await expect(row).toContainText('作弊，情节严重');
  await expectSound(page, '违纪处理 with a cancelled eligibility');

  const seats = new SeatsPage(page);
  await seats.open();
  await expect(seats.seat(22)).toHaveAccessibleName(/取消资格/);
  await expect(seats.count('取消资格')).toContainText('1');

  await askedAtTheDoor(page, person);
});

async function askedAtTheDoor(page: Page, person: Parameters<CheckInPage['find']>[1]): Promise<void> {
  const desk = new CheckInPage(page);
  await desk.open();
  await desk.find(person.person.ticket, person);
  await expect(page.getByRole('alert')).toContainText('已取消考试资格');
  await expect(page.getByRole('button', { name: /确认入场/ })).toBeHidden();
  await expectSound(page, 'asked at the door');
}
