import { join } from 'node:path';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { createStation } from '../../electron/station/station.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import { createDirectClient } from './direct-client.ts';
import { createTestPorts } from './test-ports.ts';
import { TestClock } from './test-clock.ts';

/**
 * Does what a page would have done on a data folder, without a page, before a station process is started on it. `time`
 * must not lie behind the process's own. Answers what `act` answered.
 */
export async function prepareStation<T>(
  dataDir: string,
  time: string,
  act: (client: StationClient) => Promise<T>,
): Promise<T> {
  const secrets = createFileSecretStore(join(dataDir, 'secrets'));
  const station = await createStation(createTestPorts({ dataDir, clock: new TestClock(time), secrets }));
  try {
    return await act(createDirectClient(station));
  } finally {
    await station.close();
  }
}
