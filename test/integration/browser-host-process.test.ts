import { readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBrowserClient } from '../../renderer/transport/browser-client.ts';
import { enactDay, SCENARIO_DAY, valueOf } from '../support/day-scenario.ts';
import { folderContent } from '../support/folder-content.ts';
import { type HostProgram, startHostProgram } from '../support/host-program.ts';
import { openNodePage } from '../support/node-page.ts';
import { withPins } from '../support/own-pins.ts';
import { tempDir } from '../support/temp-dir.ts';

/** Ended with its test, however that ends. */
function run(...args: readonly string[]): HostProgram {
  const program = startHostProgram(args);
  onTestFinished(() => program.end('SIGKILL'));
  return program;
}

describe('the host as a process', () => {
  it('is killed and started again: the open page goes on within 5 s with everything it had confirmed', async () => {
    const dataDir = tempDir();
    const first = run('--data', dataDir);
    const client = withPins(createBrowserClient(openNodePage(await first.ready)));
    onTestFinished(() => client.close());
    await enactDay(client);
    const before = valueOf(await client.invoke('events.since', { after: 0, limit: 5000 }));

    first.child.kill('SIGKILL');
    await first.exitCode;
    await expect.poll(() => client.connectionState()).toBe('lost');
    const second = run('--data', dataDir);
    await second.ready;
    await expect.poll(() => client.connectionState(), { timeout: 5000 }).toBe('connected');
    expect(valueOf(await client.invoke('events.since', { after: 0, limit: 5000 }))).toEqual(before);
  }, 60_000);

  it('says why a browser and what to open, ends when asked, and leaves only private files', async () => {
    const dataDir = tempDir();
    const { child, ready, said, exitCode } = run('--data', dataDir, '--host', 'desktop');
    expect(await ready).toMatch(/^http:\/\/127\.0\.0\.1:2\d{4}\/#token=[\w-]{43}$/);
    await expect.poll(said).toContain('Ctrl+C');
    expect(said()).toContain('--host desktop');
    child.kill('SIGTERM');
    expect(await exitCode).toBe(0);
    if (process.platform === 'win32') return;
    for (const entry of readdirSync(dataDir, { recursive: true, withFileTypes: true })) {
      const { mode } = statSync(join(entry.parentPath, entry.name));
      expect(mode & 0o077, entry.name).toBe(0);
    }
  }, 30_000);

  it('a second one on the same folder says so in one sentence and ends, and the first does not notice', async () => {
    const dataDir = tempDir();
    const first = run('--data', dataDir);
    const link = new URL(await first.ready);
    const second = run('--data', dataDir);
    expect(await second.exitCode).toBe(1);
    expect(second.said().trim().split('\n')).toEqual([expect.stringContaining(dataDir)]);
    expect((await fetch(new URL('/', link))).status).toBe(200);
  }, 30_000);

  it('a folder whose day has its key in the desktop’s key store is not touched, and the way out is said', async () => {
    const dataDir = tempDir();
    const first = run('--data', dataDir);
    const client = withPins(createBrowserClient(openNodePage(await first.ready)));
    onTestFinished(() => client.close());
    valueOf(await client.invoke('day.make', SCENARIO_DAY));
    await first.end('SIGTERM');
    renameSync(join(dataDir, 'secrets'), join(dataDir, 'secrets-os')); // as a folder looks that the desktop began
    const before = folderContent(dataDir);

    const { exitCode, said } = run('--data', dataDir);
    expect(await exitCode).toBe(1);
    expect(said()).toContain('--host desktop');
    expect(said()).toContain('ELECTRON_OVERRIDE_DIST_PATH');
    expect(folderContent(dataDir)).toEqual(before);
  }, 30_000);

  it('a taken port that was asked for by number is named, and nothing is started', async () => {
    const taken = new URL(await run('--data', tempDir()).ready);
    const { exitCode, said } = run('--data', tempDir(), '--port', taken.port);
    expect(await exitCode).toBe(1);
    expect(said()).toContain(taken.port);
    expect(said()).not.toContain('ready');
  }, 30_000);
});
