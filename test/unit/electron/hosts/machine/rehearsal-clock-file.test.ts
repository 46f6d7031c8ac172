import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import {
  type KeptRehearsalTime,
  openRehearsalTime,
} from '../../../../../electron/hosts/machine/rehearsal-clock-file.ts';
import { tempDir } from '../../../../support/temp-dir.ts';
import { TestClock } from '../../../../support/test-clock.ts';

const MORNING = Date.UTC(2026, 10, 20, 23, 55);

function open(dataDir: string, real = new TestClock('2026-11-21 14:00')): KeptRehearsalTime {
  const time = openRehearsalTime(dataDir, real);
  onTestFinished(() => time.close());
  return time;
}

it('begins at the real time where nothing is kept', () => {
  expect(open(tempDir()).clock.wall()).toBe(Date.UTC(2026, 10, 21, 6));
});

it('goes on at 1× from what was known when it was set, without having been closed', () => {
  const dataDir = tempDir();
  const { rehearsal } = open(dataDir);
  rehearsal.startAt(MORNING);
  rehearsal.setRate(60);
  const { clock } = open(dataDir, new TestClock('2026-11-23 09:00'));
  expect([clock.wall(), clock.rate()]).toEqual([MORNING, 1]);
});

it('keeps where it stood when it was closed: no time passes while the program is not running', () => {
  const dataDir = tempDir();
  const real = new TestClock('2026-11-21 14:00');
  const time = open(dataDir, real);
  time.rehearsal.startAt(MORNING);
  time.rehearsal.setRate(60);
  real.advance(10_000);
  time.close();
  expect(open(dataDir, new TestClock('2026-11-23 09:00')).clock.wall()).toBe(MORNING + 600_000);
});

it('a damaged file is as none, and the file is private', () => {
  const dataDir = tempDir();
  const path = join(dataDir, 'rehearsal-clock.json');
  writeFileSync(path, '{"version":1,"examMs":"now"}');
  const { clock, rehearsal } = open(dataDir);
  expect(clock.wall()).toBe(Date.UTC(2026, 10, 21, 6));
  rehearsal.startAt(MORNING);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ version: 1, examMs: MORNING });
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
});

it('a disk that takes nothing stops no rehearsal', () => {
  const { clock, rehearsal } = open(join(tempDir(), 'not-there'));
  rehearsal.startAt(MORNING);
  expect(clock.wall()).toBe(MORNING);
});
