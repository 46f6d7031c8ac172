import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { verifyJournalFile } from '../../electron/station/journal/verify-file.ts';
import { createStation } from '../../electron/station/station.ts';
import type { Station } from '../../electron/station/station-face.ts';
import type { StoredEvent } from '../../shared/contract/views.ts';
import { enactDay, valueOf } from './day-scenario.ts';
import { createDirectClient } from './direct-client.ts';
import type { FullDiskPlan, FullInstant } from './full-disk-plan.ts';
import { unwrap } from './journal-fixture.ts';
import { emptyDisk, mountSmallDisk } from './small-disk.ts';
import { TestClock } from './test-clock.ts';
import { createTestPorts } from './test-ports.ts';

const CHILD = fileURLToPath(new URL('./full-disk-day-child.ts', import.meta.url));
/** Room for a day with its papers and photos, and no more to fill than that. */
const DISK_BYTES = 24_000_000;

export interface FullDiskResult {
  /** Times that the disk was filled, and of these how many ended in a kill. */
  readonly instants: number;
  readonly kills: number;
  /** Answers `not-saved`, by what was asked. */
  readonly refusals: Readonly<Record<string, number>>;
  readonly confirmed: number;
  /** Confirmed and not there. */
  readonly lost: readonly string[];
  /** Answered not-saved, never confirmed, and there. */
  readonly falselyKept: readonly string[];
  /** What else did not hold, in words. */
  readonly faults: readonly string[];
  readonly isDone: boolean;
}

interface Ack {
  readonly command: string;
  readonly seq: number;
  readonly hash: string;
}

/** Lives the day on a disk of its own that is full at each of these instants, as far as the day has acts for them. */
export async function liveOnFullDisk(instants: readonly FullInstant[]): Promise<FullDiskResult> {
  const disk = mountSmallDisk(DISK_BYTES);
  try {
    return await live(disk.path, instants);
  } finally {
    disk.end();
  }
}

async function live(disk: string, instants: readonly FullInstant[]): Promise<FullDiskResult> {
  const dataDir = join(disk, 'data');
  mkdirSync(dataDir, { mode: 0o700 });
  let lastMs = Date.parse('2022-11-19T07:55:00+08:00');
  const first = await openStation(dataDir, lastMs);
  await enactDay(createDirectClient(first));
  await first.close();
  const acks = new Map<string, Ack>();
  const refused = new Set<string>();
  const refusals: Record<string, number> = {};
  const [lost, falselyKept, faults]: [Set<string>, Set<string>, string[]] = [new Set(), new Set(), []];
  let [done, kills, isDone] = [0, 0, false];
  while (!isDone) {
    const said = await runUntilHalted({ dataDir, disk, instants: instants.slice(done) }, lastMs);
    kills += 1;
    for (const [what, ...words] of said) {
      const [command = '', second = '', hash = ''] = words;
      if (what === 'instant') done += 1;
      if (what === 'ack') acks.set(command, { command, seq: Number(second), hash });
      if (what === 'refused') {
        refused.add(command);
        refusals[second] = (refusals[second] ?? 0) + 1;
      }
      if (what === 'fault') faults.push(words.join(' '));
      if (what === 'done') isDone = true;
    }
    emptyDisk(disk);
    const station = await openStation(dataDir, lastMs);
    const events = await eventsOf(station);
    await station.close();
    lastMs = Math.max(lastMs, ...events.map(({ event }) => event.at));
    const there = new Set(events.map(({ event, hash }) => `${event.command} ${event.seq} ${hash}`));
    for (const { command, seq, hash } of acks.values()) if (!there.has(`${command} ${seq} ${hash}`)) lost.add(command);
    const commands = new Set(events.map(({ event }) => event.command));
    for (const command of refused) if (!acks.has(command) && commands.has(command as never)) falselyKept.add(command);
    if (events.some(({ event }) => event.epoch !== 1)) faults.push('a new epoch was opened, though nothing was cut');
    faults.push(...chainFaults(dataDir, [...acks.values()], events));
  }
  return {
    instants: done,
    kills: kills - 1,
    refusals,
    confirmed: acks.size,
    lost: [...lost],
    falselyKept: [...falselyKept],
    faults,
    isDone,
  };
}

/** What the child said until it waited to be killed, in words; it is killed then. */
async function runUntilHalted(plan: FullDiskPlan, beginMs: number): Promise<readonly (readonly string[])[]> {
  const child = spawn(process.execPath, [CHILD, JSON.stringify(plan)], { stdio: ['pipe', 'pipe', 'pipe'] });
  let [output, trouble] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => void (trouble += chunk.toString()));
  const closed = once(child, 'close');
  const isHalted = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.endsWith('halted\n')) resolve();
    });
    child.on('exit', () => reject(new Error(`the child ended by itself: ${trouble}`)));
  });
  child.stdin.write(`${beginMs}\n`);
  try {
    await isHalted;
  } finally {
    child.kill('SIGKILL');
    await closed;
  }
  return output
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' '));
}

/** The file recomputed, and held against every head that was confirmed. */
function chainFaults(dataDir: string, acks: readonly Ack[], events: readonly StoredEvent[]): readonly string[] {
  const [name = ''] = readdirSync(join(dataDir, 'days')).filter((file) => file.endsWith('.journal'));
  const by = events[0]?.event.station;
  if (by === undefined) return ['the journal is empty'];
  const anchors = acks.map(({ seq, hash }) => ({
    source: 'acknowledged' as const,
    day: null,
    kind: 'real' as const,
    chain: { station: by },
    epoch: 1,
    seq,
    hash,
    signature: null,
  }));
  const report = unwrap(verifyJournalFile(join(dataDir, 'days', name), { kind: 'real', day: null, anchors }));
  return report.isSound ? [] : [`the file does not prove itself: ${JSON.stringify(report)}`];
}

function openStation(dataDir: string, wall: number): Promise<Station> {
  const secrets = createFileSecretStore(join(dataDir, 'secrets'));
  return createStation(createTestPorts({ dataDir, clock: new TestClock(wall), secrets }));
}

async function eventsOf(station: Station): Promise<readonly StoredEvent[]> {
  return valueOf(await createDirectClient(station).invoke('events.since', { after: 0, limit: 5000 })).events;
}
