import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { app, type BrowserWindow, dialog, Menu, powerSaveBlocker, safeStorage, session } from 'electron';
import { describeSurprise } from '../../station/api/describe-surprise.ts';
import { StationCannotOpen } from '../../station/station-cannot-open.ts';
import { consoleWords, describeOptionProblem } from '../machine/console-words.ts';
import { prepareDataDir } from '../machine/data-dir.ts';
import { SAID_WHY } from '../machine/exit-codes.ts';
import { createFileLogger } from '../machine/file-logger.ts';
import { type DataDirHold, holdDataDir } from '../machine/hold-data-dir.ts';
import { createNodeClock } from '../machine/node-ports.ts';
import { parseOptions } from '../machine/options.ts';
import { createBigScreen } from './big-screen.ts';
import { openPageLine } from './ipc.ts';
import { watchStarter } from './open-rehearsal.ts';
import { OsSecretsLocked } from './os-secret-store.ts';
import { findOwnWords } from './own-words.ts';
import { registerScheme, serveShell } from './scheme.ts';
import { openStation } from './station.ts';
import { openWindow, restrictSession } from './window.ts';

// This file runs bundled only: dist/main/index.mjs beside dist/preload and dist/renderer.
const RENDERER_DIR = join(import.meta.dirname, '..', 'renderer');
const PRELOAD = join(import.meta.dirname, '..', 'preload', 'index.cjs');
const CLOSE_LIMIT_MS = 5000;

process.umask(0o077); // whatever the station writes is this user's alone
run();

function run(): void {
  const options = parseOptions(findOwnWords(process.argv, app));
  if (!options.ok) return giveUp(describeOptionProblem(options.error));
  const { isRehearsal, recovers } = options.value;
  let dataDir: string;
  let ownDir: string;
  try {
    dataDir = prepareDataDir(options.value);
    ownDir = join(dataDir, 'desktop');
    mkdirSync(ownDir, { recursive: true }); // `setPath` takes no folder that is not there
  } catch (error) {
    return giveUp(consoleWords.dataDirUnusable(options.value.dataDir ?? '', messageOf(error)));
  }
  // In the data folder, so that the lock of a single instance is one for each folder, and so that the key with which Windows
  // encrypts our secrets lies beside them.
  app.setPath('userData', ownDir);
  if (!app.requestSingleInstanceLock()) {
    console.log(consoleWords.alreadyRunning(dataDir)); // the first instance shows its window
    return app.exit(0);
  }
  app.enableSandbox();
  app.commandLine.appendSwitch('disable-http-cache'); // nothing that a page shows may stay in a file
  registerScheme();
  Menu.setApplicationMenu(null); // with its shortcuts: reload, zoom, console
  app.on('window-all-closed', () => app.quit());
  void app
    .whenReady()
    .then(() => openDesk({ dataDir, isRehearsal, recovers }))
    .catch((error: unknown) => {
      if (!(error instanceof OsSecretsLocked) || !choosesRecovery()) throw error;
      return openDesk({ dataDir, isRehearsal, recovers: true });
    })
    .catch((error: unknown) => giveUp(describeFailure(error, dataDir)));
}

interface DeskParts {
  readonly dataDir: string;
  readonly isRehearsal: boolean;
  readonly recovers: boolean;
}

class FolderInUse extends Error {}

async function openDesk(parts: DeskParts): Promise<void> {
  const hold = holdDataDir(parts.dataDir); // a browser host may have it
  if (hold === null) throw new FolderInUse();
  try {
    await showStation(parts, hold);
  } catch (error) {
    hold.release();
    throw error;
  }
}

async function showStation({ dataDir, isRehearsal, recovers }: DeskParts, hold: DataDirHold): Promise<void> {
  const logger = createFileLogger(dataDir, createNodeClock().wall);
  // The runtime would put up a box in English that stops the whole program until somebody clicks.
  process.on('uncaughtException', (error) => logger.log('error', 'surprise', { message: describeSurprise(error) }));
  const program = { file: process.execPath, args: app.isPackaged ? [] : [app.getAppPath()] };
  let openBigScreen: ReturnType<typeof createBigScreen> = () => Promise.reject(new Error('no window yet'));
  const station = await openStation({
    dataDir,
    isRehearsal,
    recovers,
    cipher: safeStorage,
    power: powerSaveBlocker,
    openBigScreen: () => openBigScreen(),
    logger,
    program,
  });
  serveShell(session.defaultSession, RENDERER_DIR);
  restrictSession(session.defaultSession, logger);
  const options = { preload: PRELOAD, hasDevTools: !app.isPackaged };
  const window = openWindow(options, logger);
  const line = openPageLine({ station, logger });
  line.admit(window.webContents);
  openBigScreen = createBigScreen({ options, desk: window, admit: line.admit, logger });
  logger.log('info', 'host-window-open', { version: process.versions.electron ?? '' });
  console.log(consoleWords.dataDir(dataDir));

  app.on('second-instance', () => bringToFront(window));
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    isClosed = true;
    line.close();
    // A process without a window that never ends would keep the folder from the next start.
    void Promise.race([station.close(), pause(CLOSE_LIMIT_MS)]).finally(() => {
      hold.release();
      app.quit();
    });
  });
  if (isRehearsal) watchStarter(() => app.quit());
}

function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Whether whoever started us by a click goes on with the 恢复单; on a console the sentence names the option instead. */
function choosesRecovery(): boolean {
  if (!app.isPackaged) return false;
  const { message, detail, quit, recover } = consoleWords.recoverAsked;
  const buttons = [quit, recover];
  return dialog.showMessageBoxSync({ type: 'warning', message, detail, buttons, defaultId: 0, cancelId: 0 }) === 1;
}

/** The sentence goes to the console, and into a box where somebody started us by a click. */
function giveUp(sentence: string): void {
  console.error(sentence);
  void app.whenReady().then(() => {
    if (app.isPackaged) dialog.showErrorBox(consoleWords.cannotStart, sentence);
    app.exit(SAID_WHY);
  });
}

function describeFailure(error: unknown, dataDir: string): string {
  if (error instanceof FolderInUse) return consoleWords.alreadyRunning(dataDir);
  if (error instanceof StationCannotOpen) return consoleWords.cannotOpen(error.file, error.reason.code);
  if (error instanceof OsSecretsLocked) return consoleWords.secretsLocked;
  return consoleWords.desktopFailed(messageOf(error));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
