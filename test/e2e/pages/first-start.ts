import { expect, type Page } from '@playwright/test';
import { PIN } from '../../support/own-pins.ts';

/** A roster file and the room of it that this computer takes. */
export interface RoomToSetUp {
  readonly roster: string;
  readonly room: string;
}

/** 首次启动: from an empty computer to a room that is ready, as a chief would do it. */
export async function setUpRoom(page: Page, { roster, room }: RoomToSetUp): Promise<void> {
  await makeDay(page);
  await page.getByLabel('选择名单文件').setInputFiles(roster);
  await bindTo(page, new RegExp(`${room} 考场`));

  for (const [index, name] of ['李监考', '王监考'].entries()) {
    const form = page.getByRole('group', { name: `监考员${['一', '二'][index]}` });
    await form.getByLabel('姓名').fill(name);
    await form.getByLabel('PIN', { exact: true }).fill('1357');
    await form.getByLabel('再输一次').fill('1357');
  }
  await page.getByRole('button', { name: '登记并进入今日考务' }).click();
}

/** ① The chief, the day and its rules. */
export async function makeDay(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^导入名单/ }).click();

  await page.getByLabel('主考姓名').fill('周文渊');
  await page.getByLabel('主考 PIN').fill('246810');
  await page.getByLabel('再输一次 PIN').fill('246810');
  await page.getByLabel('考试名称').fill('2022年11月 1+X Python 程序开发');
  await page.getByLabel('考核站点').fill('样例职业技术学院考点');
  await page.getByLabel('计划编号或名称').fill('PY-2022-11');
  await page.getByLabel('考试日期').fill('2022-11-19');
  await page.getByRole('radio', { name: /2022/ }).check();
  await page.getByRole('group', { name: '领取签到表时抽签' }).getByRole('radio', { name: '否' }).check();
  await page.getByLabel('每考场技术支持').fill('1');
  await page.getByLabel('副主考至少').fill('1');
  await page.getByLabel('副主考至多').fill('2');
  await page.getByLabel('签到表、记录单保存').fill('1');
  await page.getByRole('button', { name: '全部确认' }).click();
  await page.getByRole('button', { name: '建立考核日' }).click();

  await expect(page.getByRole('heading', { name: '导入考生名单' })).toBeVisible();
}

/** ③ What this computer is, once the file has been read. */
export async function bindTo(page: Page, choice: RegExp): Promise<void> {
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('radio', { name: choice }).check();
  await page.getByRole('button', { name: '导入并绑定' }).click();
}

/** By name and PIN, wherever the program asks who acts. */
export async function signIn(page: Page, name: string, pin: string = PIN): Promise<void> {
  const sheet = page.getByRole('dialog', { name: /^(现在由谁操作本机？|换人操作)$/ });
  await sheet.getByRole('radio', { name: new RegExp(name) }).click();
  await sheet.getByLabel('PIN').fill(pin);
  await sheet.getByLabel('PIN').press('Enter');
  await expect(sheet).toBeHidden();
}

/** 当前操作: once the room is ready the program asks who acts. */
export async function takeOver(page: Page, name: string, pin: string = PIN): Promise<void> {
  await signIn(page, name, pin);
  await expect(page.getByRole('button', { name: new RegExp(`当前操作.*${name}`) })).toBeVisible();
}

/** Somebody else at the same page, from the menu. */
export async function switchTo(page: Page, name: string, pin: string = PIN): Promise<void> {
  await page.getByRole('button', { name: /当前操作/ }).click();
  await page.getByRole('menuitem', { name: new RegExp(name) }).click();
  await takeOver(page, name, pin);
}

/** 第二人确认 or 主考当面批准 of what was just asked for. */
export async function coSign(page: Page, pin: string = PIN): Promise<void> {
  const dialog = page.getByRole('dialog', { name: /^请(第二人|批准人|签名人)确认$/ });
  await dialog.getByLabel(/PIN$/).fill(pin);
  await dialog.getByRole('button', { name: '确认', exact: true }).click();
  await expect(dialog).toBeHidden();
}
