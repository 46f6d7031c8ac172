import { expect, type Locator, type Page } from '@playwright/test';
import type { RosterRow } from '../../../shared/domain/roster.ts';

/** Real milliseconds during which an Enter belongs to the scan; the screen's own figure is 400. */
const AFTER_GUARD_MS = 430;

/** 考生签到, worked by keyboard as at the door. */
export class CheckInPage {
  readonly page: Page;
  readonly field: Locator;

  constructor(page: Page) {
    this.page = page;
    this.field = page.getByRole('textbox', { name: '查找考生' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: '考生签到', exact: true }).click();
    await expect(this.field).toBeFocused();
  }

  /** A scan: the number and the scanner's own Enter, which selects and never confirms. */
  async scan(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Types what is known of the person; where several answer, chooses by seat with the arrow keys. */
  async find(text: string, person: RosterRow): Promise<void> {
    await this.scan(text);
    const head = this.page.getByRole('heading', { level: 2, name: person.person.name, exact: true });
    const list = this.page.getByRole('list', { name: '符合的考生' });
    const seats = () =>
      list.getByRole('listitem').evaluateAll((lines) => lines.map((line) => Number.parseInt(line.textContent, 10)));
    // Each typed letter is a search of its own: the list may still be an earlier letter's, with other lines to count.
    await expect(this.page.getByRole('region', { name: '考生', exact: true })).toHaveAttribute('aria-busy', 'false');
    await expect.poll(async () => (await head.isVisible()) || (await seats()).includes(person.seat)).toBe(true);
    if (!(await head.isVisible())) {
      const place = (await seats()).indexOf(person.seat);
      for (let step = 0; step <= place; step += 1) await this.page.keyboard.press('ArrowDown');
      await this.page.keyboard.press('Enter');
    }
    await expect(head).toBeVisible();
  }

  /** The separate Enter that confirms; waits until the screen says that it is recorded. */
  async confirm(person: RosterRow, said: '已签到' | '已登记拒绝入场' = '已签到'): Promise<void> {
    await this.page.waitForTimeout(AFTER_GUARD_MS);
    await this.page.keyboard.press('Enter');
    await expect(
      this.page.getByRole('status').filter({ hasText: person.person.name }).filter({ hasText: said }),
    ).toBeVisible();
    await expect(this.field).toHaveValue('');
  }

  async checkIn(text: string, person: RosterRow): Promise<void> {
    await this.find(text, person);
    await this.confirm(person);
  }

  progress(): Locator {
    return this.page.getByRole('progressbar', { name: '入场进度' });
  }
}
