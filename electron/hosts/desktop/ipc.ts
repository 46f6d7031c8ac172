import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { MethodName } from '../../../shared/contract/methods.ts';
import type { Logger } from '../../station/ports.ts';
import type { Station } from '../../station/station-face.ts';
import { INVOKE_CHANNEL, PUSH_CHANNEL } from './channels.ts';
import { isOurPage } from './page-address.ts';

export interface PageLineParts {
  readonly station: Pick<Station, 'dispatch' | 'subscribe'>;
  readonly logger: Logger;
}

/** The line between the pages of our windows and the station. */
export interface PageLine {
  /** Lets a page in, to every method or to some; returns the function that lets it out. */
  admit(page: WebContents, methods?: readonly MethodName[]): () => void;
  /** Ends it for all of them. */
  close(): void;
}

/**
 * Calls of an admitted page's main frame go to `dispatch` as they came, pushes come back. Anybody else's call is refused
 * and logged.
 */
export function openPageLine({ station, logger }: PageLineParts): PageLine {
  /** Null: every method. */
  const admitted = new Map<WebContents, readonly string[] | null>();
  ipcMain.handle(INVOKE_CHANNEL, (event, method: unknown, call: unknown) => {
    const methods = admitted.get(event.sender);
    if (methods === undefined || !isFromOurPage(event) || typeof method !== 'string') {
      logger.log('warn', 'foreign-sender', { isOurWindow: methods !== undefined });
      throw new Error('refused');
    }
    if (methods !== null && !methods.includes(method)) {
      logger.log('warn', 'method-denied');
      throw new Error('refused');
    }
    return station.dispatch(method, call);
  });
  const unsubscribe = station.subscribe((push) => {
    for (const page of admitted.keys()) {
      // Between a crash of the page and its reload nobody listens; the page catches up from the journal.
      if (!page.isDestroyed() && !page.isCrashed()) page.send(PUSH_CHANNEL, push);
    }
  });
  return {
    admit(page, methods) {
      admitted.set(page, methods ?? null);
      return () => {
        admitted.delete(page);
      };
    },
    close() {
      unsubscribe();
      ipcMain.removeHandler(INVOKE_CHANNEL);
    },
  };
}

function isFromOurPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  const isMainFrame = senderFrame !== null && senderFrame.parent === null;
  return isMainFrame && isOurPage(senderFrame.url);
}
