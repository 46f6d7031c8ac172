import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFileLogger } from '../../electron/hosts/machine/file-logger.ts';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import type { Clock, Ports } from '../../electron/station/ports.ts';
import { PIN_COST } from '../../electron/station/keys/pin.ts';
import { createStation } from '../../electron/station/station.ts';
import type { Station } from '../../electron/station/station-face.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { Binding } from '../../shared/domain/events.ts';
import type { CandidateCard } from '../../shared/contract/views.ts';
import { as, type RoomNo, type StaffId } from '../../shared/ids.ts';
import { importRoster, makeDay, valueOf } from '../support/day-scenario.ts';
import { createDirectClient } from '../support/direct-client.ts';
import { TestClock } from '../support/test-clock.ts';
import { plentyOfRoom } from '../support/test-ports.ts';
import { type BenchChild, startChild } from './child-process.ts';
import type { ServedStation } from './served-station-child.ts';

/** Entry of the scenario's first paper is open from 08:00 until before 09:00. */
export const ENTRY_OPEN = '2022-11-19 08:05';

/** The browser host's own ports, with a log and secrets on disk, on a given clock. */
export function benchPorts(dataDir: string, clock: Clock): Ports {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return {
    clock,
    ids: { bytes: (count) => randomBytes(count), id: () => randomUUID() },
    secrets: createFileSecretStore(join(dataDir, 'secrets')),
    logger: createFileLogger(dataDir, () => clock.wall()),
    dataDir,
    host: 'browser',
    rehearsal: null,
    openRehearsal: null,
    openBigScreen: null,
    boot: null,
    freeBytes: plentyOfRoom,
    listDrives: async () => [],
    pinCost: PIN_COST,
    keepAwake: null,
  };
}

export interface BenchStation {
  readonly station: Station;
  readonly clock: TestClock;
  readonly client: StationClient;
  /** The chief of the day. */
  readonly chief: StaffId;
}

/** A station in this process with a day of this roster, entry open. */
export async function openStationWithRoster(
  dataDir: string,
  binding: Binding,
  rosterFile: string,
): Promise<BenchStation> {
  const clock = new TestClock('2022-11-19 07:50');
  const station = await createStation(benchPorts(dataDir, clock));
  const client = createDirectClient(station);
  const chief = await makeDay(client);
  await importRoster(client, chief, binding, rosterFile);
  clock.setWall(ENTRY_OPEN);
  return { station, clock, client, chief };
}

/** About what one check-in stores, in bytes; the floors write as much. */
export const EVENT_BYTES = '900';

/** Where a bench works. */
export interface BenchGround {
  /** An empty folder on the project's own disk. */
  readonly dir: string;
  /** The built screens. */
  readonly screensDir: string;
}

/** The station of this data folder in a process of its own; its exam clock begins at `start`, Beijing time. */
export function startServedStation(
  { screensDir }: BenchGround,
  dataDir: string,
  start = ENTRY_OPEN,
): Promise<BenchChild<ServedStation>> {
  const script = new URL('./served-station-child.ts', import.meta.url);
  const args = [dataDir, String(new TestClock(start).wall()), screensDir];
  return startChild<ServedStation>(script, args, startFlags());
}

/** The rooms of the fixture's site. */
export const SITE_ROOMS = Array.from({ length: 12 }, (_, index) => as<RoomNo>(String(index + 1).padStart(3, '0')));

/** Everybody at the site who sits the first paper. */
export async function theoryPeople(client: StationClient, actor: StaffId): Promise<readonly CandidateCard[]> {
  const lists = await Promise.all(SITE_ROOMS.map((room) => client.invoke('candidates.list', { room }, { actor })));
  return lists.flatMap((list) => valueOf(list).candidates).filter(({ papers }) => papers.includes('theory'));
}

/** Node's flags as `npm start` gives them. */
function startFlags(): readonly string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'));
  const { scripts } = manifest as { scripts: { start: string } }; // our own manifest, which npm has read before us
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}
