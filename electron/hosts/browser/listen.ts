import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Where new ports are drawn from: below every system's range for outgoing connections. A page that keeps trying to
 * reach a stopped station could otherwise be given, as its own end of the line, the very port it is knocking at.
 */
const FIRST_PORT = 20_000;
const LAST_PORT = 29_999;
const NEW_PORT_TRIES = 50;
/** How long the last process of ours may take to let go of the kept port. */
const RELEASE_MS = 2000;
const RELEASE_STEP_MS = 100;

/** The port that was asked for is another program's. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
  readonly port: number;

  constructor(port: number) {
    super(`port ${port} is taken`);
    this.port = port;
  }
}

/** Listens on 127.0.0.1 at exactly this port; throws PortTakenError when it stays taken. */
export async function listenAt(server: Server, port: number): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += RELEASE_STEP_MS) {
    if (await tryListen(server, port)) return;
    if (waitedMs >= RELEASE_MS) throw new PortTakenError(port);
    await pause(RELEASE_STEP_MS);
  }
}

/** Listens on 127.0.0.1 at a free port and answers which. */
export async function listenAnywhere(server: Server): Promise<number> {
  for (let tries = 0; tries < NEW_PORT_TRIES; tries += 1) {
    const port = randomInt(FIRST_PORT, LAST_PORT + 1);
    if (await tryListen(server, port)) return port;
  }
  throw new Error(`no free port between ${FIRST_PORT} and ${LAST_PORT}`);
}

/** False when the port is another's (EACCES: the system keeps it for itself); any other failure is thrown. */
async function tryListen(server: Server, port: number): Promise<boolean> {
  server.listen({ host: '127.0.0.1', port, exclusive: true });
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
      return false;
    throw error;
  }
}
