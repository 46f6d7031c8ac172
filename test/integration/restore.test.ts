import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import type { StoredEvent } from '../../shared/contract/views.ts';
import { lostRecords } from '../../shared/domain/lost-records.ts';
import { createFold, foldEvents } from '../../shared/sync/merge.ts';
import { backedMorning, checkIn, restored } from '../support/backed-morning.ts';
import { openBacked, storedEvents } from '../support/backed-station.ts';
import { readState, ROOM, valueOf } from '../support/day-scenario.ts';
import { stateDigest } from '../support/station-acts.ts';
import { tempDir } from '../support/temp-dir.ts';

describe('a day restored on another computer from the stick', () => {
  it('goes on where the copy ends, in a new epoch, with nothing to enter again; later records of the old computer merge', async () => {
    const scene = await backedMorning();
    const { old, day, stick } = scene;
    const inCopy = await storedEvents(old.client);
    // The old computer records on, without a copy, and dies.
    await checkIn(old, day.first, day.candidates.slice(10, 13));
    const all = await storedEvents(old.client);

    const spare = await restored(scene);
    const opened = await storedEvents(spare.client);
    expect(opened.slice(0, inCopy.length).map(({ hash }) => hash)).toEqual(inCopy.map(({ hash }) => hash));
    const end = inCopy.at(-1)?.event;
    expect(opened.find(({ event }) => event.type === 'ChainOpened' && event.epoch === 2)?.event).toMatchObject({
      seq: 1,
      data: { label: 'A', previous: { station: end?.station, epoch: 1, seq: end?.seq } },
    });
    const status = valueOf(await spare.client.invoke('station.status', {}));
    expect(status).toMatchObject({ stage: 'ready', binding: { kind: 'room', room: ROOM }, locked: null });
    const { candidates } = valueOf(await spare.client.invoke('candidates.list', { room: ROOM }, { actor: day.first }));
    expect(candidates.map(({ name }) => name)).toEqual(day.candidates.map(({ name }) => name));
    const withPhoto = candidates.filter(({ hasPhoto }) => hasPhoto).map(({ candidate }) => candidate);
    const { photos } = valueOf(
      await spare.client.invoke('candidates.photos', { candidates: withPhoto }, { actor: day.first }),
    );
    expect(photos).toHaveLength(2);

    // Both go on: the spare one in the room, the old one repaired in the office.
    await checkIn(spare, day.second, day.candidates.slice(13, 16));
    const copied = valueOf(await old.client.invoke('backup.run', {}, { actor: day.first }));
    expect(copied.trouble).toBeNull();
    const folder = join(stick, '监考工作站备份', `${status.current?.day}-${end?.station}`);
    const late = all.length - inCopy.length;
    expect(valueOf(await spare.client.invoke('backup.takeIn', { folder }, { actor: day.first }))).toEqual({
      added: late,
      fault: null,
    });
    const merged = await storedEvents(spare.client);
    expect(stateDigest(await readState(spare.client))).toBe(stateDigest(foldEvents(createFold(), merged).state));
    const people = Object.values((await readState(spare.client)).rooms[ROOM]?.candidates ?? {});
    expect(people.filter(({ acts }) => acts.theory.length > 0)).toHaveLength(16);

    // Again changes nothing; and the old one takes in what the spare one has: both say the same.
    expect(valueOf(await spare.client.invoke('backup.takeIn', { folder }, { actor: day.first })).added).toBe(0);
    valueOf(await spare.client.invoke('backup.run', {}, { actor: day.first }));
    const back = join(stick, '监考工作站备份', `${status.current?.day}-${status.station.id}`);
    valueOf(await old.client.invoke('backup.takeIn', { folder: back }, { actor: day.first }));
    expect(stateDigest(await readState(old.client))).toBe(stateDigest(await readState(spare.client)));
  });

  it('holds the key nowhere, neither on the stick nor among the copies in the data folder', async () => {
    const { old, stick } = await backedMorning();
    const secrets = join(old.dataDir, 'secrets');
    const names = readdirSync(secrets).filter((name) => name.startsWith('day-') || name === 'station-key');
    expect(names).toHaveLength(2);
    for (const name of names) {
      const key = createFileSecretStore(secrets).read(name) ?? new Uint8Array();
      expect(filesWith(key, [stick, join(old.dataDir, 'copies'), join(old.dataDir, 'keys')])).toEqual([]);
      // The same search finds it where it is.
      expect(filesWith(key, [secrets])).toEqual([join(secrets, name)]);
    }
  });

  it('passes over a copy that is not whole for the one before it, and says so where none is', async () => {
    const scene = await backedMorning();
    const { old, day, stick } = scene;
    await checkIn(old, day.first, day.candidates.slice(10, 11));
    old.clock.advance(2 * 60_000);
    valueOf(await old.client.invoke('backup.run', {}, { actor: day.first }));
    const [name = ''] = readdirSync(join(stick, '监考工作站备份'));
    const folder = join(stick, '监考工作站备份', name);
    const journals = readdirSync(folder)
      .filter((file) => file.endsWith('.journal'))
      .toSorted();
    expect(journals.length).toBeGreaterThan(1);
    spoil(join(folder, journals.at(-1) ?? ''));
    const spare = await restored(scene);
    const people = Object.values((await readState(spare.client)).rooms[ROOM]?.candidates ?? {});
    expect(people.filter(({ acts }) => acts.theory.length > 0)).toHaveLength(10);

    for (const file of journals) spoil(join(folder, file));
    const third = await openBacked('2022-11-19 08:12');
    onTestFinished(() => third.station.close());
    expect(await third.client.invoke('backup.restore', { folder })).toMatchObject({ error: { code: 'copy-unsound' } });
    expect(valueOf(await third.client.invoke('station.status', {})).stage).toBe('no-day');
  });

  it('without a 恢复单 is refused before anything is put in place', async () => {
    const { old, stick, day } = await backedMorning();
    const [name = ''] = readdirSync(join(stick, '监考工作站备份'));
    const folder = join(stick, '监考工作站备份', name);
    rmSync(join(folder, 'day-key.wrapped'));
    const spare = await openBacked('2022-11-19 08:12');
    onTestFinished(() => spare.station.close());
    expect(await spare.client.invoke('backup.restore', { folder })).toMatchObject({
      error: { code: 'copy-without-key' },
    });
    expect(readdirSync(join(spare.dataDir, 'days'))).toEqual([]);
    expect(await old.client.invoke('backup.restore', { folder })).toMatchObject({ error: { code: 'day-open-here' } });
    expect(day.candidates.length).toBeGreaterThan(0);
  });
});

