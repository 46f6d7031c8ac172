/*
 * A station with a clock that the test holds, behind the real browser host: a process of its own, so that it can really
 * be killed. Told its data folder and the time as arguments; moved on by messages; says its link when it is ready.
 */
import { join } from 'node:path';
import { createFileSecretStore } from '../../electron/hosts/machine/file-secret-store.ts';
import { startBrowserHost } from '../../electron/hosts/browser/host.ts';
import { createNodeIds } from '../../electron/hosts/machine/node-ports.ts';
import { PIN_COST } from '../../electron/station/keys/pin.ts';
import { createStation } from '../../electron/station/station.ts';
import { TestClock } from './test-clock.ts';
import { createTestLogger } from './test-logger.ts';
import { plentyOfRoom } from './test-ports.ts';

const [dataDir = '', time = '', rendererDir = ''] = process.argv.slice(2);
const clock = new TestClock(time);
const logger = createTestLogger();
const secrets = createFileSecretStore(join(dataDir, 'secrets'));
const station = await createStation({
  clock,
  ids: createNodeIds(),
  secrets,
  logger,
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
});
const host = await startBrowserHost({ station, dataDir, port: 0, rendererDir, logger });

// Between the test's jumps the clock runs, as clocks do.
let last = performance.now();
let isRunning = true;
clock.setRate(1);
setInterval(() => {
  const now = performance.now();
  if (isRunning) clock.advance(now - last);
  last = now;
}, 20);

/** What the test does to the clock. */
export type ClockOrder =
  | { readonly time: string; readonly isRunning: boolean }
  /** Somebody sets the computer's clock, or it slept. */
  | { readonly jumpMs: number }
  /** Real time passes, as undo sees it. */
  | { readonly elapseMs: number };

process.on('message', (order: ClockOrder) => {
  if ('jumpMs' in order) clock.jumpWall(order.jumpMs);
  else if ('elapseMs' in order) clock.elapse(order.elapseMs);
  else {
    clock.setWall(order.time);
    isRunning = order.isRunning;
    clock.setRate(isRunning ? 1 : 0);
  }
  process.send?.({ done: true });
});
process.send?.({ url: host.url });
