import { join } from 'node:path';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { createStation } from '../../electron/station/station.ts';
import { TestClock } from './test-clock.ts';
import { createTestPorts } from './test-ports.ts';

/* A station in a process of its own, so that limits can be set on it: told its data folder, it answers call by call. */

const [dataDir = ''] = process.argv.slice(2);
const clock = new TestClock('2022-11-19 08:10');
const secrets = createFileSecretStore(join(dataDir, 'secrets'));
const station = await createStation(createTestPorts({ dataDir, clock, secrets }));

async function obey(message: { readonly method: string; readonly call: unknown } | 'close'): Promise<void> {
  if (message === 'close') {
    await station.close();
    process.disconnect();
    return;
  }
  clock.advance(20);
  process.send?.({ answer: await station.dispatch(message.method, message.call) });
}

process.on('message', (message: Parameters<typeof obey>[0]) => void obey(message));
process.send?.('ready');
