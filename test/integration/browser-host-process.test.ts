import { type ChildProcess, spawn } from 'node:child_process';
import { statSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBrowserClient } from '../../renderer/transport/browser-client.ts';
import { enactDay, valueOf } from '../support/day-scenario.ts';
import { openNodePage } from '../support/node-page.ts';
import { tempDir } from '../support/temp-dir.ts';

const START = join(import.meta.dirname, '../../build/start.ts');

interface Run {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** The link of the ready line; rejects when the process ends without one. */
  readonly ready: Promise<string>;
  readonly exitCode: Promise<number | null>;
}

/** Runs what `npm start` runs, without npm and its shell in between. */
function run(...args: readonly string[]): Run {
  const child = spawn(process.execPath, [START, ...args], {
    // No runtime there, and nothing to be fetched: the host in a browser is what is run, on every computer.
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: import.meta.dirname },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ready = new Promise<string>((resolve, reject) => {
    const take = (text: string): void => {
      said += text;
      const link = /^ready (\S+)$/m.exec(said)?.[1];
      if (link !== undefined) resolve(link);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('close', (code) => reject(new Error(`ended with ${code}:\n${said}`)));
  });
  ready.catch(() => {}); // a run that is meant to fail has nobody waiting for its link
  const exitCode = new Promise<number | null>((resolve) => child.on('close', resolve));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exitCode;
  });
  return { child, said: () => said, ready, exitCode };
}

describe('the host as a process', () => {
  it('is killed and started again: the open page goes on within 5 s with everything it had confirmed', async () => {
    const dataDir = tempDir();
    const first = run('--data', dataDir, '--no-open');
    const client = createBrowserClient(openNodePage(await first.ready));
    onTestFinished(() => client.close());
    await enactDay(client);
    const before = valueOf(await client.invoke('events.since', { after: 0, limit: 5000 }));

    first.child.kill('SIGKILL');
    await first.exitCode;
    await expect.poll(() => client.connectionState()).toBe('lost');
    const second = run('--data', dataDir, '--no-open');
    await second.ready;
    await expect.poll(() => client.connectionState(), { timeout: 5000 }).toBe('connected');
    expect(valueOf(await client.invoke('events.since', { after: 0, limit: 5000 }))).toEqual(before);
  }, 60_000);

  it('says why a browser and what to open, ends when asked, and leaves only private files', async () => {
    const dataDir = tempDir();
    const { child, ready, said, exitCode } = run('--data', dataDir, '--no-open', '--host', 'desktop');
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
    const first = run('--data', dataDir, '--no-open');
    const link = new URL(await first.ready);
    const second = run('--data', dataDir, '--no-open');
    expect(await second.exitCode).toBe(1);
    expect(second.said().trim().split('\n')).toEqual([expect.stringContaining(dataDir)]);
    expect((await fetch(new URL('/', link))).status).toBe(200);
  }, 30_000);

  it('a taken port that was asked for by number is named, and nothing is started', async () => {
    const taken = new URL(await run('--data', tempDir(), '--no-open').ready);
    const { exitCode, said } = run('--data', tempDir(), '--no-open', '--port', taken.port);
    expect(await exitCode).toBe(1);
    expect(said()).toContain(taken.port);
    expect(said()).not.toContain('ready');
  }, 30_000);
});
