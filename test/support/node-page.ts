import { WebSocket } from 'ws';
import type { PageWorld } from '../../renderer/transport/page-world.ts';

/** A browser page without a browser: it keeps the cookie, names its origin, and runs the page's own transport. */
export interface NodePage extends PageWorld {
  /** `Cookie` as the next request will carry it. */
  readonly cookie: string;
  /** Opens another link in the same page. */
  openLink(url: string): void;
}

/** A page at the host's link (`http://127.0.0.1:PORT/#token=…`). */
export function openNodePage(url: string): NodePage {
  const { origin, host } = new URL(url);
  const newLinkListeners = new Set<() => void>();
  let fragment = new URL(url).hash;
  let cookie = '';
  return {
    get cookie() {
      return cookie;
    },
    openLink(link) {
      fragment = new URL(link).hash;
      for (const listener of newLinkListeners) listener();
    },
    takeToken() {
      const token = /^#token=(.+)$/.exec(fragment)?.[1] ?? null;
      fragment = '';
      return token;
    },
    onNewLink(listener) {
      newLinkListeners.add(listener);
      return () => newLinkListeners.delete(listener);
    },
    async post(path, { body, headers, signal }) {
      const response = await fetch(`${origin}${path}`, {
        method: 'POST',
        body,
        headers: { ...headers, origin, cookie },
        signal,
      });
      for (const line of response.headers.getSetCookie()) cookie = line.split(';', 1).join('');
      return response;
    },
    openSocket(path, protocols) {
      const socket = new WebSocket(`ws://${host}${path}`, [...protocols], { headers: { origin, cookie } });
      socket.on('error', () => {}); // a 'close' follows; browsers tell a page no more than that
      return socket;
    },
  };
}
