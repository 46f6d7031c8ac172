import { expect, type Locator, type Page } from '@playwright/test';
import { coSign } from './first-start.ts';

/** The dialog about the minutes (调整时间, 撤回, 是否延迟开考), and what 今日考务 says of them afterwards. */
export class CoursePage {
  readonly page: Page;
  readonly dialog: Locator;
  /** Each instant as it stands and as it would be. */
  readonly effect: Locator;
  /** What stands in the way of the primary button. */
  readonly missing: Locator;
  /** 时间调整 on 今日考务. */
  readonly card: Locator;

  /** What the approval that is filled in is confirmed by. */
  #isConfirmedByPin = false;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog');
    this.effect = this.dialog.getByRole('region', { name: '调整后的时间' });
    this.missing = this.dialog.locator('.course-missing');
    this.card = page.getByRole('region', { name: '时间调整' });
  }

  /** F10, from whichever screen. */
  async open(): Promise<void> {
    await this.page.keyboard.press('F10');
    await expect(this.dialog).toHaveAccessibleName('调整时间');
  }

  /** One of the acts that fit the minute. */
  async choose(act: '延迟开考' | '暂停考试' | '延时' | '恢复考试'): Promise<void> {
    await this.dialog.getByRole('group', { name: '怎样调整' }).getByRole('button', { name: act }).click();
  }

  /** "结束 10:00 10:18" of a row, by what it is about. */
  row(what: string): Locator {
    return this.effect.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name: what, exact: true }) });
  }

  async setMinutes(label: string, minutes: number): Promise<void> {
    await this.dialog.getByLabel(label, { exact: true }).fill(String(minutes));
  }

  /** Why, and 主考 on the spot or by telephone. */
  async approve(reason: string, how: '当面批准' | '已电话请示' = '当面批准'): Promise<void> {
    await this.dialog.getByLabel('原因').fill(reason);
    await this.dialog.getByLabel('批准人').selectOption({ index: 1 });
    await this.dialog.getByRole('radio', { name: how }).check();
    this.#isConfirmedByPin = true;
  }

  async answer(name: string | RegExp): Promise<void> {
    await this.dialog.getByRole('radio', { name }).check();
  }

  async confirm(name: string, { isCoSigned = false } = {}): Promise<void> {
    await this.dialog.locator('form').getByRole('button', { name, exact: true }).click();
    if (isCoSigned || this.#isConfirmedByPin) await coSign(this.page);
    this.#isConfirmedByPin = false;
    await expect(this.dialog).toBeHidden();
  }

  /** 撤回 of an item, from 今日考务. */
  async withdraw(item: string): Promise<void> {
    await this.card.getByRole('button', { name: new RegExp(`^撤回 ${item}`) }).click();
    await expect(this.dialog).toHaveAccessibleName(new RegExp(`^撤回：${item}`));
  }
}
