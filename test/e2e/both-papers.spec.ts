import { expect, type Page, test } from '@playwright/test';
import type { PaperId } from '../../shared/ids.ts';
import { someAnswers } from '../support/a-day.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import { checkInOf, enactDay, type EnactedDay, SCENARIO_DAY, valueOf } from '../support/day-scenario.ts';
import { prepareStation } from '../support/prepared-station.ts';
import { issueRecord, signRecord } from '../support/whole-day.ts';
import { StationProcess } from '../support/station-process.ts';
import { CoursePage } from './pages/course.ts';
import { DayPage } from './pages/day.ts';
import { coSign, takeOver } from './pages/first-start.ts';

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

const DAY = '2022-11-19';
/** Of forty people two never come. */
const COMES = 38;

/** 今日考务 from the first item of the rail to the last, each at its very second. */
class RailWalk {
  readonly #page: Page;
  readonly #day: DayPage;

  constructor(page: Page) {
    this.#page = page;
    this.#day = new DayPage(page);
  }

  /** At this instant this stands on top; one key says that it is done. */
  async done(clock: string, title: RegExp): Promise<void> {
    await this.at(clock);
    await expect(this.#day.heading(title)).toBeVisible();
    await this.#day.press();
    await expect(this.#day.heading(title)).toHaveCount(0);
  }

  /** At this instant nothing is called for that is not yet to be done: the next item is shown as to come. */
  async quiet(clock: string, next: RegExp): Promise<void> {
    await this.at(clock);
    await expect(this.#day.heading(next)).toBeVisible();
    await expect(this.#day.now).not.toContainText('已过');
  }

  /** 连场, asked for less than half an hour between the papers: everybody leaves and comes in again. */
  async sendOut(clock: string): Promise<void> {
    await this.at(clock);
    await expect(this.#day.heading(/连场/)).toBeVisible();
    await this.#day.now.getByRole('radio', { name: /^离场重进/ }).check();
    await this.#day.now.getByRole('radio', { name: '当面批准' }).check();
    await this.#day.press();
    await coSign(this.#page);
    await expect(this.#day.heading(/连场/)).toHaveCount(0);
  }

  /** 收卷, the technician having confirmed. */
  async collect(clock: string, paper: '理论' | '实操'): Promise<void> {
    await this.at(clock);
    await expect(this.#day.heading(/收卷/)).toBeVisible();
    await this.#page.keyboard.press('F3');
    await this.#day.press();
    await expect(this.#page.getByRole('region', { name: `${paper}考试收卷记录` })).toContainText(
      '应到 40 = 实到 38 + 缺考 2',
    );
  }

  /** 待考试系统确认: this is set by now. */
  async tick(what: RegExp): Promise<void> {
    await expect(this.#day.now).toContainText(what);
    await this.#page.waitForTimeout(450);
    await this.#page.keyboard.press('F3');
    await expect(this.#day.now).not.toContainText(what);
  }

  async press(): Promise<void> {
    await this.#day.press();
  }

  async at(clock: string): Promise<void> {
    await station.setTime(`${DAY} ${clock}`, { runs: false });
  }
}

/** Does without a page, while the station is down, what other tests do by hand; opens it again at `clock`. */
async function meanwhile(page: Page, clock: string, act: (client: StationClient) => Promise<void>): Promise<void> {
  await station.kill();
  await prepareStation(station.dataDir, `${DAY} ${clock}`, act);
  await station.start(`${DAY} ${clock}`);
  await page.reload();
  await expect(page.getByRole('region', { name: '现在要做' })).toBeVisible();
}

function letIn(page: Page, paper: PaperId, { candidates, first }: EnactedDay, clock: string): Promise<void> {
  return meanwhile(page, clock, async (client) => {
    for (const card of candidates.slice(0, COMES)) {
      valueOf(await client.invoke('checkIn.confirm', { ...checkInOf(card), paper }, { actor: first }));
    }
  });
}

/** 考场情况记录单, signed by both and printed. */
function fileRecord(page: Page, paper: PaperId, { first, second }: EnactedDay, clock: string): Promise<void> {
  return meanwhile(page, clock, async (client) => {
    for (const actor of [first, second]) await signRecord(client, actor, { paper });
    await issueRecord(client, first, { paper });
  });
}

async function openDay(page: Page, edition: 'R2021' | 'R2022', clock: string): Promise<EnactedDay> {
  let day: EnactedDay | null = null;
  await prepareStation(station.dataDir, `${DAY} 06:30`, async (client) => {
    day = await enactDay(client, { ...SCENARIO_DAY, edition, answers: someAnswers(edition) });
  });
  if (day === null) throw new Error('no day was made');
  await page.goto(await station.start(`${DAY} ${clock}`));
  await takeOver(page, '陈监考');
  return day;
}

/** Every item of both papers has its tick and its instant. */
async function expectDone(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: '今日时间轴已走完' })).toBeVisible();
}

test('R2022, the whole day: theory is interrupted, runs into the practical, and everybody is asked', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const day = await openDay(page, 'R2022', '07:25');
  const walk = new RailWalk(page);
  const course = new CoursePage(page);

  await walk.done('07:30:00', /领取签到表/);
  await walk.done('07:50:00', /清场/);
  await walk.done('08:00:00', /组织入场/);
  await letIn(page, 'theory', day, '08:10:00');
  await walk.done('08:20:00', /宣读考场规则/);
  await walk.done('08:25:00', /通知登录/);
  await walk.done('08:28:00', /预备/);
  await walk.done('08:30:00', /宣布开考/);
  await walk.done('08:35:00', /尚未登录/);

  await test.step('[D24] the power goes at T+20: nothing falls due, the cut-off included', async () => {
    await station.setTime(`${DAY} 08:50:00`, { runs: false });
    await course.open();
    await course.choose('暂停考试');
    await course.confirm('确认暂停');
    await expect(page.getByRole('heading', { name: /考试已暂停/ })).toBeVisible();
    await station.setTime(`${DAY} 09:05:00`, { runs: false });
    await expect(page.getByRole('heading', { name: /考试已暂停/ })).toBeVisible();
  });

  await test.step('[D24] killed while paused: the pause is still there', async () => {
    await station.kill();
    await station.start(`${DAY} 09:06:00`);
    await page.reload();
    await expect(page.getByRole('heading', { name: /考试已暂停/ })).toBeVisible();
  });

  await test.step('[C04] back at T+38: end 10:18, warning 10:13, and two questions', async () => {
    await station.setTime(`${DAY} 09:08:00`, { runs: false });
    await walk.press();
    await expect(course.row('结束')).toContainText('10:00');
    await expect(course.row('结束')).toContainText('10:18');
    await expect(course.row('结束前提醒')).toContainText('10:13');
    await course.approve('停电');
    await expect(course.missing).toContainText('截止入场');
    await course.answer(/顺延至 09:18/);
    await expect(course.missing).toContainText('下一科');
    await expect(course.dialog).toContainText('10:10 开考');
    await course.answer(/实操推迟到 10:28/);
    await course.confirm('确认恢复');
    await expect(page.getByText('待考试系统确认').first()).toBeVisible();
  });

  await test.step('[D26] the technician ticks what stands in the exam system by now', async () => {
    await walk.tick(/全考场结束改为 10:18/);
    await walk.tick(/开考改为 10:28/);
  });

  await test.step('[D25] seats 11 to 14 get seven minutes more: 10:25, and the practical is asked about again', async () => {
    await walk.at('09:12:00');
    await course.open();
    await course.choose('延时');
    await course.answer('部分座位');
    await course.dialog.getByRole('textbox', { name: '座位号' }).fill('11-14');
    await course.setMinutes('延长', 7);
    await expect(course.row('11–14 座结束')).toContainText('10:25');
    await course.approve('换座换机', '已电话请示');
    await expect(course.missing).toContainText('下一科');
    await course.answer(/实操推迟到 10:35/);
    await course.confirm('确认延时');
    await walk.tick(/11–14 座结束改为 10:25/);
    await walk.tick(/开考改为 10:35/);
  });

  await walk.done('09:18:00', /停止入场/);
  await walk.done('09:19:00', /缺考登记/);
  await walk.done('09:19:00', /监考管理系统登记/);
  await walk.done('09:35:00', /领取签到表/);
  await walk.quiet('10:04:59', /清场/);
  await walk.sendOut('10:05:00');
  await walk.done('10:13:00', /提醒剩余时间/);
  await walk.done('10:18:00', /宣布考试结束/);
  await walk.done('10:20:00', /提醒延时座位剩余时间（11–14 座）/);
  await walk.done('10:25:00', /宣布延时座位结束（11–14 座）/);
  await walk.collect('10:26:00', '理论');
  await walk.done('10:26:00', /关机提醒/);
  await walk.done('10:26:30', /清场/);
  await walk.done('10:27:00', /组织入场/);
  await letIn(page, 'practical', day, '10:28:00');
  await fileRecord(page, 'theory', day, '10:28:10');
  await walk.done('10:28:30', /宣读考场规则/);
  await walk.done('10:30:00', /通知登录/);
  await walk.done('10:31:00', /成绩存储/);
  await walk.done('10:33:00', /预备/);
  await walk.done('10:35:00', /宣布开考/);
  await walk.done('10:40:00', /尚未登录/);
  await walk.done('11:05:00', /停止入场/);
  await walk.done('11:06:00', /缺考登记/);
  await walk.done('11:06:00', /监考管理系统登记/);
  await walk.done('13:00:00', /提醒剩余时间/);
  await walk.done('13:05:00', /宣布考试结束/);
  await walk.collect('13:06:00', '实操');
  await walk.done('13:06:00', /关机提醒/);
  await fileRecord(page, 'practical', day, '13:08:00');
  await walk.done('13:10:00', /成绩存储/);
  await expectDone(page);
});

test('R2021, until the afternoon begins: the same interruption runs into nothing, and nothing is asked of it', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const day = await openDay(page, 'R2021', '07:55');
  const walk = new RailWalk(page);
  const course = new CoursePage(page);

  await walk.done('08:00:00', /领取签到表、抽签/);
  await walk.done('08:20:00', /清场/);
  await walk.done('08:30:00', /组织入场/);
  await letIn(page, 'theory', day, '08:32:00');
  await walk.done('08:35:00', /宣读考场规则/);
  await walk.done('08:40:00', /通知登录/);
  await walk.done('08:55:00', /最后提醒登录/);
  await walk.done('08:58:00', /预备/);
  await walk.done('09:00:00', /宣布开考/);
  await walk.done('09:05:00', /尚未登录/);
  await walk.at('09:20:00');
  await course.open();
  await course.choose('暂停考试');
  await course.confirm('确认暂停');
  await walk.at('09:38:00');
  await walk.press();
  await expect(course.row('结束')).toContainText('10:48');
  await course.approve('停电');
  await course.answer(/仍为 09:30/);
  await expect(course.missing).toHaveText('');
  await course.confirm('确认恢复');
  await walk.done('09:38:00', /停止入场/);
  await walk.done('09:40:00', /缺考登记/);
  await walk.tick(/全考场结束改为 10:48/);
  await walk.done('09:41:00', /监考管理系统登记/);
  await walk.done('10:43:00', /提醒剩余时间/);
  await walk.done('10:48:00', /宣布考试结束/);
  await walk.collect('10:49:00', '理论');
  await walk.done('10:49:00', /关机提醒/);
  await fileRecord(page, 'theory', day, '10:52:00');
  await walk.done('10:53:00', /成绩存储/);
  await walk.quiet('12:00:00', /领取签到表/);
  await walk.done('13:00:00', /领取签到表、抽签/);
});
