import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Ports } from '../../electron/station/ports.ts';
import { createStation } from '../../electron/station/station.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import { as, type CommandId } from '../../shared/ids.ts';
import { checkInOf, type EnactedDay, enactDay, SCENARIO_DAY, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { mountSmallDisk, whyNoMounts } from '../support/small-disk.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';
import { createTestPorts } from '../support/test-ports.ts';

const NO_MOVING = process.platform === 'win32' ? 'Windows lets nobody move or delete an open file' : null;
const SAVED = { state: 'good', code: 'saved' };

interface Desk {
  readonly client: StationClient;
  readonly day: EnactedDay;
  readonly ports: Ports;
  /** Checks the person of this seat in; the same command each time. */
  checkIn(seat: number): ReturnType<StationClient['invoke']>;
  close(): Promise<void>;
}

/** A room that is ready, its data in a folder `data` of this one. */
async function openDesk(parent: string): Promise<Desk> {
  const ports = createTestPorts({ dataDir: join(parent, 'data'), clock: new TestClock('2022-11-19 08:10') });
  const station = await createStation(ports);
  onTestFinished(() => station.close());
  const client = createDirectClient(station);
  const day = await enactDay(client);
  return {
    client,
    day,
    ports,
    checkIn: (seat) =>
      client.invoke('checkIn.confirm', checkInOf(day.candidates[seat - 1]!), {
        actor: day.first,
        command: as<CommandId>(`check-in-of-seat-${seat}`),
      }),
    close: () => station.close(),
  };
}

function journalOf({ ports }: Desk): string {
  const days = join(ports.dataDir, 'days');
  return join(days, readdirSync(days).find((name) => name.endsWith('.journal'))!);
}

async function eventsOf(client: StationClient) {
  return valueOf(await client.invoke('events.since', { after: 0, limit: 5000 })).events;
}

async function saveLight(client: StationClient) {
  return valueOf(await client.invoke('station.status', {})).lights.save;
}

function notSaved(reason: string) {
  return { ok: false, error: { code: 'not-saved', rule: '', figures: { reason } } };
}

/** Refused twice, shown nowhere, told by 保存; then `heal` and the same one is recorded once. */
async function expectRefusedUntil(desk: Desk, reason: string, heal: () => void): Promise<void> {
  const { client, checkIn } = desk;
  const before = await eventsOf(client);
  expect(await checkIn(2)).toEqual(notSaved(reason));
  expect(await checkIn(2)).toEqual(notSaved(reason));
  expect(await eventsOf(client)).toEqual(before);
  expect(await saveLight(client)).toEqual({ state: 'attention', code: reason });
  heal();
  const receipt = valueOf(await checkIn(2));
  expect(await saveLight(client)).toEqual(SAVED);
  expect(valueOf(await checkIn(2))).toEqual(receipt);
  expect(await eventsOf(client)).toHaveLength(before.length + 1);
}

/** What a restart finds: exactly what was confirmed, in the same chain. */
async function expectKept(desk: Desk): Promise<void> {
  const confirmed = await eventsOf(desk.client);
  await desk.close();
  const again = await createStation(desk.ports);
  onTestFinished(() => again.close());
  expect(await eventsOf(createDirectClient(again))).toEqual(confirmed);
}

describe('a station whose files are not in their places', () => {
  it('confirms nothing while its journal, or the WAL beside it, is gone, and goes on when the same file is back', async ({
    skip,
  }) => {
    skip(NO_MOVING !== null, NO_MOVING ?? '');
    for (const suffix of ['', '-wal']) {
      const desk = await openDesk(tempDir());
      valueOf(await desk.checkIn(1));
      const file = journalOf(desk) + suffix;
      renameSync(file, `${file}.away`);
      await expectRefusedUntil(desk, 'vanished', () => renameSync(`${file}.away`, file));
      await expectKept(desk);
    }
  });

  it('goes on when the whole folder was moved away and is moved back, having put nothing in its way', async ({
    skip,
  }) => {
    skip(NO_MOVING !== null, NO_MOVING ?? '');
    const parent = tempDir();
    const desk = await openDesk(parent);
    valueOf(await desk.checkIn(1));
    renameSync(join(parent, 'data'), join(parent, 'elsewhere'));
    const { client, day } = desk;
    const sheet = { room: day.candidates[0]!.room, paper: 'theory' } as const;
    expect(await client.invoke('document.issueSignInSheet', sheet, { actor: day.first })).toEqual(notSaved('vanished'));
    expect(await client.invoke('day.make', SCENARIO_DAY, { actor: day.chief })).toEqual(notSaved('vanished'));
    expect(existsSync(join(parent, 'data'))).toBe(false);
    await expectRefusedUntil(desk, 'vanished', () => renameSync(join(parent, 'elsewhere'), join(parent, 'data')));
    await expectKept(desk);
  });

  it('writes no more where another file stands at the place of its journal, though it may be an equal one', async ({
    skip,
  }) => {
    skip(NO_MOVING !== null, NO_MOVING ?? '');
    const desk = await openDesk(tempDir());
    const { client, checkIn } = desk;
    valueOf(await checkIn(1));
    const file = journalOf(desk);
    copyFileSync(file, `${file}.copy`);
    renameSync(`${file}.copy`, file);
    const before = await eventsOf(client);
    expect(await checkIn(2)).toEqual(notSaved('replaced'));
    expect(await eventsOf(client)).toEqual(before);
    expect(await saveLight(client)).toEqual({ state: 'attention', code: 'replaced' });
  });
});

describe('a station whose disk was taken off the tree', () => {
  it('confirms nothing that would be gone with the process, and goes on when the same disk is put back', async ({
    skip,
  }) => {
    const why = whyNoMounts();
    skip(why !== null, why ?? '');
    const disk = mountSmallDisk(24_000_000);
    onTestFinished(disk.end);
    const place = tempDir();
    const mount = (): void => void execFileSync('mount', ['--bind', disk.path, place]);
    const unmount = (): void => void execFileSync('umount', ['-l', place]);
    mount();
    const desk = await openDesk(place);
    valueOf(await desk.checkIn(1));
    unmount();
    await expectRefusedUntil(desk, 'vanished', mount);
    await expectKept(desk);
    unmount();
  });

  it('asks for a restart when another disk is put there', async ({ skip }) => {
    const why = whyNoMounts();
    skip(why !== null, why ?? '');
    const disk = mountSmallDisk(24_000_000);
    onTestFinished(disk.end);
    const desk = await openDesk(disk.path);
    valueOf(await desk.checkIn(1));
    const file = journalOf(desk);
    execFileSync('umount', ['-l', disk.path]);
    expect(await desk.checkIn(2)).toEqual(notSaved('vanished'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'proctor-test', disk.path]);
    mkdirSync(join(file, '..'), { recursive: true });
    for (const suffix of ['', '-wal']) execFileSync('touch', [file + suffix]);
    expect(await desk.checkIn(2)).toEqual(notSaved('replaced'));
    rmSync(join(disk.path, 'data'), { recursive: true });
  });
});
