import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { BACKUP_ROOT } from '../../electron/station/backup/copy-folder.ts';
import type { StaffId } from '../../shared/ids.ts';
import { doubledNumbers } from '../../shared/domain/doubled-numbers.ts';
import { createFold, foldEvents } from '../../shared/sync/merge.ts';
import { backedMorning, checkIn, restored } from '../support/backed-morning.ts';
import { type BackedStation, openBacked, storedEvents } from '../support/backed-station.ts';
import { readState, valueOf } from '../support/day-scenario.ts';
import { stateDigest } from '../support/station-acts.ts';
import { tempDir } from '../support/temp-dir.ts';

async function takeIn(into: BackedStation, from: string, actor: StaffId): Promise<void> {
  for (const name of readdirSync(join(from, BACKUP_ROOT))) {
    const folder = join(from, BACKUP_ROOT, name);
    expect(valueOf(await into.client.invoke('backup.takeIn', { folder }, { actor })).fault).toBeNull();
  }
}

it('two computers that go on from one copy, and the old one, merge to one state in any order; the numbers used twice are told', async () => {
  const scene = await backedMorning();
  const { old, day, stick, code } = scene;
  const one = await restored(scene);
  const two = await openBacked('2022-11-19 08:12', tempDir());
  onTestFinished(() => two.station.close());
  const [name = ''] = readdirSync(join(stick, BACKUP_ROOT));
  valueOf(await two.client.invoke('backup.restore', { folder: join(stick, BACKUP_ROOT, name) }));
  valueOf(await two.client.invoke('day.unlock', { groups: [...code] }));

  // The same person at two doors among them.
  const all = [
    [old, day.candidates.slice(10, 13)],
    [one, day.candidates.slice(12, 16)],
    [two, day.candidates.slice(15, 18)],
  ] as const;
  const sticks = all.map(() => tempDir());
  for (const [index, [station, people]] of all.entries()) {
    await checkIn(station, day.first, people);
    valueOf(await station.client.invoke('backup.choose', { place: sticks[index] ?? '' }, { actor: day.first }));
  }
  const [oldStick = '', firstStick = '', secondStick = ''] = sticks;
  for (const from of [secondStick, firstStick]) await takeIn(old, from, day.first);
  for (const from of [oldStick, secondStick]) await takeIn(one, from, day.first);
  for (const from of [firstStick, oldStick]) await takeIn(two, from, day.first);

  const digests = await Promise.all(all.map(async ([{ client }]) => stateDigest(await readState(client))));
  expect(new Set(digests).size).toBe(1);
  const fold = foldEvents(createFold(), await storedEvents(two.client));
  expect(doubledNumbers(fold.state.site, fold.heads)).toMatchObject([{ label: 'A', epoch: 2 }]);
});
