import { expect, it, onTestFinished } from 'vitest';
import { createStation } from '../../electron/station/station.ts';
import { enactDay } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';
import { createTestPorts } from '../support/test-ports.ts';

it('[AL4] a running station tells its host by its own clock, and lets the computer sleep when it is closed', async () => {
  const told: boolean[] = [];
  const clock = new TestClock('2022-11-19 07:00');
  const ports = createTestPorts({ dataDir: tempDir(), clock });
  const station = await createStation({ ...ports, keepAwake: (isNeeded) => void told.push(isNeeded) });
  onTestFinished(() => station.close());
  await enactDay(createDirectClient(station));
  expect(told).toEqual([]);
  clock.setWall('2022-11-19 07:30');
  await expect.poll(() => told, { timeout: 5000 }).toEqual([true]);
  await station.close();
  expect(told).toEqual([true, false]);
});
