import { join } from 'node:path';
import { PIN_COST } from '../../station/keys/pin.ts';
import { createStation } from '../../station/station.ts';
import { StationCannotOpen } from '../../station/station-cannot-open.ts';
import { consoleWords, describeOptionProblem } from '../machine/console-words.ts';
import { prepareDataDir } from '../machine/data-dir.ts';
import { createFileLogger } from '../machine/file-logger.ts';
import { type DataDirHold, holdDataDir } from '../machine/hold-data-dir.ts';
import { type BrowserHost, startBrowserHost } from './host.ts';
import { PortTakenError } from './listen.ts';
import { createNodeClock, createNodeIds } from '../machine/node-ports.ts';
import { listDrives } from '../machine/list-drives.ts';
import { openBrowser } from './open-browser.ts';
import { ASK_LINK, createRehearsalBeside } from './open-rehearsal.ts';
import { parseOptions, type StartOptions } from '../machine/options.ts';
import { openRehearsalTime } from '../machine/rehearsal-clock-file.ts';
import { createBootReader, createSpaceReader } from '../machine/this-computer.ts';
import { createPlainSecretStore, hasDayOfDesktopOnly } from '../machine/secret-places.ts';

const RENDERER_DIR = join(import.meta.dirname, '..', '..', '..', 'dist', 'renderer');

/**
 * Runs a station for browsers on this computer until it is told to end; `args` are the words after `npm start --`. When
 * it is open it says `why` it is not the desktop. What cannot work is said in one sentence and ends the process with code 1.
 */
export async function runBrowserHost(args: readonly string[], why: string | null = null): Promise<void> {
  const options = parseOptions(args);
  if (!options.ok) return giveUp(describeOptionProblem(options.error));
  process.umask(0o077); // whatever the station writes is this user's alone

  let dataDir: string;
  let hold: DataDirHold | null;
  try {
    dataDir = prepareDataDir(options.value);
    hold = holdDataDir(dataDir);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return giveUp(consoleWords.dataDirUnusable(options.value.dataDir ?? '', reason));
  }
  if (hold === null) return giveUp(consoleWords.alreadyRunning(dataDir));

  try {
    if (!options.value.recovers && hasDayOfDesktopOnly(dataDir)) throw new KeysInSystem();
    const running = await start(options.value, dataDir);
    if (why !== null) console.log(why);
    announce(options.value, dataDir, running.host);
    const end = ender(async () => {
      await running.close();
      hold.release();
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end({ isUrgent: true }));
    if (options.value.isRehearsal) serveStarter(running.host, end);
  } catch (error) {
    hold.release();
    if (error instanceof KeysInSystem) return giveUp([why, consoleWords.keysInSystem].filter(Boolean).join('\n'));
    if (error instanceof PortTakenError) return giveUp(consoleWords.portTaken(error.port));
    if (error instanceof StationCannotOpen) return giveUp(consoleWords.cannotOpen(error.file, error.reason.code));
    throw error;
  }
}

/** The day's key is where only the desktop finds it; nothing is opened, so that nothing is changed. */
class KeysInSystem extends Error {}

interface Running {
  readonly host: BrowserHost;
  readonly close: () => Promise<void>;
}

async function start({ port, isRehearsal }: StartOptions, dataDir: string): Promise<Running> {
  const real = createNodeClock();
  const logger = createFileLogger(dataDir, real.wall);
  const secrets = createPlainSecretStore(dataDir);
  const time = isRehearsal ? openRehearsalTime(dataDir, real) : null;
  const beside = isRehearsal ? null : createRehearsalBeside(dataDir);
  try {
    const station = await createStation({
      clock: time?.clock ?? real,
      ids: createNodeIds(),
      secrets,
      logger,
      dataDir,
      host: 'browser',
      rehearsal: time?.rehearsal ?? null,
      openRehearsal: beside?.open ?? null,
      openBigScreen: null,
      boot: createBootReader(),
      freeBytes: createSpaceReader(dataDir),
      listDrives: () => listDrives(),
      pinCost: PIN_COST,
      keepAwake: null,
    });
    try {
      const host = await startBrowserHost({ station, dataDir, port, rendererDir: RENDERER_DIR, logger });
      return {
        host,
        close: async () => {
          await beside?.close();
          await host.close();
          await station.close();
          time?.close();
        },
      };
    } catch (error) {
      await station.close();
      throw error;
    }
  } catch (error) {
    time?.abandon();
    throw error;
  }
}

function announce(options: StartOptions, dataDir: string, host: BrowserHost): void {
  if (options.isRehearsal) console.log(consoleWords.rehearsal);
  console.log(consoleWords.dataDir(dataDir));
  if (host.lostPort !== null) console.log(consoleWords.portLost(host.lostPort));
  console.log(consoleWords.ready(host.url));
  console.log(consoleWords.linkOnce);
  if (options.opensBrowser) openBrowser(host.url);
}

type End = (how: { readonly isUrgent: boolean }) => void;

/** Ends the program. Asked urgently while it ends, it does not wait: what was confirmed is on disk anyway. */
function ender(close: () => Promise<void>): End {
  let isEnding = false;
  return ({ isUrgent }) => {
    if (isEnding && isUrgent) process.exit(130);
    if (isEnding) return;
    isEnding = true;
    console.log(consoleWords.stopping);
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
}

/** A rehearsal that a real station opened beside itself gives it links, and ends when that one is gone, even killed. */
function serveStarter(host: BrowserHost, end: End): void {
  if (process.send === undefined) return;
  process.on('message', (message) => {
    if (message === ASK_LINK) process.send?.({ url: host.freshUrl() });
  });
  process.on('disconnect', () => end({ isUrgent: false }));
  process.send('ready');
}

function giveUp(sentence: string): void {
  console.error(sentence);
  process.exitCode = 1;
}

if (import.meta.main) await runBrowserHost(process.argv.slice(2));
