import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type BrowserClient, createBrowserClient } from '../../renderer/transport/browser-client.ts';
import { makeDay, SCENARIO_DAY, valueOf } from '../support/day-scenario.ts';
import { folderContent } from '../support/folder-content.ts';
import { type HostProgram, startHostProgram } from '../support/host-program.ts';
import { openNodePage } from '../support/node-page.ts';
import { withPins } from '../support/own-pins.ts';
import { tempDir } from '../support/temp-dir.ts';

const NINE = Date.parse('2022-11-19T09:00:00+08:00');

/** A page at this link. */
function open(link: string): BrowserClient {
  const client = withPins(createBrowserClient(openNodePage(link)));
  onTestFinished(() => client.close());
  return client;
}

async function openedRehearsal(real: BrowserClient): Promise<string> {
  return valueOf(await real.invoke('rehearsal.open', {})).url ?? '';
}

/** Whether somebody answers at this link's port; a broken line means that the process is gone. */
async function isServed(link: string): Promise<boolean> {
  return fetch(new URL('/', link)).then(
    () => true,
    () => false,
  );
}

/** Ends with the running test. */
function start(...args: readonly string[]): HostProgram {
  const program = startHostProgram(args);
  onTestFinished(() => program.end('SIGKILL'));
  return program;
}

describe('演练 beside a real station', () => {
  it('opens at the first click and at the second, each time by a link of its own, and the real folder stays as it is', async () => {
    const dataDir = join(tempDir(), 'day');
    const real = open(await start('--data', dataDir).ready);
    expect(valueOf(await real.invoke('station.status', {}))).toMatchObject({ kind: 'real', canRehearse: true });
    const before = folderContent(dataDir);

    const [first, second] = await Promise.all([openedRehearsal(real), openedRehearsal(real)]);
    expect(new URL(second).port).toBe(new URL(first).port);
    expect(second).not.toBe(first);
    const rehearsal = open(second);
    expect(valueOf(await rehearsal.invoke('station.status', {}))).toMatchObject({
      kind: 'rehearsal',
      canRehearse: false,
    });
    await rehearsal.invoke('rehearsal.setClock', { rate: 60, jumpTo: NINE });
    await makeDay(rehearsal);
    // A link that another has replaced opens nothing.
    const stale = open(first);
    await expect.poll(() => stale.connectionState()).toBe('no-session');

    expect(folderContent(dataDir)).toEqual(before);
    expect(readdirSync(`${dataDir}-rehearsal`)).toEqual(expect.arrayContaining(['days', 'host.json', 'station.db']));
    expect(valueOf(await real.invoke('station.status', {}))).toMatchObject({ current: null, clock: { rate: 1 } });
  }, 60_000);

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'ends with it, however it ends (%s), and opens again after',
    async (signal) => {
      const dataDir = join(tempDir(), 'day');
      const program = start('--data', dataDir);
      const link = await openedRehearsal(open(await program.ready));
      const page = open(link);
      await expect.poll(() => page.connectionState()).toBe('connected');
      await program.end(signal);
      await expect.poll(() => isServed(link), { timeout: 5000 }).toBe(false);

      const again = open(await start('--data', dataDir).ready);
      expect(new URL(await openedRehearsal(again)).port).toBe(new URL(link).port);
      await expect.poll(() => page.connectionState(), { timeout: 10_000 }).toBe('connected');
    },
    60_000,
  );

  it.runIf(process.platform === 'linux')(
    'killed alone, it is started anew by the next click, and the real one goes on',
    async () => {
      const dataDir = join(tempDir(), 'day');
      const real = open(await start('--data', dataDir).ready);
      const link = await openedRehearsal(real);
      process.kill(rehearsalOf(dataDir), 'SIGKILL');
      await expect.poll(() => isServed(link)).toBe(false);
      const rehearsal = open(await openedRehearsal(real));
      expect(valueOf(await rehearsal.invoke('station.status', {})).kind).toBe('rehearsal');
    },
    60_000,
  );
});

describe('npm start -- --rehearsal', () => {
  it('is killed in the middle: exam time goes on from where it was, at 1×, and nothing recorded is lost', async () => {
    const dataDir = join(tempDir(), 'day');
    const first = start('--rehearsal', '--data', dataDir);
    const page = open(await first.ready);
    await page.invoke('rehearsal.setClock', { rate: 60, jumpTo: NINE });
    valueOf(await page.invoke('day.make', SCENARIO_DAY));
    valueOf(await page.invoke('rehearsal.setClock', { rate: 60, jumpTo: NINE + 3_600_000 }));
    const events = valueOf(await page.invoke('events.since', { after: 0, limit: 100 }));
    await first.end('SIGKILL');

    await start('--rehearsal', '--data', dataDir).ready;
    await expect.poll(() => page.connectionState(), { timeout: 5000 }).toBe('connected');
    const clock = valueOf(await page.invoke('station.clock', {}));
    expect(clock).toMatchObject({ rate: 1, timeInDoubt: false });
    expect(clock.nowMs).toBeGreaterThanOrEqual(NINE + 3_600_000); // what ran since, a kill may take back
    expect(valueOf(await page.invoke('events.since', { after: 0, limit: 100 }))).toEqual(events);
  }, 60_000);

  it('takes no real folder, and a real station takes no rehearsal’s', async () => {
    const dataDir = join(tempDir(), 'day');
    const rehearsal = start('--rehearsal', '--data', dataDir);
    await rehearsal.ready;
    await rehearsal.end('SIGTERM');
    await expect(start('--data', `${dataDir}-rehearsal`).ready).rejects.toThrow('kind-differs');

    const real = start('--data', `${dataDir}-2-rehearsal`);
    await real.ready;
    await real.end('SIGTERM');
    await expect(start('--rehearsal', '--data', `${dataDir}-2`).ready).rejects.toThrow('kind-differs');
    expect(readdirSync(`${dataDir}-2-rehearsal`)).not.toContain('rehearsal-clock.json');
  }, 60_000);
});

/** The process that runs the rehearsal beside this folder. */
function rehearsalOf(dataDir: string): number {
  const found = readdirSync('/proc').find((name) => /^\d+$/.test(name) && isRehearsalOf(dataDir, name));
  if (found === undefined) throw new Error('no rehearsal is running');
  return Number(found);
}

function isRehearsalOf(dataDir: string, pid: string): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return words.includes('--rehearsal') && words.includes(dataDir);
  } catch {
    return false; // gone in the meantime
  }
}
