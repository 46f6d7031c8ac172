import { expect, it } from 'vitest';
import { notePace, UNHURRIED } from '../../../../../electron/station/disk/commit-pace.ts';
import { type DiskFacts, diskTrouble } from '../../../../../electron/station/disk/disk-trouble.ts';

const WELL: DiskFacts = { place: null, freeBytes: 50e9, isSlow: false };

it.each<[Partial<DiskFacts>, string | null]>([
  [{}, null],
  [{ freeBytes: null }, null],
  [{ freeBytes: 500e6 }, null],
  [{ freeBytes: 500e6 - 1 }, 'disk-low'],
  [{ freeBytes: 100e6 }, 'disk-low'],
  [{ freeBytes: 100e6 - 1 }, 'disk-nearly-full'],
  [{ freeBytes: 400e6, isSlow: true }, 'disk-slow'],
  [{ freeBytes: 0, isSlow: true }, 'disk-nearly-full'],
  [{ freeBytes: null, isSlow: true }, 'disk-slow'],
  [{ freeBytes: 0, isSlow: true, place: 'vanished' }, 'vanished'],
  [{ place: 'replaced' }, 'replaced'],
])('of %o the gravest is told: %s', (facts, trouble) => {
  expect(diskTrouble({ ...WELL, ...facts })).toBe(trouble);
});

it.each<[readonly number[], boolean]>([
  [[], false],
  [[2000, 2000, 2000], false],
  [[2001], true],
  [[2001, 20, 20], true],
  [[2001, 20, 20, 20], false],
  [[2001, 20, 20, 501, 20], true],
  [[2001, 20, 2001, 20, 20], true],
  [[2001, 500, 500, 500], false],
])('commits that take %j ms leave a disk that is slow: %s', (commits, isSlow) => {
  expect(commits.reduce(notePace, UNHURRIED).isSlow).toBe(isSlow);
});
