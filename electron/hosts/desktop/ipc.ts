import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { Logger } from '../../station/ports.ts';
import type { Station } from '../../station/station-face.ts';
import { INVOKE_CHANNEL, PUSH_CHANNEL } from './channels.ts';
import { isOurPage } from './page-address.ts';

export interface PageLineParts {
  readonly station: Pick<Station, 'dispatch' | 'subscribe'>;
  /** The page of our window. */
  readonly page: WebContents;
  readonly logger: Logger;
}

/**
 * The line between the page and the station: calls of our page's main frame go to `dispatch` as they came, pushes come
 * back. Anybody else's call is refused and logged. Returns the function that ends it.
 */
export function connectPage({ station, page, logger }: PageLineParts): () => void {
  ipcMain.handle(INVOKE_CHANNEL, (event, method: unknown, call: unknown) => {
    if (!isFromOurPage(event, page) || typeof method !== 'string') {
      logger.log('warn', 'foreign-sender', { isOurWindow: event.sender === page });
      throw new Error('refused');
    }
    return station.dispatch(method, call);
  });
  const unsubscribe = station.subscribe((push) => {
    // Between a crash of the page and its reload nobody listens; the page catches up from the journal.
    if (!page.isDestroyed() && !page.isCrashed()) page.send(PUSH_CHANNEL, push);
  });
  return () => {
    unsubscribe();
    ipcMain.removeHandler(INVOKE_CHANNEL);
  };
}

function isFromOurPage({ sender, senderFrame }: IpcMainInvokeEvent, page: WebContents): boolean {
  const isMainFrame = senderFrame !== null && senderFrame.parent === null;
  return sender === page && isMainFrame && isOurPage(senderFrame.url);
}
