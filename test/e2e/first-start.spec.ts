import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { writeXlsx } from 'hucre/xlsx';
import { importRoster, makeDay } from '../support/day-scenario.ts';
import { prepareStation } from '../support/prepared-station.ts';
import { StationProcess } from '../support/station-process.ts';
import { signIn, takeOver } from './pages/first-start.ts';

const ROSTERS = join(import.meta.dirname, '..', 'fixtures', 'rosters');

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

async function choose(page: Page, file: string): Promise<void> {
  await page.getByLabel(/选择名单文件|换一个文件/).setInputFiles(join(ROSTERS, file));
}

test('an empty computer offers three ways in, and the form takes no half answer', async ({ page }) => {
  await page.goto(await station.start('2022-11-19 07:20'));

  await test.step('what is not there says why, and what to do instead', async () => {
    for (const [way, reason] of [
      [/^接入中心/, '由后续版本提供。现在请用「导入名单」。'],
      // This host opens nothing beside its station.
      [/^演练/, '这里不能打开演练。请用「npm start -- --rehearsal」启动。'],
    ] as const) {
      await expect(page.getByRole('button', { name: way })).toBeDisabled();
      await expect(page.getByRole('button', { name: way })).toContainText(reason);
    }
  });

  await test.step('an empty form: the first open field has the focus, the first mistake is said beside it', async () => {
    await page.getByRole('button', { name: /^导入名单/ }).click();
    await page.getByRole('button', { name: '建立考核日' }).click();
    await expect(page.getByLabel('主考姓名')).toBeFocused();
    await expect(page.getByText('请填写主考姓名')).toBeVisible();
    await expect(page.getByText('请选择手册版本')).toBeVisible();
  });

  await test.step('R2024: the durations must add up to 210', async () => {
    await page.getByRole('radio', { name: /2024/ }).check();
    await page.getByLabel('理论开考时间').fill('9:00');
    await page.getByLabel('理论时长').fill('60');
    await page.getByLabel('实操开考时间').fill('10:30');
    await page.getByLabel('实操时长').fill('120');
    await expect(page.getByText('两科合计 180 / 210 分钟，还差 30')).toBeVisible();
    await expect(page.getByText('两科时长合计 180 分钟，须为 210 分钟').first()).toBeVisible();
    await page.getByLabel('实操时长').fill('150');
    await expect(page.getByText('两科合计 210 / 210 分钟，相符')).toBeVisible();
    await expect(page.getByText('10:30 – 13:00')).toBeVisible();
  });
});

