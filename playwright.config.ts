import { defineConfig } from '@playwright/test';
import { findChromium } from './build/system/chromium.ts';

// No webServer: each test composes its own station with its own clock and data folder.
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 5000 },
  workers: 2,
  // The long days stand side by side instead of one after the other in their file.
  fullyParallel: true,
  forbidOnly: true,
  // Two browsers and two stations on two cores: a key may come too early once in some thousand. It is told, not hidden.
  retries: 1,
  reporter: [['list'], ['./test/support/playwright-counts.ts']],
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    actionTimeout: 10_000,
    // A trace of every test costs a fifth of the run; `--trace on` makes one where a failure does not explain itself.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findChromium() ?? '/usr/bin/chromium',
      // Without a UTF-8 locale Chromium names every download with a Chinese name "download".
      env: { ...process.env, LANG: 'C.UTF-8' },
      args: [
        '--no-sandbox', // containers and CI run as root, where Chromium's sandbox refuses to start
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-dev-shm-usage', // /dev/shm is 64 MB in a container: the page would crash
      ],
    },
  },
});
