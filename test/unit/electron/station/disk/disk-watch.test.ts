import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSaveHealth } from '../../../../../electron/station/api/save-light.ts';
import { watchDisk } from '../../../../../electron/station/disk/disk-watch.ts';
import type { PlaceTrouble } from '../../../../../electron/station/disk/place-watch.ts';
import { createTestLogger } from '../../../../support/test-logger.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

function aWatch() {
  const health = createSaveHealth();
  const seen = { free: 50e9, asked: 0, place: null as PlaceTrouble | null, isHanging: false };
  const watch = watchDisk({
    ports: {
      logger: createTestLogger(),
      freeBytes: () => {
        seen.asked += 1;
        if (seen.isHanging) return new Promise(() => undefined);
        return seen.free < 0 ? Promise.reject(new Error('gone')) : Promise.resolve(seen.free);
      },
    },
    health,
    place: () => seen.place,
  });
  return { health, seen, watch };
}

it('asks for the free space at once and every thirty seconds, and tells when it comes and goes', async () => {
  const { health, seen, watch } = aWatch();
  await setImmediate();
  expect(health.disk).toBeNull();
  seen.free = 400e6;
  vi.advanceTimersByTime(29_999);
  await setImmediate();
  expect(seen.asked).toBe(1);
  vi.advanceTimersByTime(1);
  await setImmediate();
  expect(health.disk).toBe('disk-low');
  seen.free = 600e6;
  vi.advanceTimersByTime(30_000);
  await setImmediate();
  expect(health.disk).toBeNull();
  watch.close();
  vi.advanceTimersByTime(90_000);
  expect(seen.asked).toBe(3);
});

it('says nothing of a disk that cannot be asked, and does not ask one again that hangs', async () => {
  const { health, seen, watch } = aWatch();
  seen.free = -1;
  vi.advanceTimersByTime(30_000);
  await setImmediate();
  expect(health.disk).toBeNull();
  seen.isHanging = true;
  vi.advanceTimersByTime(90_000);
  await setImmediate();
  expect(seen.asked).toBeLessThanOrEqual(3);
  watch.close();
});

it('tells of files that are gone as soon as it looks, and of slow commits until they are quick again', async () => {
  const { health, seen, watch } = aWatch();
  await setImmediate();
  seen.place = 'vanished';
  watch.look();
  expect(health.disk).toBe('vanished');
  expect(watch.placeTrouble()).toBe('vanished');
  seen.place = null;
  watch.noteCommit(5000);
  expect(health.disk).toBe('disk-slow');
  for (let commit = 0; commit < 3; commit += 1) watch.noteCommit(20);
  expect(health.disk).toBeNull();
  watch.close();
  seen.place = 'vanished';
  watch.look();
  expect(health.disk).toBeNull();
});