test('wrong files change nothing, and a kill resumes at the step that was not done', async ({ page }) => {
  await prepareStation(station.dataDir, '2022-11-19 07:00', makeDay);
  await page.goto(await station.start('2022-11-19 07:20'));
  await signIn(page, '周主考');
  const step = page.getByRole('heading', { level: 1 });
  await expect(step).toHaveText('导入考生名单');

  await test.step('each wrong file is refused in a plain sentence', async () => {
    for (const [file, sentence] of [
      ['truncated.xlsx', '「truncated.xlsx」不完整或已损坏'],
      ['not-a-roster.xlsx', '「not-a-roster.xlsx」其实是 PDF 文件，不是名单表格'],
      ['empty.csv', '「empty.csv」是空的'],
    ] as const) {
      await choose(page, file);
      await expect(page.getByRole('alert')).toContainText(sentence);
      await expect(page.getByText('没有导入任何内容。')).toBeVisible();
      await expect(page.getByRole('button', { name: '下一步' })).toHaveCount(0);
    }
  });

  await test.step('a workbook with a sheet for each room: what was not read is said', async () => {
    const rows = (room: string) => [
      ['准考证号', '姓名', '考场', '座位号', '级别'],
      [`22113701${room}0107`, '张三', room, '1', '初级'],
    ];
    const bytes = await writeXlsx({ sheets: ['001', '002'].map((room) => ({ name: room, rows: rows(room) })) });
    await page
      .getByLabel(/选择名单文件|换一个文件/)
      .setInputFiles({ name: '分表.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
    await expect(page.getByRole('alert')).toContainText('还有 1 张工作表也像名单，没有读取：002');
  });

  await test.step('a list with mistakes: each by row and column, left out only when that is accepted', async () => {
    await choose(page, 'by-hand-with-mistakes.xlsx');
    await expect(page.getByText('第 4 行 C 列「证件号码」：证件号码是数字格式')).toBeVisible();
    await expect(page.getByText('第 28 行 E 列「级别」：不认识级别「特级」')).toBeVisible();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('radio', { name: /001 考场/ }).check();
    await expect(page.getByRole('button', { name: '导入并绑定' })).toBeDisabled();
    await page.getByLabel('有 6 行错误，这些行不导入').check();
    await expect(page.getByRole('button', { name: '导入并绑定' })).toBeEnabled();
  });

  await test.step('killed before the commit: nothing is stored, the step begins anew', async () => {
    await station.kill();
    await station.start('2022-11-19 07:21');
    await page.getByRole('button', { name: '导入并绑定' }).click();
    await expect(page.getByRole('alert')).toContainText('预览已失效');
    await page.reload();
    await expect(step).toHaveText('导入考生名单');
    await expect(page.getByText('还没有存入本机')).toHaveCount(0);
  });

  await test.step('killed after the commit: the invigilators are next, and whoever is enlisted stays so', async () => {
    await choose(page, 'site-12-rooms.xlsx');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('radio', { name: /001 考场/ }).check();
    await page.getByRole('button', { name: '导入并绑定' }).click();
    await expect(step).toHaveText('001 考场的监考员');
    await station.kill();
    await station.start('2022-11-19 07:22');
    await page.reload();
    await expect(step).toHaveText('001 考场的监考员');
  });
});

test('the exam office: what each screen says', async ({ page }) => {
  await prepareStation(station.dataDir, '2022-11-19 07:00', async (client) => {
    await importRoster(client, await makeDay(client), { kind: 'office' });
  });
  await page.goto(await station.start('2022-11-19 08:10'));
  await takeOver(page, '周主考');
  const nav = page.getByRole('navigation');
  await expect(page.getByText('考务办公室').first()).toBeVisible();
  await nav.getByRole('button', { name: '考生签到' }).click();
  await expect(page.getByRole('heading', { name: '签到在各考场办理' })).toBeVisible();
  await nav.getByRole('button', { name: '文书打印' }).click();
  await expect(page.getByRole('button', { name: '生成 12 个考场的签到表' })).toBeVisible();
  await nav.getByRole('button', { name: '设置' }).click();
  await expect(page.getByText('周主考').first()).toBeVisible();
  for (const [screen, line] of [
    ['座位图', '座位图在各考场'],
    ['违纪处理', '违纪在各考场登记'],
    ['突发事件', '联系谁'],
    ['数据同步', '接入考务中心后，把本机记录按顺序上传'],
    ['考点总览', '考点和 12 个考场共还有'],
  ] as const) {
    await nav.getByRole('button', { name: screen }).click();
    await expect(page.getByRole('main')).toContainText(line);
  }
});

test('the roster again: a newer file changes what it changes, said before and after', async ({ page }) => {
  await prepareStation(station.dataDir, '2022-11-19 07:00', async (client) => {
    await importRoster(client, await makeDay(client), { kind: 'office' });
  });
  await page.goto(await station.start('2022-11-19 07:20'));
  await takeOver(page, '周主考');
  await page.getByRole('navigation').getByRole('button', { name: '设置' }).click();
  await page.getByRole('button', { name: '重新导入名单…' }).click();
  const dialog = page.getByRole('dialog', { name: '重新导入名单' });
  await choose(page, 'site-12-rooms.xlsx');
  await expect(dialog.getByText('与本机名单相比：与本机名单相同，没有变化')).toBeVisible();
  await dialog.getByRole('button', { name: '导入', exact: true }).click();
  await expect(page.getByText('已导入「site-12-rooms.xlsx」，与本机名单相同，没有变化。')).toBeVisible();
});
