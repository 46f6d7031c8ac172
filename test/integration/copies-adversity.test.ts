import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BACKUP_ROOT, listCopies } from '../../electron/station/backup/copy-folder.ts';
import { isSoundCopy } from '../../electron/station/backup/fetch-copy.ts';
import type { StaffId } from '../../shared/ids.ts';
import { backedMorning, checkIn, restored } from '../support/backed-morning.ts';
import type { BackedStation } from '../support/backed-station.ts';
import { ROOM, valueOf } from '../support/day-scenario.ts';
import { emptyDisk, fillDisk, mountSmallDisk, whyNoMounts } from '../support/small-disk.ts';
import { tempDir } from '../support/temp-dir.ts';

/** The one folder of copies on a stick. */
function folderOn(stick: string): string {
  const [name = ''] = readdirSync(join(stick, BACKUP_ROOT));
  return join(stick, BACKUP_ROOT, name);
}

async function copyNow({ client }: BackedStation, actor: StaffId) {
  return valueOf(await client.invoke('backup.run', {}, { actor }));
}

describe('the chosen place', () => {
  it('holds a copy of its own, also where it is chosen while one is being made for another', async () => {
    const { old, day } = await backedMorning();
    await checkIn(old, day.first, day.candidates.slice(10, 12));
    const other = tempDir();
    const underWay = old.client.invoke('backup.run', {}, { actor: day.first });
    const chosen = valueOf(await old.client.invoke('backup.choose', { place: other }, { actor: day.first }));
    await underWay;
    expect(chosen).toMatchObject({ place: other, trouble: null, behind: 0, last: { isOutside: true } });
    expect(listCopies(folderOn(other))[0]?.manifest.records).toBe(chosen.last?.records);
  });

  it('gets a copy at the next look where the stick in it was changed for another, though nothing is new', async () => {
    const { old, day, stick } = await backedMorning();
    renameSync(join(stick, BACKUP_ROOT), join(stick, 'the first stick'));
    mkdirSync(join(stick, BACKUP_ROOT));
    expect(await copyNow(old, day.first)).toMatchObject({ trouble: null, behind: 0 });
    expect(listCopies(folderOn(stick))).toHaveLength(1);
    rmSync(join(stick, BACKUP_ROOT), { recursive: true });
    expect(await copyNow(old, day.first)).toMatchObject({ trouble: 'place-away' });
  });

  it('that is full of our own earlier copies takes the next one in their stead, and nothing half stays there', async (context) => {
    const why = whyNoMounts();
    if (why !== null) return context.skip(why);
    const { old, day } = await backedMorning();
    const disk = mountSmallDisk(110 * 1024 * 1024);
    onTestFinished(() => disk.end());
    valueOf(await old.client.invoke('backup.choose', { place: disk.path }, { actor: day.first }));
    for (const card of day.candidates.slice(10, 13)) {
      old.clock.advance(60_000);
      await checkIn(old, day.first, [card]);
      await copyNow(old, day.first);
    }
    const folder = folderOn(disk.path);
    expect(listCopies(folder)).toHaveLength(4);
    fill(join(disk.path, 'film'));
    await checkIn(old, day.first, day.candidates.slice(13, 14));
    const now = await copyNow(old, day.first);
    expect(now).toMatchObject({ trouble: null, behind: 0 });
    const copies = listCopies(folder);
    expect(copies.every(isSoundCopy)).toBe(true);
    expect(copies[0]?.manifest.records).toBe(now.last?.records);

    // Not even one fits beside the last: that one stays, and no half of the next.
    for (const { path } of copies.slice(1)) rmSync(path);
    fill(join(disk.path, 'film 2'));
    await checkIn(old, day.first, day.candidates.slice(14, 15));
    expect(await copyNow(old, day.first)).toMatchObject({ trouble: 'backup-full' });
    expect(listCopies(folder).map(({ manifest }) => manifest.records)).toEqual([now.last?.records]);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('holds the records also where the photos do not fit on it, and says that it is full', async (context) => {
    const why = whyNoMounts();
    if (why !== null) return context.skip(why);
    const { old, day } = await backedMorning();
    const disk = mountSmallDisk(110 * 1024 * 1024);
    onTestFinished(() => disk.end());
    valueOf(await old.client.invoke('backup.choose', { place: disk.path }, { actor: day.first }));
    const photos = join(old.dataDir, 'photos');
    const [ofDay = ''] = readdirSync(photos);
    writeFileSync(join(photos, ofDay, `${'0'.repeat(32)}.sealed`), Buffer.alloc(2_000_000, 1));
    fillDisk(disk.path, 1_500_000);
    await checkIn(old, day.first, day.candidates.slice(10, 11));
    expect(await copyNow(old, day.first)).toMatchObject({ trouble: 'backup-full' });
    const { events } = valueOf(await old.client.invoke('events.since', { after: 0, limit: 5000 }));
    const [newest] = listCopies(folderOn(disk.path));
    expect(newest?.manifest.records).toBe(events.length);
    expect(newest !== undefined && isSoundCopy(newest)).toBe(true);
    emptyDisk(disk.path);
    expect(await copyNow(old, day.first)).toMatchObject({ trouble: null, behind: 0 });
    expect(readdirSync(join(folderOn(disk.path), 'photos'))).toHaveLength(3);
  });
});

it('a folder is found by its path as a system copies it: in quotes, with a stroke at its end', async () => {
  const { old, stick } = await backedMorning();
  for (const folder of [`"${stick}"`, `“${stick}”`, ` ${stick}/ `]) {
    const { copies } = valueOf(await old.client.invoke('backup.find', { folder }));
    expect(
      copies.map(({ room }) => room),
      folder,
    ).toEqual([ROOM]);
  }
});

it('raw copies that a killed run left in the data folder are cleared away with the next copy', async () => {
  const { old, day } = await backedMorning();
  const left = join(old.dataDir, 'copy-11111111-1111-1111-1111-111111111111.unfinished');
  writeFileSync(left, 'half');
  await checkIn(old, day.first, day.candidates.slice(10, 11));
  await copyNow(old, day.first);
  expect(readdirSync(old.dataDir).filter((name) => name.startsWith('copy-'))).toEqual([]);
});

describe('a copy is taken as it lies', () => {
  it('write-protected: what is made of it here can be written', async () => {
    const scene = await backedMorning();
    const folder = folderOn(scene.stick);
    for (const name of readdirSync(folder)) if (/journal$|wrapped$/.test(name)) chmodSync(join(folder, name), 0o444);
    const spare = await restored(scene);
    const [name = ''] = readdirSync(join(spare.dataDir, 'days')).filter((file) => file.endsWith('.journal'));
    expect(statSync(join(spare.dataDir, 'days', name)).mode & 0o777).toBe(0o600);
  });
});

function fill(path: string): void {
  // Block by block: what is asked for at once and does not fit is not begun.
  const block = Buffer.alloc(64 * 1024, 1);
  const file = openSync(path, 'w');
  try {
    for (;;) writeSync(file, block);
  } catch {
    // It is full.
  } finally {
    closeSync(file);
  }
}
