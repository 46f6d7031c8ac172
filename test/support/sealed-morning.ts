import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { createStation } from '../../electron/station/station.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { Status } from '../../shared/contract/views.ts';
import { as, type DayId } from '../../shared/ids.ts';
import { checkInOf, enactDay, type EnactedDay, ROOM, valueOf } from './day-scenario.ts';
import { createDirectClient } from './direct-client.ts';
import { fillFolder } from './prepared-folder.ts';
import { checkedSheet, type SheetOnPaper } from './recovery.ts';
import { tempDir } from './temp-dir.ts';
import { TestClock } from './test-clock.ts';
import { createTestPorts } from './test-ports.ts';

const MORNING = '2022-11-19 08:12';

interface Prepared extends EnactedDay {
  readonly sheet: SheetOnPaper;
}

/** A morning with one person in, and the 恢复单 printed, typed back and sealed. */
async function prepareMorning(dataDir: string): Promise<Prepared> {
  const clock = new TestClock('2022-11-19 07:50');
  const ports = createTestPorts({ dataDir, clock, secrets: createFileSecretStore(join(dataDir, 'secrets')) });
  const station = await createStation(ports);
  const client = createDirectClient(station);
  const day = await enactDay(client);
  const sheet = await checkedSheet(client, day.chief);
  clock.setWall('2022-11-19 08:10');
  const [first] = day.candidates;
  if (first === undefined) throw new Error('a room without people');
  valueOf(await client.invoke('checkIn.confirm', checkInOf(first), { actor: day.first }));
  await station.close();
  return { ...day, sheet };
}

/** The station on a folder as this computer opens it; closed when the running test has finished. */
export async function openOn(dataDir: string, at = MORNING) {
  const secrets = createFileSecretStore(join(dataDir, 'secrets'));
  const ports = createTestPorts({ dataDir, secrets, clock: new TestClock(at) });
  const station = await createStation(ports);
  onTestFinished(() => station.close());
  return { station, client: createDirectClient(station), ports, secrets, dataDir };
}

/** The morning in a folder of the test's own; what lies in `secrets` is this computer's. */
export async function aMorning() {
  const dataDir = tempDir();
  const day = await fillFolder(dataDir, prepareMorning);
  return { dataDir, day };
}

/** The disk in another computer: everything is there but what was bound to the old one. */
export async function onAnotherComputer() {
  const { dataDir, day } = await aMorning();
  rmSync(join(dataDir, 'secrets'), { recursive: true });
  return { ...(await openOn(dataDir)), day };
}

export async function statusOf(client: StationClient): Promise<Status> {
  return valueOf(await client.invoke('station.status', {}));
}

/** Types a sheet's code at the locked day's door. */
export function unlock(client: StationClient, groups: readonly string[]) {
  return client.invoke('day.unlock', { groups: [...groups] });
}

/** The names of the room's people, as an invigilator is shown them. */
export async function namesOf(client: StationClient, { first }: EnactedDay): Promise<readonly string[]> {
  const { candidates } = valueOf(await client.invoke('candidates.list', { room: ROOM }, { actor: first }));
  return candidates.map(({ name }) => name);
}

/** The day whose journal lies in a folder. */
export function dayIn(dataDir: string): DayId {
  const journal = readdirSync(join(dataDir, 'days')).find((name) => name.endsWith('.journal'));
  return as<DayId>((journal ?? '').replace('.journal', ''));
}
