import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Logger } from '../../station/ports.ts';
import type { Station } from '../../station/station-face.ts';
import { createAccess } from './access.ts';
import { readHostFile, writeHostFile } from './host-file.ts';
import { createRequestHandler } from './http.ts';
import { listenAnywhere, listenAt, PortTakenError } from './listen.ts';
import { policyHeaders } from '../machine/page-policy.ts';
import { listShellFiles } from '../machine/shell-files.ts';
import { createPushLine } from './socket.ts';

export interface BrowserHostParts {
  readonly station: Station;
  readonly dataDir: string;
  /** 0: the port kept in the data folder, else a free one. The port in use is kept for the next start. */
  readonly port: number;
  /** The built screens. */
  readonly rendererDir: string;
  readonly logger: Logger;
}

export interface BrowserHost {
  readonly port: number;
  /** The link that opens a session, once. */
  readonly url: string;
  /** Another such link; the one before opens nothing any more. */
  freshUrl(): string;
  /** The kept port that another program has taken meanwhile, so that pages open before cannot come back; null: none. */
  readonly lostPort: number | null;
  /** Lets running requests end (2 s at most), then closes every line. The station stays open: its owner closes it. */
  close(): Promise<void>;
}

const CLOSE_LIMIT_MS = 2000;

/** Serves a station to browsers on this computer. Throws PortTakenError when `port` was asked for by number and is taken. */
export async function startBrowserHost(parts: BrowserHostParts): Promise<BrowserHost> {
  const { station, dataDir, logger } = parts;
  const files = listShellFiles(parts.rendererDir);
  const kept = readHostFile(dataDir);
  const secret = kept?.secret ?? randomBytes(32);
  // Header and whole-request limits against lines that dribble; a page's own requests are local and quick.
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 60_000 });
  const { port, lostPort } = await choosePort(server, parts.port, kept?.port);
  if (kept?.port !== port) writeHostFile(dataDir, { port, secret });

  const access = createAccess({ secret, port });
  const pushLine = createPushLine({ access, station, logger });
  server.on(
    'request',
    createRequestHandler({ access, station, files, headers: policyHeaders([`ws://127.0.0.1:${port}`]), logger }),
  );
  server.on('upgrade', pushLine.upgrade);
  logger.log('info', 'host-listening', { port });
  const freshUrl = () => `http://127.0.0.1:${port}/#token=${access.makeLaunchToken()}`;
  return {
    port,
    url: freshUrl(),
    freshUrl,
    lostPort,
    async close() {
      pushLine.close();
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const limit = setTimeout(() => server.closeAllConnections(), CLOSE_LIMIT_MS);
      await closed;
      clearTimeout(limit);
    },
  };
}

interface ChosenPort {
  readonly port: number;
  readonly lostPort: number | null;
}

async function choosePort(server: Server, asked: number, kept: number | undefined): Promise<ChosenPort> {
  if (asked !== 0) {
    await listenAt(server, asked);
    return { port: asked, lostPort: null };
  }
  if (kept === undefined) return { port: await listenAnywhere(server), lostPort: null };
  try {
    await listenAt(server, kept);
    return { port: kept, lostPort: null };
  } catch (error) {
    // Better a new link than no station on the exam day.
    if (error instanceof PortTakenError) return { port: await listenAnywhere(server), lostPort: kept };
    throw error;
  }
}
