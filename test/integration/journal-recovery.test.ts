import { copyFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listCopies, localCopyFolder } from '../../electron/station/backup/copy-folder.ts';
import { StationCannotOpen } from '../../electron/station/station-cannot-open.ts';
import { as, type CommandId, type DayId } from '../../shared/ids.ts';
import { lostRecords } from '../../shared/domain/lost-records.ts';
import { createFold, foldEvents } from '../../shared/sync/merge.ts';
import { backedMorning, checkIn, restored } from '../support/backed-morning.ts';
import { openBacked, storedEvents } from '../support/backed-station.ts';
import { checkInOf, readState, ROOM, valueOf } from '../support/day-scenario.ts';

/** One byte of a record is another: SQLite's own check sees nothing. */
const HARMS = {
  'is no text any more': `CAST('x' || substr(CAST(bytes AS TEXT), 2) AS BLOB)`,
  'says something else': `CAST(replace(CAST(bytes AS TEXT), '"room":"001"', '"room":"002"') AS BLOB)`,
} as const;
const A_CHECK_IN = 58;

/** A station that is closed after `more` check-ins that are in no copy. */
async function closedMorning(more: number) {
  const scene = await backedMorning();
  const { old, day } = scene;
  valueOf(await old.client.invoke('backup.choose', { place: null }, { actor: day.first }));
  await checkIn(old, day.first, day.candidates.slice(10, 10 + more));
  const before = await storedEvents(old.client);
  await old.station.close();
  const days = join(old.dataDir, 'days');
  const [name = ''] = readdirSync(days);
  return { ...scene, dataDir: old.dataDir, before, days, journal: join(days, name) };
}

function harm(journal: string, to: string): void {
  const db = new Database(journal);
  const trigger = db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'events_are_not_changed'").pluck().get();
  db.exec('DROP TRIGGER events_are_not_changed');
  db.exec(`UPDATE events SET bytes = ${to} WHERE arrival = ${A_CHECK_IN}`);
  db.exec(String(trigger));
  db.close();
}

async function reopened(dataDir: string) {
  const again = await openBacked('2022-11-19 08:20', dataDir);
  onTestFinished(() => again.station.close());
  const events = await storedEvents(again.client);
  const fold = foldEvents(createFold(), events);
  return { again, events, lost: lostRecords(fold.state.site, fold.heads) };
}

describe('a record whose bytes are not its own any more', () => {
  it.for(Object.entries(HARMS))(
    'that %s: the copy takes the place of the file, and all later records come along',
    async ([, to]) => {
      const { dataDir, before, days, journal, day } = await closedMorning(3);
      harm(journal, to);
      const { again, events, lost } = await reopened(dataDir);
      expect(lost).toEqual([]);
      const hashes = events.map(({ hash }) => hash);
      expect(before.filter(({ hash }) => !hashes.includes(hash))).toEqual([]);
      expect(readdirSync(days).some((name) => name.includes('.damaged-'))).toBe(true);
      expect(valueOf(await again.client.invoke('backup.run', {}, { actor: day.first })).trouble).toBeNull();
    },
  );

  it('without any copy the day opens as far as it can be read, and is not touched where it cannot', async () => {
    const { dataDir, before, journal, days } = await closedMorning(1);
    rmSync(join(dataDir, 'copies'), { recursive: true });
    harm(journal, HARMS['says something else']);
    const first = await openBacked('2022-11-19 08:20', dataDir);
    expect(await storedEvents(first.client)).toHaveLength(before.length);
    await first.station.close();
    rmSync(join(dataDir, 'copies'), { recursive: true, force: true });
    harm(journal, HARMS['is no text any more']);
    await expect(openBacked('2022-11-19 08:21', dataDir)).rejects.toThrow(StationCannotOpen);
    expect(readdirSync(days).some((name) => name.includes('.damaged-'))).toBe(false);
  });
});

it('a recovery that was killed half way is completed at the next start from the file that was put aside', async () => {
  const { dataDir, before, journal } = await closedMorning(4);
  const [copy] = listCopies(localCopyFolder(dataDir, as<DayId>(before[0]?.event.day ?? '')));
  for (const ending of ['-wal', '-shm', '']) renameIfThere(`${journal}${ending}`, `${journal}.damaged-1${ending}`);
  copyFileSync(copy?.path ?? '', journal);
  const { events, lost } = await reopened(dataDir);
  expect(lost).toEqual([]);
  expect(events.filter(({ event }) => event.epoch === 1)).toHaveLength(before.length);
});

it('a journal that has lost its newest records takes them from the copies beside it', async () => {
  const { dataDir, before, journal } = await closedMorning(0);
  const db = new Database(journal);
  db.exec('DROP TRIGGER events_are_not_removed');
  db.exec(`DELETE FROM events WHERE arrival > ${before.length - 3}`);
  db.close();
  const { events, lost } = await reopened(dataDir);
  expect(lost).toEqual([]);
  expect(events.filter(({ event }) => event.epoch === 1)).toHaveLength(before.length);
});

it('a command that was carried out, and whose answer never came, is not carried out again after a recovery', async () => {
  const scene = await backedMorning();
  const { old, day } = scene;
  valueOf(await old.client.invoke('backup.choose', { place: null }, { actor: day.first }));
  const card = day.candidates[10];
  if (card === undefined) throw new Error('nobody to let in');
  const call = { actor: day.first, command: as<CommandId>('c0000001-0000-4000-8000-000000000001') };
  const first = valueOf(await old.client.invoke('checkIn.confirm', checkInOf(card), call));
  await old.station.close();
  const days = join(old.dataDir, 'days');
  harm(join(days, readdirSync(days)[0] ?? ''), HARMS['is no text any more']);
  const { again, events } = await reopened(old.dataDir);
  const repeated = valueOf(await again.client.invoke('checkIn.confirm', checkInOf(card), call));
  expect(repeated.events).toEqual(first.events);
  expect(await storedEvents(again.client)).toHaveLength(events.length);
});

it('a day with lost records goes on being copied, and its copies can be restored', async () => {
  const { old, stick, code, day, dataDir, journal } = { ...(await closedMorning(3)) };
  rmSync(journal);
  const { again, lost } = await reopened(dataDir);
  expect(lost).toHaveLength(1);
  const chosen = valueOf(await again.client.invoke('backup.choose', { place: stick }, { actor: day.first }));
  expect(chosen).toMatchObject({ trouble: null, behind: 0, last: { isOutside: true } });
  await checkIn(again, day.first, day.candidates.slice(20, 22));
  valueOf(await again.client.invoke('backup.run', {}, { actor: day.first }));
  const spare = await restored({ stick, code });
  const people = Object.values((await readState(spare.client)).rooms[ROOM]?.candidates ?? {});
  expect(people.filter(({ acts }) => acts.theory.length > 0)).toHaveLength(12);
  expect(old.dataDir).toBe(dataDir);
});

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // A station that was closed leaves no log.
  }
}