it('a moved disk without its wrapped key gets it from the stick, and opens with the same 恢复单', async () => {
  const { old, day, stick, code } = await backedMorning();
  await old.station.close();
  for (const folder of ['secrets', 'keys']) rmSync(join(old.dataDir, folder), { recursive: true });
  const moved = await openBacked('2022-11-19 08:20', old.dataDir, [stick]);
  onTestFinished(() => moved.station.close());
  const locked = valueOf(await moved.client.invoke('station.status', {}));
  expect(locked).toMatchObject({ stage: 'locked', locked: { wrapped: 'missing' } });
  const { copies } = valueOf(await moved.client.invoke('backup.find', { folder: null }));
  expect(copies).toMatchObject([{ isHere: false, hasKey: true }]);
  valueOf(await moved.client.invoke('backup.restore', { folder: copies[0]?.folder ?? '' }));
  valueOf(await moved.client.invoke('day.unlock', { groups: [...code] }));
  const people = Object.values((await readState(moved.client)).rooms[ROOM]?.candidates ?? {});
  expect(people.filter(({ acts }) => acts.theory.length > 0)).toHaveLength(10);
  expect(valueOf(await moved.client.invoke('station.status', {}))).toMatchObject({
    stage: 'ready',
    station: { epoch: 2 },
  });
  expect(day.candidates).toHaveLength(40);
});

