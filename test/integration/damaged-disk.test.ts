import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createSpaceReader } from '../../electron/hosts/machine/this-computer.ts';
import { openJournal } from '../../electron/station/journal/journal-file.ts';
import { JournalWriteError } from '../../electron/station/journal/journal-errors.ts';
import { verifyJournal } from '../../electron/station/journal/verify-journal.ts';
import { aJournal, appendCheckIn, stationKeys, unwrap } from '../support/journal-fixture.ts';
import {
  emptyDisk,
  fillDisk,
  mountDamageableDisk,
  mountSmallDisk,
  whyNoDamage,
  whyNoMounts,
} from '../support/small-disk.ts';
import { tempDir } from '../support/temp-dir.ts';

const MB = 1_000_000;
/** For the rest of the thousand pages, not for what is in them. */
const ROOM_BYTES = 120_000;

function codeOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (thrown) {
    if (thrown instanceof JournalWriteError) return thrown.code;
    throw thrown;
  }
}

it('a journal whose WAL cannot be brought home for want of room goes on in it, and brings it home when there is room', {
  timeout: 30_000,
}, ({ skip }) => {
  const why = whyNoMounts();
  skip(why !== null, why ?? '');
  const disk = mountSmallDisk(24 * MB);
  onTestFinished(disk.end);
  const path = join(disk.path, 'day.journal');
  const journal = aJournal(path);
  let confirmed = 0;
  const append = (): string | null =>
    codeOf(() => {
      appendCheckIn(journal, confirmed + 1);
      confirmed += 1;
    });
  const sizeOf = (suffix = ''): number => statSync(path + suffix).size;
  // To just before the WAL has its thousand pages and is brought home for the first time.
  while (sizeOf('-wal') < 4.05 * MB) expect(append()).toBeNull();
  const before = sizeOf();
  fillDisk(disk.path, ROOM_BYTES);
  while (append() === null);
  expect(append()).toBe('disk-full');
  expect(sizeOf('-wal'), 'a thousand pages').toBeGreaterThanOrEqual(1000 * 4120);
  expect(sizeOf(), 'they do not fit into the journal itself').toBeLessThan(before + ROOM_BYTES);
  expect(journal.readSince(1, 100_000)).toHaveLength(confirmed);
  emptyDisk(disk.path);
  expect(append()).toBeNull();
  expect(sizeOf()).toBeGreaterThan(before + ROOM_BYTES);
  journal.close();
  const again = unwrap(openJournal({ path, kind: 'real', day: null, station: stationKeys().station }));
  expect(again.readSince(1, 100_000)).toHaveLength(confirmed);
  expect(verifyJournal({ content: again.content(), kind: 'real', day: null, anchors: [] }).isSound).toBe(true);
  again.close();
});

it('a file that refuses to be written confirms nothing and goes on when it is writable again; one whose disk turned read-only is sound when it is mounted anew', {
  timeout: 30_000,
}, ({ skip }) => {
  const why = whyNoDamage();
  skip(why !== null, why ?? '');
  const folder = tempDir();
  const disk = mountDamageableDisk(folder);
  onTestFinished(disk.end);
  const path = join(disk.path, 'day.journal');
  const journal = aJournal(path);
  appendCheckIn(journal, 1);
  disk.setImmutable(`${path}-wal`, true);
  const trouble = expect.stringMatching(/^(not-writable|io-failed)$/);
  expect(codeOf(() => appendCheckIn(journal, 2))).toEqual(trouble);
  expect(codeOf(() => appendCheckIn(journal, 2))).toEqual(trouble);
  disk.setImmutable(`${path}-wal`, false);
  expect(codeOf(() => appendCheckIn(journal, 2))).toBeNull();

  disk.abort();
  expect(codeOf(() => appendCheckIn(journal, 3))).toEqual(trouble);
  expect(journal.readSince(1, 10), 'what is confirmed can be read meanwhile').toHaveLength(2);
  journal.close();
  disk.remount();
  const again = unwrap(openJournal({ path, kind: 'real', day: null, station: stationKeys().station }));
  expect(again.readSince(1, 10)).toHaveLength(2);
  expect(codeOf(() => appendCheckIn(again, 3))).toBeNull();
  again.close();
});

it('the free space that a station is told is that of the disk its folder lies on', async ({ skip }) => {
  const why = whyNoMounts();
  skip(why !== null, why ?? '');
  const disk = mountSmallDisk(24 * MB);
  onTestFinished(disk.end);
  const free = createSpaceReader(disk.path);
  expect(await free()).toBeLessThan(25 * MB);
  fillDisk(disk.path, 2 * MB);
  expect(await free()).toBeLessThanOrEqual(2 * MB);
  expect(await free()).toBeGreaterThan(1.9 * MB);
});
