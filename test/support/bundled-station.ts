/*
 * Bundled by a test as the desktop's main program is, and run by plain Node from a folder without sources: opens a station
 * on the data folder that is named first, and prints its answer to `station.status` as one line of JSON.
 */
import { join } from 'node:path';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { createNodeClock, createNodeIds } from '../../electron/hosts/machine/node-ports.ts';
import { PIN_COST } from '../../electron/station/keys/pin.ts';
import { createStation } from '../../electron/station/station.ts';
import { plentyOfRoom } from './test-ports.ts';

const [dataDir = ''] = process.argv.slice(2);
const station = await createStation({
  clock: createNodeClock(),
  ids: createNodeIds(),
  secrets: createFileSecretStore(join(dataDir, 'secrets')),
  logger: { log: () => undefined },
  dataDir,
  host: 'desktop',
  rehearsal: null,
  openRehearsal: null,
  openBigScreen: null,
  boot: null,
  freeBytes: plentyOfRoom,
  listDrives: async () => [],
  pinCost: PIN_COST,
  keepAwake: null,
});
const call = {
  command: null,
  actor: null,
  proof: null,
  second: null,
  secondProof: null,
  approverProof: null,
  approvalCode: null,
  occurredAt: null,
  reason: null,
  input: {},
};
console.log(JSON.stringify(await station.dispatch('station.status', call)));
await station.close();
