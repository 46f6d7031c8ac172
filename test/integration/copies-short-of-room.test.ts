import { cpSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backedMorning, checkIn } from '../support/backed-morning.ts';
import { openBacked } from '../support/backed-station.ts';
import { valueOf } from '../support/day-scenario.ts';
import { emptyDisk, fillDisk, mountSmallDisk, whyNoMounts } from '../support/small-disk.ts';
import { tempDir } from '../support/temp-dir.ts';

/** A desk with people still to let in, on a folder that is put where it is wanted. */
async function openDesk(dataDir: string, freeBytes?: () => Promise<number>) {
  const { old, day } = await backedMorning();
  await old.station.close();
  cpSync(old.dataDir, dataDir, { recursive: true });
  const station = await openBacked('2022-11-19 08:20', dataDir, [], freeBytes);
  onTestFinished(() => station.station.close());
  const left = day.candidates.slice(10);
  return {
    next: () => checkIn(station, day.first, left.splice(0, 1)),
    copy: async () => valueOf(await station.client.invoke('backup.run', {}, { actor: day.first })),
    light: async () => valueOf(await station.client.invoke('station.status', {})).lights.save.code,
  };
}

const unfinishedIn = (dataDir: string) => readdirSync(dataDir).filter((name) => name.startsWith('copy-'));

describe('copies of a day whose disk is short of room', () => {
  it('leave nothing half made on the full disk, so that check-in goes on, and are made again by themselves', async (context) => {
    const why = whyNoMounts();
    if (why !== null) return context.skip(why);
    const disk = mountSmallDisk(30_000_000);
    onTestFinished(() => disk.end());
    const dataDir = join(disk.path, 'data');
    const { next, copy, light } = await openDesk(dataDir);
    await next();
    const days = join(dataDir, 'days');
    const [journal = ''] = readdirSync(days).filter((name) => name.endsWith('.journal'));
    // A raw copy fits, and nothing that is made of it.
    const freeBytes = statSync(join(days, journal)).size + 4096;
    fillDisk(disk.path, freeBytes);
    expect(await copy()).toMatchObject({ trouble: 'copies-no-room', behind: 1 });
    expect(await light()).toBe('copies-no-room');
    expect(unfinishedIn(dataDir)).toEqual([]);
    const { bavail, bsize } = statfsSync(disk.path);
    expect(bavail * bsize).toBeGreaterThanOrEqual(freeBytes - 4096);
    await next();
    emptyDisk(disk.path);
    expect(await copy()).toMatchObject({ trouble: null, behind: 0, last: { isOutside: true } });
    expect(await light()).toBe('saved');
  });

  it('are not begun where they would take the room that the records need', async () => {
    let freeBytes = 8_000_000;
    const { next, copy } = await openDesk(join(tempDir(), 'data'), async () => freeBytes);
    await next();
    expect(await copy()).toMatchObject({ trouble: 'copies-no-room', behind: 1 });
    freeBytes = 9_000_000;
    expect(await copy()).toMatchObject({ trouble: null, behind: 0, last: { isOutside: true } });
  });
});
