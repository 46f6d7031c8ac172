import { randomUUID } from 'node:crypto';
import { startBrowserHost } from '../../electron/hosts/browser/host.ts';
import { createStation } from '../../electron/station/station.ts';
import { as, type CommandId, type StaffId } from '../../shared/ids.ts';
import { askPlainly } from '../support/direct-client.ts';
import { benchPorts } from './bench-station.ts';

/*
 * The station and its browser host in a process of their own, as `npm start` runs them, but on an exam clock that begins
 * at the instant given: `DATA_DIR START_MS SCREENS_DIR`. Says its link, then its memory whenever it is asked, or once twelve papers
 * are drawn.
 */

/** What this process sends. */
export interface ServedStation {
  readonly url: string;
  readonly rssBytes: number;
}

const [dataDir = '', start = '0', rendererDir = ''] = process.argv.slice(2);
const sinceStart = (): number => performance.now();
const clock = {
  wall: () => Math.floor(Number(start) + sinceStart()),
  monotonic: sinceStart,
  elapsed: sinceStart,
  rate: () => 1,
};
const ports = benchPorts(dataDir, clock);
const station = await createStation(ports);
const host = await startBrowserHost({ station, dataDir, port: 0, rendererDir, logger: ports.logger });

const say = (): void =>
  void process.send?.({ url: host.url, rssBytes: process.memoryUsage.rss() } satisfies ServedStation);
process.once('disconnect', () => process.exit(1)); // a bench that broke off leaves no process behind
process.on('message', (message: { draw?: { actor: string; room: string } }) => {
  if (message.draw === undefined) say();
  else void drawTwelve(message.draw.actor, message.draw.room).then(say);
});
process.once('SIGTERM', () => {
  void host
    .close()
    .then(() => station.close())
    .then(() => process.exit(0));
});
say();

async function drawTwelve(actor: string, room: string): Promise<void> {
  const call = {
    actor: as<StaffId>(actor),
    second: null,
    occurredAt: null,
    reason: null,
    input: { room, paper: 'theory' },
  };
  const papers = Array.from({ length: 12 }, () =>
    askPlainly(station, 'document.issueSignInSheet', { command: as<CommandId>(randomUUID()), ...call }),
  );
  for (const paper of await Promise.all(papers)) if (!paper.ok) throw new Error(paper.error.code);
}
