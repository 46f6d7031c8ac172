import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What the second theme can spoil: it changes colours and nothing else. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * WCAG A and AA, and the best practices of the same engine, and the colours once more in the dark theme. The PDF reader is
 * the browser's own.
 */
export async function expectSound(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await violationsOn(new AxeBuilder({ page })), where).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violationsOn(new AxeBuilder({ page }).withRules(COLOUR_RULES)), `${where}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function violationsOn(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.exclude('.paper-frame').analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
