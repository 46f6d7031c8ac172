import { expect, type Locator, type Page } from '@playwright/test';
import type { RosterRow } from '../../../shared/domain/roster.ts';

/** 座位图, with the panel of the chosen seat. */
export class SeatsPage {
  readonly page: Page;
  readonly field: Locator;

  constructor(page: Page) {
    this.page = page;
    this.field = page.getByRole('textbox', { name: '座位号、准考证号或姓名' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: '座位图' }).click();
    await expect(this.page.getByRole('list', { name: '考场座位' })).toBeVisible();
  }

  /** A seat with somebody on it; its name says number, person and state. */
  seat(seat: number): Locator {
    const no = String(seat).padStart(2, '0');
    return this.page.getByRole('list', { name: '考场座位' }).getByRole('button', { name: new RegExp(`^${no} 座`) });
  }

  /** The chosen seat's panel. */
  panel(person: RosterRow): Locator {
    return this.page.getByRole('region', { name: `${person.seat} 座 ${person.person.name}`, exact: true });
  }

  /** Clicks the seat and waits for its panel. */
  async choose(person: RosterRow): Promise<Locator> {
    await this.seat(person.seat).click();
    const panel = this.panel(person);
    await expect(panel).toBeVisible();
    return panel;
  }

  /** How many seats look so, as the legend counts them. */
  count(look: string): Locator {
    return this.page.getByRole('list', { name: '图例与人数' }).getByRole('listitem').filter({ hasText: look });
  }
}
