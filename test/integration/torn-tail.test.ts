import { copyFileSync, cpSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { verifyJournalFile } from '../../electron/station/journal/verify-file.ts';
import type { Station } from '../../electron/station/station-face.ts';
import { createStation } from '../../electron/station/station.ts';
import type { StoredEvent } from '../../shared/contract/views.ts';
import { lostRecords } from '../../shared/domain/lost-records.ts';
import { createFold, foldEvents } from '../../shared/sync/merge.ts';
import { enactDay, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { unwrap } from '../support/journal-fixture.ts';
import { type KillPlan } from '../support/kill-plan.ts';
import { runUntilKilled, startKillable } from '../support/run-until-killed.ts';
import { stateDigest } from '../support/station-acts.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';
import { createTestPorts } from '../support/test-ports.ts';

/*
 * Modelled: the death of the process, and a journal whose newest part is not there after all (cut, torn, overwritten
 * with noise). Not modelled: a disk that changes what lies deeper and answers as if nothing had happened.
 */

const CHILD = fileURLToPath(new URL('../support/station-kill-child.ts', import.meta.url));
const LATER = '2022-11-19 08:30';

function openStation(dataDir: string, wall = LATER): Promise<Station> {
  const secrets = createFileSecretStore(join(dataDir, 'secrets'));
  return createStation(createTestPorts({ dataDir, clock: new TestClock(wall), secrets }));
}

async function eventsOf(station: Station): Promise<readonly StoredEvent[]> {
  return valueOf(await createDirectClient(station).invoke('events.since', { after: 0, limit: 5000 })).events;
}

function journalOf(dataDir: string): string {
  const [name = ''] = readdirSync(join(dataDir, 'days')).filter((file) => file.endsWith('.journal'));
  return join(dataDir, 'days', name);
}

/** A folder as a killed station leaves it, its last acts in the WAL only; `seq` is where it had confirmed to. */
async function killedFolder(): Promise<{ readonly dataDir: string; readonly confirmed: number }> {
  const dataDir = tempDir();
  const station = await openStation(dataDir, '2022-11-19 07:50');
  await enactDay(createDirectClient(station));
  await station.close();
  const plan: KillPlan = { path: dataDir, firstNumber: 10_000, kind: 'idle', acts: 12 };
  const report = await runUntilKilled(startKillable(CHILD, plan), plan);
  return { dataDir, confirmed: report.acks.at(-1)?.seq ?? 0 };
}

function copyOf(dataDir: string): string {
  const copy = tempDir();
  cpSync(dataDir, copy, { recursive: true });
  return copy;
}

/** The journal's own chain reaches only so far that it is a gap-free beginning of what was there. */
function expectPrefix(before: readonly StoredEvent[], now: readonly StoredEvent[]): number {
  const old = now.filter(({ event }) => event.epoch === 1);
  expect(old.map(({ hash }) => hash)).toEqual(before.slice(0, old.length).map(({ hash }) => hash));
  expect(now.map(({ arrival }) => arrival)).toEqual(now.map((_, index) => index + 1));
  return old.length;
}

describe('a journal whose tail is torn', () => {
  it('opens to a gap-free beginning at whatever byte its WAL ends, and names in a new epoch what was confirmed and is gone', {
    timeout: 60_000,
  }, async () => {
    const { dataDir, confirmed } = await killedFolder();
    const whole = copyOf(dataDir);
    const station = await openStation(whole);
    const before = await eventsOf(station);
    await station.close();
    expect(before.at(-1)?.event).toMatchObject({ epoch: 1, seq: confirmed });

    const size = statSync(`${journalOf(dataDir)}-wal`).size;
    const lengths = Array.from({ length: 9 }, (_, index) => Math.floor((size * index) / 9));
    const kept: number[] = [];
    for (const length of [...lengths, size - 1, size - 4096]) {
      const torn = copyOf(dataDir);
      truncateSync(`${journalOf(torn)}-wal`, length);
      kept.push(await expectNewEpoch(torn, before, confirmed));
    }
    expect(new Set(kept).size, 'cut at different events').toBeGreaterThan(4);
  });

  it('takes a WAL whose end is noise for one that ends before it', async () => {
    const { dataDir, confirmed } = await killedFolder();
    const whole = copyOf(dataDir);
    const station = await openStation(whole);
    const before = await eventsOf(station);
    await station.close();
    const wal = `${journalOf(dataDir)}-wal`;
    const bytes = readFileSync(wal);
    bytes.fill(0xa5, bytes.length - 9000);
    writeFileSync(wal, bytes);
    await expectNewEpoch(dataDir, before, confirmed);
  });

  it('and an older copy put in its place never gives a number out twice', async () => {
    const { dataDir } = await killedFolder();
    const first = await openStation(dataDir);
    await first.close();
    const journal = journalOf(dataDir);
    const older = join(tempDir(), 'older.journal');
    copyFileSync(journal, older);
    for (const time of ['2022-11-19 08:40', '2022-11-19 08:50']) {
      // Each time the same old file comes back, and the epoch before it is one that the file does not know.
      const plan: KillPlan = { path: dataDir, firstNumber: 20_000, kind: 'idle', acts: 2 };
      await runUntilKilled(startKillable(CHILD, plan), plan);
      for (const name of readdirSync(join(dataDir, 'days'))) {
        if (name.endsWith('-wal')) truncateSync(join(dataDir, 'days', name), 0);
      }
      copyFileSync(older, journal);
      const station = await openStation(dataDir, time);
      const opened = (await eventsOf(station)).at(-1)?.event;
      await station.close();
      expect(opened).toMatchObject({ type: 'ChainOpened', seq: 1, epoch: time.endsWith('08:40') ? 2 : 3 });
    }
  });

  it('goes on in its epoch where nothing is lost', async () => {
    const { dataDir, confirmed } = await killedFolder();
    const station = await openStation(dataDir);
    const events = await eventsOf(station);
    await station.close();
    expect(events.at(-1)?.event).toMatchObject({ epoch: 1, seq: confirmed });
    expect(lostRecords(foldEvents(createFold(), events).state.site, {})).toEqual([]);
  });
});

/** Answers how many events of the old epoch are there. */
async function expectNewEpoch(dataDir: string, before: readonly StoredEvent[], confirmed: number): Promise<number> {
  const station = await openStation(dataDir);
  const now = await eventsOf(station);
  await station.close();
  const kept = expectPrefix(before, now);
  expect(kept).toBeLessThan(before.length);
  expect(now.at(-1)?.event).toMatchObject({
    type: 'ChainOpened',
    epoch: 2,
    seq: 1,
    data: { previous: { epoch: 1, seq: confirmed } },
  });
  const fold = foldEvents(createFold(), now);
  expect(lostRecords(fold.state.site, fold.heads)).toMatchObject([
    { label: 'A', epoch: 1, from: kept + 1, to: confirmed },
  ]);

  // The file proves itself, but for the head that its new epoch remembers.
  const report = unwrap(verifyJournalFile(journalOf(dataDir), { kind: 'real', day: null, anchors: [] }));
  expect(report).toMatchObject({ firstBad: null, missingArrivals: 0, anchors: [{ finding: 'beyond-the-end' }] });

  // What is gone comes back from a copy, in its place, and nothing is missing any more.
  const merged = foldEvents(fold, before);
  expect(lostRecords(merged.state.site, merged.heads)).toEqual([]);
  expect(stateDigest(merged.state)).toBe(stateDigest(foldEvents(createFold(), [...before, ...now]).state));
  return kept;
}
