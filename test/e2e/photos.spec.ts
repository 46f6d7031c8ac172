import { expect, test } from '@playwright/test';
import { PHOTO_FOLDER } from '../support/photo-folder.ts';
import { StationProcess } from '../support/station-process.ts';
import { CheckInPage } from './pages/check-in.ts';
import { openReadyRoom, personAt } from './pages/ready-room.ts';
import { peopleOfRoom001 } from '../support/room-001.ts';

let station: StationProcess;
test.beforeEach(() => {
  station = new StationProcess();
});
test.afterEach(() => station.end());

/** The room's 38 photos; seat 9 has none, seat 32's file is no picture. */
test('a folder of photos is matched by its names, what is amiss is named, and the face stands beside the data', async ({
  page,
}) => {
  await openReadyRoom(page, station, '08:10');
  await page.getByRole('navigation').getByRole('button', { name: '设置' }).click();
  await expect(page.getByText('0 / 40 人有照片')).toBeVisible();
  await page.getByLabel('选择照片文件夹…').setInputFiles(PHOTO_FOLDER);

  await expect(page.getByText('38 / 40 人有照片')).toBeVisible();
  await expect(page.getByRole('list', { name: '缺照片的考生' }).getByRole('listitem')).toHaveText([
    /09 座 谭文红/,
    /32 座 孔豪健/,
  ]);
  await expect(page.getByRole('list', { name: '打不开的图片' })).toHaveText(/210199200210132240\.jpg（32 座 孔豪健）/);
  await expect(page.getByRole('list', { name: '对不上名单的文件' })).toHaveText('IMG_0031.jpg');

  const people = await peopleOfRoom001();
  const desk = new CheckInPage(page);
  await desk.open();
  const [withPhoto, without] = [personAt(people, 37), personAt(people, 32)];
  const photo = page.getByRole('img', { name: `${withPhoto.person.name}的照片` });
  await desk.find(withPhoto.person.ticket, withPhoto);
  await expect(photo).toBeVisible();
  expect(await photo.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight])).toEqual([
    295, 413,
  ]);

  await page.reload();
  await expect(desk.field).toBeFocused();
  await desk.find(withPhoto.person.ticket, withPhoto);
  await expect(photo).toBeVisible();
  await page.keyboard.press('Escape');
  await desk.find(without.person.ticket, without);
  await expect(page.getByText('无照片，请重点核对证件')).toBeVisible();

  await page.keyboard.press('Escape');
  await page.keyboard.type('zh');
  const matches = page.getByRole('list', { name: '符合的考生' });
  await expect(matches.getByRole('img')).toHaveCount(4);
  // Nothing of a photo stays in the browser when the page is gone.
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toMatch(/blob:|\/9j\//);
});

test('the same folder again changes nothing, and says so', async ({ page }) => {
  await openReadyRoom(page, station, '08:10');
  await page.getByRole('navigation').getByRole('button', { name: '设置' }).click();
  for (const said of ['存入 38 张', '38 张与已存的相同']) {
    await page.getByLabel('选择照片文件夹…').setInputFiles(PHOTO_FOLDER);
    await expect(page.getByText(`导入完毕：${said}。`)).toBeVisible();
  }
  await expect(page.getByText('38 / 40 人有照片')).toBeVisible();
});
