import { BrowserWindow, screen, type WebContents } from 'electron';
import type { MethodName } from '../../../shared/contract/methods.ts';
import type { Logger } from '../../station/ports.ts';
import { findProjector } from './find-projector.ts';
import { BIG_SCREEN_URL } from './page-address.ts';
import { bigWindowOptions, type WindowOptionsParts } from './window-options.ts';
import { showPage } from './window.ts';

/** What 大屏 may ask of the station, whatever its page becomes: the day's events, in which every name is sealed. */
const BIG_SCREEN_METHODS: readonly MethodName[] = ['station.status', 'events.since'];

export interface BigScreenParts {
  readonly options: WindowOptionsParts;
  /** The console's window: 大屏 goes to another screen, and ends with it. */
  readonly desk: BrowserWindow;
  /** Lets a page in to some methods; returns the function that lets it out. */
  readonly admit: (page: WebContents, methods: readonly MethodName[]) => () => void;
  readonly logger: Logger;
}

/** Answers how 大屏 is opened, and how many screens there are; opened twice, the one window comes to its place again. */
export function createBigScreen(parts: BigScreenParts): () => Promise<{ readonly displays: number }> {
  let window: BrowserWindow | null = null;
  parts.desk.on('closed', () => window?.destroy());
  // The cable comes loose and is put in again; without its screen the window must not lie over the console.
  screen.on('display-added', () => putInPlace(parts.desk, window, 'hide'));
  screen.on('display-removed', () => putInPlace(parts.desk, window, 'hide'));

  function open(): BrowserWindow {
    const opened = new BrowserWindow(bigWindowOptions(parts.options));
    const letOut = parts.admit(opened.webContents, BIG_SCREEN_METHODS);
    opened.on('closed', () => {
      letOut();
      window = null;
    });
    opened.once('ready-to-show', () => putInPlace(parts.desk, opened, 'show'));
    showPage(opened, BIG_SCREEN_URL, parts.logger);
    return opened;
  }

  return async () => {
    if (window === null) window = open();
    else putInPlace(parts.desk, window, 'show');
    return { displays: screen.getAllDisplays().length };
  };
}

/** Full screen on the projector, the keyboard left to the console; with one screen alone a plain window, or out of the way. */
function putInPlace(desk: BrowserWindow, window: BrowserWindow | null, without: 'show' | 'hide'): void {
  if (window === null || window.isDestroyed() || desk.isDestroyed()) return;
  const consoleDisplay = screen.getDisplayMatching(desk.getBounds());
  const projector = findProjector(screen.getAllDisplays(), consoleDisplay.id);
  window.setFullScreen(false);
  if (projector === null) {
    if (without === 'show') window.show();
    else window.minimize();
    return;
  }
  if (window.isMinimized()) window.restore();
  window.setBounds(projector.bounds);
  window.showInactive();
  window.setFullScreen(true);
}