describe('copies while a paper runs', () => {
  it('are made by themselves once a minute where something is new, and by nobody where nothing is', async () => {
    const { old, day } = await backedMorning();
    const recordsOf = async () =>
      valueOf(await old.client.invoke('backup.state', {}, { actor: day.first })).last?.records ?? 0;
    const before = await recordsOf();
    await checkIn(old, day.first, day.candidates.slice(10, 12));
    expect(valueOf(await old.client.invoke('backup.state', {}, { actor: day.first })).behind).toBe(2);
    old.clock.elapse(61_000);
    await expect.poll(recordsOf, { timeout: 10_000 }).toBe(before + 2);
  });

  it('go to no place that would be lost with the records, or that takes nothing', async () => {
    const { old, day, stick } = await backedMorning();
    const file = join(stick, 'a file');
    writeFileSync(file, '');
    for (const [place, reason] of [
      [join(old.dataDir, 'copies'), 'in-data-folder'],
      [old.dataDir, 'in-data-folder'],
      [join(stick, 'nowhere'), 'not-a-folder'],
      [file, 'not-a-folder'],
      ['USB', 'not-a-folder'],
    ] as const) {
      const answer = await old.client.invoke('backup.choose', { place }, { actor: day.first });
      expect(answer, place).toMatchObject({ error: { code: 'place-unusable', figures: { reason } } });
    }
    expect(valueOf(await old.client.invoke('backup.state', {}, { actor: day.first })).place).toBe(stick);
  });

  it('are not put where the stick was, and come back with it', async () => {
    const { old, day, stick } = await backedMorning();
    const root = join(stick, '监考工作站备份');
    const [name = ''] = readdirSync(root);
    const before = readdirSync(join(root, name)).length;
    rmSync(root, { recursive: true });
    await checkIn(old, day.first, day.candidates.slice(10, 12));
    const away = valueOf(await old.client.invoke('backup.run', {}, { actor: day.first }));
    expect(away).toMatchObject({ trouble: 'place-away' });
    expect(existsSync(root)).toBe(false);
    const lights = valueOf(await old.client.invoke('station.status', {})).lights;
    expect(lights.save).toEqual({ state: 'attention', code: 'place-away' });
    valueOf(await old.client.invoke('backup.choose', { place: stick }, { actor: day.first }));
    expect(readdirSync(join(root, name)).length).toBeGreaterThan(0);
    expect(before).toBeGreaterThan(0);
    expect(valueOf(await old.client.invoke('station.status', {})).lights.save.state).toBe('good');
  });
});

/** Of what was recorded: how much is there, and how much a new epoch names as lost. */
function accountOf(now: readonly StoredEvent[]) {
  const fold = foldEvents(createFold(), now);
  const lost = lostRecords(fold.state.site, fold.heads);
  return {
    kept: now.filter(({ event }) => event.epoch === 1).length,
    lost: lost.reduce((sum, { from, to }) => sum + to - from + 1, 0),
    epochs: [...new Set(now.map(({ event }) => event.epoch))],
  };
}

