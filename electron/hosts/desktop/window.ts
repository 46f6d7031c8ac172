import { BrowserWindow, type Session } from 'electron';
import type { Logger } from '../../station/ports.ts';
import { isAllowedNavigation, isOurBlob, isPermitted, START_URL } from './page-address.ts';
import { windowOptions, type WindowOptionsParts } from './window-options.ts';

/** A page that crashes at once must not become a loop that eats the computer. */
const RELOAD_AFTER_MS = 1000;

/** Opens the console's window on our page; it shows itself when the page has been drawn. */
export function openWindow(parts: WindowOptionsParts, logger: Logger): BrowserWindow {
  const window = new BrowserWindow(windowOptions(parts));
  window.once('ready-to-show', () => window.show());
  showPage(window, START_URL, logger);
  return window;
}

/** Loads a page of ours into a window of ours, and keeps it there: it goes nowhere else and opens nothing. */
export function showPage(window: BrowserWindow, url: string, logger: Logger): void {
  const page = window.webContents;
  window.removeMenu();

  page.setWindowOpenHandler(() => ({ action: 'deny' }));
  page.on('will-attach-webview', (event) => event.preventDefault());
  page.on('will-frame-navigate', (event) => {
    if (isAllowedNavigation(event)) return;
    event.preventDefault();
    logger.log('warn', 'navigation-denied', { isMainFrame: event.isMainFrame });
  });
  page.on('did-finish-load', () => void page.setVisualZoomLevelLimits(1, 1)); // two fingers would push the clock off screen
  page.on('render-process-gone', (_event, { reason }) => {
    logger.log('error', 'page-crashed', { reason });
    // The station goes on meanwhile; nothing that was confirmed depends on the page.
    setTimeout(() => {
      if (!window.isDestroyed()) page.reload();
    }, RELOAD_AFTER_MS);
  });
  page.on('unresponsive', () => logger.log('warn', 'page-unresponsive'));

  window.loadURL(url).catch((error: unknown) => {
    // Also when a reload overtakes it; unheard, it would be a box in English over the exam.
    logger.log('warn', 'page-not-loaded', { message: error instanceof Error ? error.message : String(error) });
  });
}

/** What the pages of this session may ask of the computer: to fill the clipboard, and the camera's picture; no more. */
export function restrictSession(session: Session, logger: Logger): void {
  session.setPermissionCheckHandler((_page, permission, origin, { mediaType }) =>
    isPermitted({ permission, url: origin, media: mediaType === undefined ? [] : [mediaType] }),
  );
  session.setPermissionRequestHandler((_page, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(isPermitted({ permission, url: details.requestingUrl, media }));
  });
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event, item) => {
    if (isOurBlob(item.getURL())) return; // a paper saved by hand: the system asks where
    event.preventDefault();
    logger.log('warn', 'download-denied');
  });
}
