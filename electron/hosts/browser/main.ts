import { join } from 'node:path';
import { createStation } from '../../station/station.ts';
import { StationCannotOpen } from '../../station/station-cannot-open.ts';
import { consoleWords, describeOptionProblem } from './console-words.ts';
import { prepareDataDir } from './data-dir.ts';
import { createFileLogger } from './file-logger.ts';
import { createFileSecretStore } from './file-secret-store.ts';
import { type DataDirHold, holdDataDir } from './hold-data-dir.ts';
import { type BrowserHost, startBrowserHost } from './host.ts';
import { PortTakenError } from './listen.ts';
import { createNodeClock, createNodeIds } from './node-ports.ts';
import { openBrowser } from './open-browser.ts';
import { parseOptions, type StartOptions } from './options.ts';

const RENDERER_DIR = join(import.meta.dirname, '..', '..', '..', 'dist', 'renderer');

/**
 * Runs a station for browsers on this computer until it is told to end; `args` are the words after `npm start --`.
 * What cannot work is said in one sentence and ends the process with code 1.
 */
export async function runBrowserHost(args: readonly string[]): Promise<void> {
  const options = parseOptions(args);
  if (!options.ok) return giveUp(describeOptionProblem(options.error));
  process.umask(0o077); // whatever the station writes is this user's alone

  let dataDir: string;
  let hold: DataDirHold | null;
  try {
    dataDir = prepareDataDir(options.value.dataDir);
    hold = holdDataDir(dataDir);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return giveUp(consoleWords.dataDirUnusable(options.value.dataDir ?? '', reason));
  }
  if (hold === null) return giveUp(consoleWords.alreadyRunning(dataDir));

  try {
    const running = await start(options.value, dataDir);
    announce(options.value, dataDir, running.host);
    endOnSignal(async () => {
      await running.close();
      hold.release();
    });
  } catch (error) {
    hold.release();
    if (error instanceof PortTakenError) return giveUp(consoleWords.portTaken(error.port));
    if (error instanceof StationCannotOpen) return giveUp(consoleWords.cannotOpen(error.file, error.reason.code));
    throw error;
  }
}

interface Running {
  readonly host: BrowserHost;
  readonly close: () => Promise<void>;
}

async function start({ port }: StartOptions, dataDir: string): Promise<Running> {
  const clock = createNodeClock();
  const logger = createFileLogger(dataDir, clock.wall);
  const secrets = createFileSecretStore(join(dataDir, 'secrets'));
  const station = await createStation({ clock, ids: createNodeIds(), secrets, logger, dataDir, host: 'browser' });
  try {
    const host = await startBrowserHost({ station, dataDir, port, rendererDir: RENDERER_DIR, logger });
    return {
      host,
      close: async () => {
        await host.close();
        await station.close();
      },
    };
  } catch (error) {
    await station.close();
    throw error;
  }
}

function announce(options: StartOptions, dataDir: string, host: BrowserHost): void {
  console.log(options.host === 'desktop' ? consoleWords.desktopNotYet : consoleWords.whyBrowser);
  console.log(consoleWords.dataDir(dataDir));
  if (host.lostPort !== null) console.log(consoleWords.portLost(host.lostPort));
  console.log(consoleWords.ready(host.url));
  console.log(consoleWords.linkOnce);
  if (options.opensBrowser) openBrowser(host.url);
}

function endOnSignal(close: () => Promise<void>): void {
  let isEnding = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isEnding) process.exit(130); // asked twice: what was confirmed is on disk anyway
      isEnding = true;
      console.log(consoleWords.stopping);
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}

function giveUp(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

if (import.meta.main) await runBrowserHost(process.argv.slice(2));