describe('a journal whose file is damaged', () => {
  /** Closes the station without a last copy, four check-ins after the one it has. */
  async function uncopiedMorning() {
    const { old, day } = await backedMorning();
    valueOf(await old.client.invoke('backup.choose', { place: null }, { actor: day.first }));
    await checkIn(old, day.first, day.candidates.slice(10, 14));
    const before = await storedEvents(old.client);
    await old.station.close();
    const days = join(old.dataDir, 'days');
    const [name = ''] = readdirSync(days).filter((file) => file.endsWith('.journal'));
    return { dataDir: old.dataDir, before, days, journal: join(days, name) };
  }

  async function reopened(dataDir: string): Promise<readonly StoredEvent[]> {
    const again = await openBacked('2022-11-19 08:20', dataDir);
    onTestFinished(() => again.station.close());
    const { stage, lights } = valueOf(await again.client.invoke('station.status', {}));
    expect([stage, lights.save.code]).toEqual(['ready', 'file-recovered']);
    return storedEvents(again.client);
  }

  it('is put aside for its last good copy, and a new epoch names what that lacks', async () => {
    const { dataDir, before, days, journal } = await uncopiedMorning();
    writeFileSync(journal, 'not a database any more'.repeat(1000));
    const now = await reopened(dataDir);
    expect(accountOf(now)).toEqual({ kept: before.length - 4, lost: 4, epochs: [1, 2] });
    expect(readdirSync(days).some((file) => file.includes('.damaged-'))).toBe(true);
  });

  it('gives back what can still be read of it behind the copy', async () => {
    const { dataDir, before, journal } = await uncopiedMorning();
    // An index that the rows themselves do not need.
    const db = new Database(journal);
    const page = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'command_answers'").pluck().get();
    db.close();
    const bytes = readFileSync(journal);
    bytes.fill(0x5a, (Number(page) - 1) * 4096, Number(page) * 4096);
    writeFileSync(journal, bytes);
    expect(accountOf(await reopened(dataDir))).toEqual({ kept: before.length, lost: 0, epochs: [1, 2] });
  });

  it('that is gone altogether comes back from the copy too', async () => {
    const { dataDir, before, journal } = await uncopiedMorning();
    rmSync(journal);
    expect(accountOf(await reopened(dataDir))).toEqual({ kept: before.length - 4, lost: 4, epochs: [1, 2] });
  });

  it('without any copy is not touched, and the program says that it cannot open', async () => {
    const { dataDir, journal } = await uncopiedMorning();
    rmSync(join(dataDir, 'copies'), { recursive: true });
    writeFileSync(journal, 'not a database any more');
    await expect(openBacked('2022-11-19 08:20', dataDir)).rejects.toThrow(/foreign-file/);
    expect(readFileSync(journal, 'utf8')).toBe('not a database any more');
  });
});

describe('the station’s own file, when it is damaged', () => {
  it('is made anew: the same station, its days, its chain going on', async () => {
    for (const harm of ['damaged', 'gone'] as const) {
      const { old } = await backedMorning();
      const before = valueOf(await old.client.invoke('station.status', {}));
      const records = (await storedEvents(old.client)).length;
      await old.station.close();
      const file = join(old.dataDir, 'station.db');
      if (harm === 'damaged') writeFileSync(file, 'noise'.repeat(5000));
      else rmSync(file);
      const again = await openBacked('2022-11-19 08:20', old.dataDir);
      onTestFinished(() => again.station.close());
      const after = valueOf(await again.client.invoke('station.status', {}));
      expect(after, harm).toMatchObject({ station: before.station, current: before.current, stage: 'ready' });
      expect(await storedEvents(again.client)).toHaveLength(records);
    }
  });

  it('in a folder without any day is not touched', async () => {
    const dataDir = tempDir();
    writeFileSync(join(dataDir, 'station.db'), 'somebody else’s');
    await expect(openBacked('2022-11-19 08:20', dataDir)).rejects.toThrow(/foreign-file/);
    expect(readFileSync(join(dataDir, 'station.db'), 'utf8')).toBe('somebody else’s');
  });
});

function spoil(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 64);
  writeFileSync(path, bytes);
}

/** Files that hold a secret as bytes, hex or base64. */
function filesWith(secret: Uint8Array, folders: readonly string[]): readonly string[] {
  const key = Buffer.from(secret);
  const forms = [key, Buffer.from(key.toString('hex')), Buffer.from(key.toString('base64').replace(/=+$/, ''))];
  return folders
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => forms.some((form) => readFileSync(path).includes(form)));
}
