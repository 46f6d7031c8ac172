import { join } from 'node:path';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import type { Ports } from '../../electron/station/ports.ts';
import type { Station } from '../../electron/station/station-face.ts';
import { createStation } from '../../electron/station/station.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import type { StoredEvent } from '../../shared/contract/views.ts';
import { valueOf } from './day-scenario.ts';
import { createDirectClient } from './direct-client.ts';
import { tempDir } from './temp-dir.ts';
import { TestClock } from './test-clock.ts';
import { createTestPorts, plentyOfRoom } from './test-ports.ts';

/** A station on a folder of its own, its secrets beside it as the browser host keeps them. */
export interface BackedStation {
  readonly dataDir: string;
  readonly station: Station;
  readonly client: StationClient;
  readonly clock: TestClock;
}

export async function openBacked(
  time: string,
  dataDir = tempDir(),
  drives: readonly string[] = [],
  freeBytes: Ports['freeBytes'] = plentyOfRoom,
) {
  const clock = new TestClock(time);
  const secrets = createFileSecretStore(join(dataDir, 'secrets'));
  const listDrives = async () => drives.map((path) => ({ path, name: 'U盘' }));
  const station = await createStation(createTestPorts({ dataDir, clock, secrets, listDrives, freeBytes }));
  return { dataDir, station, client: createDirectClient(station), clock } satisfies BackedStation;
}

/** Everything that is recorded there. */
export async function storedEvents(client: StationClient): Promise<readonly StoredEvent[]> {
  return valueOf(await client.invoke('events.since', { after: 0, limit: 5000 })).events;
}
