import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Logger } from '../../station/ports.ts';
import type { Station } from '../../station/station-face.ts';
import { type Access, PUSH_PROTOCOL, pageKeyOf } from './access.ts';

const HEARTBEAT_MS = 5000;
/** A page that hangs must not keep the station from ending. */
const GOODBYE_MS = 500;
/** A page this far behind is let go: it comes back and catches up from the journal, instead of filling our memory. */
const MAX_BACKLOG_BYTES = 16 * 1024 * 1024;

/** The one-way line that carries pushes to every open page. */
export interface PushLine {
  /** For the HTTP server's 'upgrade' event. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  close(): void;
}

interface PushLineParts {
  readonly access: Access;
  readonly station: Pick<Station, 'subscribe'>;
  readonly logger: Logger;
}

export function createPushLine({ access, station, logger }: PushLineParts): PushLine {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: 1024,
    perMessageDeflate: false,
    handleProtocols: () => PUSH_PROTOCOL, // the page key is never echoed
  });
  const heard = new WeakSet<WebSocket>();

  const unsubscribe = station.subscribe((push) => {
    const text = JSON.stringify(push);
    for (const page of server.clients) {
      if (page.readyState !== page.OPEN) continue;
      if (page.bufferedAmount > MAX_BACKLOG_BYTES) {
        logger.log('warn', 'page-too-slow', { backlogBytes: page.bufferedAmount });
        page.terminate();
      } else page.send(text);
    }
  });

  // A laptop's lid or a killed browser leaves lines that nobody closed.
  const heartbeat = setInterval(() => {
    for (const page of server.clients) {
      if (!heard.delete(page)) page.terminate();
      else page.ping();
    }
  }, HEARTBEAT_MS);

  return {
    upgrade(request, socket, head) {
      socket.on('error', () => socket.destroy());
      const refusal = findRefusal(access, request);
      if (refusal !== null) {
        socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      server.handleUpgrade(request, socket, head, (page) => {
        heard.add(page);
        page.on('pong', () => heard.add(page));
        page.on('message', () => page.close(1008)); // one way only: commands go by HTTP
        page.on('error', () => page.terminate());
      });
    },
    close() {
      clearInterval(heartbeat);
      unsubscribe();
      server.close();
      for (const page of server.clients) {
        page.close(1001);
        setTimeout(() => page.terminate(), GOODBYE_MS).unref();
      }
    },
  };
}

/** The status line that refuses this upgrade, null when it is our own page. */
function findRefusal(access: Access, { headers, url }: IncomingMessage): string | null {
  if (!access.isOwnHost(headers.host) || !access.isOwnOrigin(headers.origin)) return '403 Forbidden';
  if (url !== '/push') return '404 Not Found';
  const hasKey = access.isPageKey(pageKeyOf(headers['sec-websocket-protocol']));
  return hasKey && access.hasSession(headers.cookie) ? null : '401 Unauthorized';
}
