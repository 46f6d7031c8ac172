import { spawnSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { holdDataDir } from '../../electron/hosts/machine/hold-data-dir.ts';
import { DesktopHost, findDesktop } from '../support/desktop-host.ts';

/** Of Electron's window, what is asked of it in its own process. */
interface OwnWindow {
  minimize(): void;
  isMinimized(): boolean;
}

// The screens are tested in the browser; here is what only the desktop can break. One test, because it is one start.
test('the desktop opens the station in a locked window, once for each data folder', async () => {
  const desktop = findDesktop();
  test.skip('reason' in desktop, 'reason' in desktop ? desktop.reason : '');
  if ('reason' in desktop) return;
  const host = new DesktopHost(desktop.runtime);
  try {
    const app = await host.start();
    const page = await app.firstWindow();

    await test.step('the page is ours and the station answers', async () => {
      await expect(page.getByRole('button', { name: /^导入名单/ })).toBeVisible();
      expect(page.url()).toBe('proctor://station/');
    });

    await test.step('the page has two functions of ours and nothing of Node', async () => {
      const found = await page.evaluate(() => ({
        face: Object.keys(window.proctor ?? {}).sort(),
        node: ['require', 'process', 'Buffer', 'module', 'electron'].filter((name) => name in globalThis),
      }));
      expect(found).toEqual({ face: ['invoke', 'subscribe'], node: [] });
    });

    await test.step('it goes nowhere and opens nothing', async () => {
      const opened = await page.evaluate(() => {
        location.href = 'https://example.test/';
        return window.open('https://example.test/') !== null;
      });
      expect(opened).toBe(false);
      await expect(page.getByRole('button', { name: /^导入名单/ })).toBeVisible();
      expect(page.url()).toBe('proctor://station/');
      expect(app.windows()).toHaveLength(1);
    });

    await test.step('it gets no place', async () => {
      const state = await page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state);
      expect(state).toBe('denied');
    });

    await test.step('a second start shows the first window and ends', async () => {
      const window = await app.browserWindow(page);
      await window.evaluate((each: OwnWindow) => each.minimize());
      expect(spawnSync(host.runtime, [...host.args], { timeout: 15_000 }).status).toBe(0);
      await expect.poll(() => window.evaluate((each: OwnWindow) => each.isMinimized())).toBe(false);
      expect(app.windows()).toHaveLength(1);
    });

    await test.step('closed, it lets go of its data folder', async () => {
      expect(holdDataDir(host.dataDir)).toBeNull();
      await app.close();
      const hold = holdDataDir(host.dataDir);
      expect(hold).not.toBeNull();
      hold?.release();
    });
  } finally {
    await host.end();
  }
});
