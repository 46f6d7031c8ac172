import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { pinyin } from 'pinyin-pro';
import type { RosterRow } from '../../shared/domain/roster.ts';
import { checkInOf, valueOf } from '../support/day-scenario.ts';
import { PHOTO_FOLDER } from '../support/photo-folder.ts';
import { askPdfsig } from '../support/outside-judge.ts';
import { pdfText } from '../support/poppler.ts';
import { prepareStation } from '../support/prepared-station.ts';
import { tellPin } from '../support/own-pins.ts';
import { GB18030_ROSTER, peopleOfRoom, SITE_ROSTER } from '../support/room-001.ts';
import { StationProcess } from '../support/station-process.ts';
import { CheckInPage } from './pages/check-in.ts';
import { DayPage } from './pages/day.ts';
import { DocumentsPage } from './pages/documents.ts';
import { coSign, setUpRoom, takeOver } from './pages/first-start.ts';
import { SeatsPage } from './pages/seats.ts';

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

/** What an invigilator may know of somebody, in turn: the scan, the seat, the initials, the name. */
function knownAs(index: number, { seat, person }: RosterRow): string {
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

/** Ids of the people of whom the folder holds a picture that can be read. */
const PICTURED = new Set(
  readdirSync(PHOTO_FOLDER)
    .filter((name) => readFileSync(`${PHOTO_FOLDER}/${name}`).subarray(0, 2).toString('hex') === 'ffd8')
    .map((name) => basename(name, extname(name))),
);

const DAYS = [
  {
    title: 'room 001 of the file with twelve rooms, with photos, to the filed record',
    roster: SITE_ROSTER,
    room: '001',
    hasPhotos: true,
  },
  {
    title: 'room 003 of a GB18030 file, without photos, until it is killed at the door',
    roster: GB18030_ROSTER,
    room: '003',
    hasPhotos: false,
  },
] as const;

for (const { title, roster, room, hasPhotos } of DAYS) {
  test(`a paper from an empty computer on, killed on the way: ${title}`, async ({ page }) => {
    test.setTimeout(300_000);
    const people = await peopleOfRoom(room, roster);
    expect(people).toHaveLength(40);
    const at = (seat: number): RosterRow => {
      const found = people.find((row) => row.seat === seat);
      if (found === undefined) throw new Error(`seat ${seat} is empty`);
      return found;
    };
    const [late12, late29, refused] = [at(36), at(37), at(38)];
    await page.goto(await station.start('2022-11-19 07:20'));
    await setUpRoom(page, { roster, room });
    await takeOver(page, '李监考', '1357');
    await expect(page.getByRole('heading', { name: /领取签到表/ }).first()).toBeVisible();

    const desk = new CheckInPage(page);
    const day = new DayPage(page);
    const seats = new SeatsPage(page);
    const documents = new DocumentsPage(page);

    if (hasPhotos) {
      await test.step('the photos: 38 matched; the missing, the broken and the unmatched named', async () => {
        await page.getByRole('navigation').getByRole('button', { name: '设置' }).click();
        await page.getByLabel('选择照片文件夹…').setInputFiles(PHOTO_FOLDER);
        await expect(page.getByText('38 / 40 人有照片')).toBeVisible();
        await expect(page.getByRole('list', { name: '缺照片的考生' }).getByRole('listitem')).toHaveCount(2);
        await expect(page.getByRole('list', { name: '打不开的图片' })).toHaveText(/210199200210132240\.jpg/);
        await expect(page.getByRole('list', { name: '对不上名单的文件' })).toHaveText('IMG_0031.jpg');
      });
    }
    await desk.open();

    /** Finds the person, looks at the face where there is one, confirms. */
    const checkIn = async (index: number, person: RosterRow): Promise<void> => {
      await desk.find(knownAs(index, person), person);
      if (hasPhotos && PICTURED.has(person.person.idNumber))
        await expect(page.getByRole('img', { name: `${person.person.name}的照片` })).toBeVisible();
      else if (hasPhotos) await expect(page.getByText('无照片，请重点核对证件')).toBeVisible();
      await desk.confirm(person);
    };

    await test.step('before T−30 nobody is let in', async () => {
      await station.setTime('2022-11-19 07:59:50', { runs: false });
      await desk.find(at(1).person.ticket, at(1));
      await expect(page.getByText(/未到入场时间/).first()).toBeVisible();
      await expect(page.getByRole('button', { name: /确认入场/ })).toHaveCount(0);
      await page.keyboard.press('Escape');
    });

    // As many by hand as are known in each way, with a face and without; the rest while the program is down.
    const byHand = hasPhotos ? 14 : 8;
    await test.step(`from T−30: ${byHand} people by ticket, seat, initials and name`, async () => {
      await station.setTime('2022-11-19 08:00:00');
      for (const [index, person] of people.slice(0, byHand).entries()) await checkIn(index, person);
      await expect(desk.progress()).toHaveAttribute('value', String(byHand));
    });

    await test.step('kill −9 and restart: the open page lives again within 5 s and nothing is gone', async () => {
      const before = page.url();
      await station.kill();
      await expect(page.getByText(/正在重新连接/)).toBeVisible();
      await admit(
        station.dataDir,
        people.slice(byHand, 35).filter(({ seat }) => seat !== 21),
      );
      const newLink = await station.start('2022-11-19 08:12:00');
      const restarted = Date.now();
      await expect(page.getByText(/正在重新连接/)).toBeHidden({ timeout: 5000 });
      await desk.checkIn(knownAs(20, at(21)), at(21));
      expect(Date.now() - restarted, 'ms until the page worked again, a check-in included').toBeLessThan(5000 + 1500);
      expect(new URL(newLink).port).toBe(new URL(before).port);
      await expect(desk.progress()).toHaveAttribute('value', '35');
    });

    // From here on one day is like the other.
    if (!hasPhotos) return;

    await test.step('T+10: one leaves full screen, is submitted by the exam system and may not leave', async () => {
      await station.setTime('2022-11-19 08:40:00');
      await seats.open();
      const panel = await seats.choose(at(20));
      await panel.getByRole('button', { name: '系统已交卷 退出全屏' }).click();
      await expect(seats.seat(20)).toHaveAccessibleName(/已交卷·在场/);
      await expect(panel.getByText('09:00:00 起可离场，R27')).toBeVisible();
      await expect(panel.getByRole('button', { name: '离场' })).toBeDisabled();
    });

    await test.step('two are late by 12 and 29 minutes', async () => {
      await desk.open();
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
    await test.step('the three who are not there are marked absent by one key, the refused among them', async () => {
      await station.setTime('2022-11-19 09:00:30');
      await day.open();
      await day.sayUntil(/停止入场/);
      await day.press();
      await day.sayUntil(/缺考登记/);
      const missing = day.now.getByRole('list', { name: '未到考生' }).getByRole('listitem');
      await expect(missing).toHaveCount(3);
      for (const seat of [38, 39, 40])
        await expect(missing.filter({ hasText: at(seat).person.name }).first()).toBeVisible();
      await day.press();
      await expect(page.getByRole('region', { name: '理论缺考' })).toContainText('已登记缺考 3 人');
    });

    await test.step('[R41] a violation by two invigilators', async () => {
      await station.setTime('2022-11-19 09:16:00');
      await seats.open();
      const panel = await seats.choose(at(22));
      await panel.getByRole('button', { name: /违纪登记/ }).click();
      const dialog = page.getByRole('dialog', { name: /违纪登记：22 座/ });
      await dialog.getByRole('radio', { name: /^54/ }).check();
      await dialog.getByLabel('违规事实').fill('09:15 侧身看 21 座屏幕，经提醒仍不改正');
      await dialog.getByLabel('另一名监考员').selectOption({ label: '王监考' });
      await dialog.getByRole('button', { name: '登记违纪' }).click();
      await coSign(page, '1357');
      await expect(page.getByText(/已登记，记录号 A#\d+/)).toBeVisible();
      await page.locator('.button-primary', { hasText: '知道了' }).click();
      await expect(seats.seat(22)).toHaveAccessibleName(/违纪 1/);
    });

    await test.step('who was submitted by the system may leave now', async () => {
      await seats.choose(at(20));
      await page.keyboard.press('F4');
      await expect(seats.seat(20)).toHaveAccessibleName(/已离场/);
    });

    await test.step('killed again: everything is there', async () => {
      await station.kill();
      await station.start('2022-11-19 09:30:00');
      await page.reload();
      await expect(seats.seat(22)).toHaveAccessibleName(/违纪 1/);
      await expect(seats.seat(20)).toHaveAccessibleName(/已离场/);
      await expect(seats.count('缺考')).toContainText('3');
    });

    await test.step('E−5: the warning takes the top place, nobody may leave any more', async () => {
      await station.setTime('2022-11-19 09:55:00');
      await day.open();
      await expect(day.heading(/提醒剩余时间/)).toBeVisible();
      await expect(page.getByText('禁止离场').first()).toBeVisible();
      await day.press();
      await expect(day.heading(/提醒剩余时间/)).toHaveCount(0);
    });

    await test.step('E: announced and collected', async () => {
      await station.setTime('2022-11-19 10:00:00');
      await expect(day.heading(/宣布考试结束/)).toBeVisible();
      await day.press();
      await expect(day.heading(/收卷/)).toBeVisible();
      await expect(day.now).toContainText('还有 4 条没有登记');
      await page.keyboard.press('F4');
      await expect(day.now).not.toContainText('没有登记');
      await page.keyboard.press('F3');
      await day.press();
      await expect(page.getByRole('region', { name: '理论考试收卷记录' })).toContainText('应到 40 = 实到 37 + 缺考 3');
    });

    await test.step('the record, signed by both', async () => {
      await documents.open();
      await page.getByRole('button', { name: /^查看.*考场情况记录单 理论考试/ }).click();
      await expect(documents.record).toContainText('应到 40 = 实到 37 + 缺考 3');
      for (const name of ['李监考', '王监考']) {
        await documents.nextSigns(name);
        await documents.draw(name, name === '李监考' ? null : '1357');
      }
      await page.reload();
      await documents.open();
      await page.getByRole('button', { name: /^查看.*考场情况记录单 理论考试/ }).click();
      await expect(documents.signer('王监考')).toContainText('已签');
      await page.keyboard.press('F2');
      const sealed = await documents.openedFile();
      const text = pdfText(sealed);
      expect(text).toContain('考场情况记录单');
      expect(text).toContain('应到 40 = 实到 37 + 缺考 3');
      expect(text).toContain('侧身看 21 座屏幕');
      expect(text.match(/手写签名图样/g)).toHaveLength(2);
      for (const seat of [20, 22, 36, 37, 38, 39, 40]) expect(text, `seat ${seat}`).toContain(at(seat).person.ticket);
      const valid = { signature: 'Signature is Valid.', certificate: 'Certificate is Trusted.' };
      expect(outsideJudge(sealed, await documents.rootCertificate())).toEqual([
        { ...valid, isWholeFile: false },
        { ...valid, isWholeFile: true },
      ]);
    });

    await test.step('the chief signs late, in the field that waits for him', async () => {
      await documents.open();
      await page.getByRole('button', { name: /^查看.*考场情况记录单 理论考试/ }).click();
      await page.getByRole('button', { name: /^主考 .*补签$/ }).click();
      await documents.draw('周文渊', '246810', 'in-file');
      await page.keyboard.press('F2');
      const sealed = await documents.openedFile();
      const found = outsideJudge(sealed, await documents.rootCertificate());
      expect(found.map(({ signature }) => signature)).toEqual(Array.from({ length: 3 }, () => 'Signature is Valid.'));
      expect(found.at(-1)).toMatchObject({ certificate: 'Certificate is Trusted.', isWholeFile: true });
      await documents.open();
    });

    await test.step('and the sign-in sheet says the same', async () => {
      const text = await printSheet(page);
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
      expect(text.match(/^.*缺考/gm)?.length).toBeGreaterThanOrEqual(3);
      expect(text).toMatch(/应到 +已签到（截至 10:0\d）\n[^\n]*\b40 人 +37 人/);
      expect(text).toMatch(/A#\d+ 10:0\d/);
    });
  });
}

/** Lets these people in without a page, as an invigilator did before the program went down. */
async function admit(dataDir: string, people: readonly RosterRow[]): Promise<void> {
  const tickets = new Set(people.map(({ person }) => person.ticket));
  await prepareStation(dataDir, '2022-11-19 08:10', async (client) => {
    const { staff } = valueOf(await client.invoke('staff.list', {}));
    const invigilator = staff.find(({ role }) => role === 'invigilator');
    if (invigilator === undefined || invigilator.room === null) throw new Error('a room without invigilators');
    tellPin(invigilator.staff, '1357');
    const by = { actor: invigilator.staff };
    const { candidates } = valueOf(await client.invoke('candidates.list', { room: invigilator.room }, by));
    for (const card of candidates.filter(({ ticket }) => tickets.has(ticket)))
      valueOf(await client.invoke('checkIn.confirm', checkInOf(card), by));
  });
}

/** pdfsig, who knows nothing but this root. */
function outsideJudge(pdf: Uint8Array, root: Uint8Array) {
  const dir = mkdtempSync(join(tmpdir(), 'proctor-judge-'));
  try {
    return askPdfsig(dir, pdf, [root]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function printSheet(page: Page): Promise<string> {
  await page.getByRole('button', { name: '生成并打开 考生签到表 理论考试' }).click();
  const opened = page.getByRole('region', { name: '打开的文书' }).getByRole('heading', { name: /考生签到表/ });
  await expect(opened).toBeVisible({ timeout: 15_000 });
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: '另存' }).click();
  const download = await saving;
  return pdfText(readFileSync(await download.path()));
}
