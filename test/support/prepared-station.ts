import { join } from 'node:path';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { createStation } from '../../electron/station/station.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import { createDirectClient } from './direct-client.ts';
import { createTestPorts } from './test-ports.ts';
import { TestClock } from './test-clock.ts';

/**
 * Does what a page would have done on a data folder, without a page, before a station process is started on it. `time`
 * must not lie behind the process's own.
 */
export async function prepareStation(
  dataDir: string,
  time: string,
  act: (client: StationClient) => Promise<unknown>,
): Promise<void> {
  const secrets = createFileSecretStore(join(dataDir, 'secrets'));
  const station = await createStation(createTestPorts({ dataDir, clock: new TestClock(time), secrets }));
  try {
    await act(createDirectClient(station));
  } finally {
    await station.close();
  }
}
