import { expect, it, vi } from 'vitest';
import { Journal } from '../../electron/station/journal/journal.ts';
import type { Ports } from '../../electron/station/ports.ts';
import { createStation } from '../../electron/station/station.ts';
import type { Push } from '../../shared/contract/pushes.ts';
import { as, type CommandId } from '../../shared/ids.ts';
import { checkInOf, enactDay, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { tempDir } from '../support/temp-dir.ts';
import { TestClock } from '../support/test-clock.ts';
import { createTestPorts } from '../support/test-ports.ts';

async function openDesk(parts: { readonly freeBytes?: Ports['freeBytes'] } = {}) {
  const clock = new TestClock('2022-11-19 08:10');
  const station = await createStation(createTestPorts({ dataDir: tempDir(), clock, ...parts }));
  const client = createDirectClient(station);
  const day = await enactDay(client);
  const checkIn = async (seat: number) =>
    valueOf(
      await client.invoke('checkIn.confirm', checkInOf(day.candidates[seat - 1]!), {
        actor: day.first,
        command: as<CommandId>(`check-in-of-seat-${seat}`),
      }),
    );
  const light = async () => valueOf(await client.invoke('station.status', {})).lights.save;
  return { clock, station, client, checkIn, light };
}

it('a disk with little room is told at the start and to the pages, and nothing is refused for it', async () => {
  let free = 80e6;
  const { station, checkIn, light } = await openDesk({ freeBytes: async () => free });
  expect(await light()).toEqual({ state: 'attention', code: 'disk-nearly-full' });
  await checkIn(1);
  expect(await light()).toEqual({ state: 'attention', code: 'disk-nearly-full' });
  free = 50e9;
  expect(await light(), 'it is asked again in its own time').toEqual({ state: 'attention', code: 'disk-nearly-full' });
  await station.close();
});

it('a commit that takes seconds is confirmed all the same, and 保存 stays amber until three in a row were quick', async () => {
  const { clock, station, client, checkIn, light } = await openDesk();
  const pushed = new Promise<Push>((resolve) => {
    client.subscribe((push) => {
      if (push.push === 'devices') resolve(push);
    });
  });
  const append = Journal.prototype.append;
  vi.spyOn(Journal.prototype, 'append').mockImplementationOnce(function slow(this: Journal, batch) {
    clock.elapse(3000);
    return append.call(this, batch);
  });
  await checkIn(1);
  const slow = { state: 'attention', code: 'disk-slow' };
  expect(await light()).toEqual(slow);
  expect(await pushed).toMatchObject({ lights: { save: slow } });
  await checkIn(2);
  await checkIn(3);
  expect(await light()).toEqual(slow);
  await checkIn(4);
  expect(await light()).toEqual({ state: 'good', code: 'saved' });
  await station.close();
});
