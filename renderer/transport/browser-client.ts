import type { ConnectionState, StationClient } from '../../shared/contract/client.ts';
import type { Push } from '../../shared/contract/pushes.ts';
import { ask } from './ask.ts';
import { listen } from './listeners.ts';
import { makeCall } from './make-call.ts';
import { type PageWorld, thisPage } from './page-world.ts';
import { PushLine } from './push-line.ts';
import { Session } from './session.ts';

/** The contract over HTTP and WebSocket. It connects at once and, whenever the line breaks, again by itself. */
export interface BrowserClient extends StationClient {
  readonly connectionState: () => ConnectionState;
  /**
   * Calls back at each change. On 'connected' pushes flow from that moment on: what happened before is to be fetched by
   * `events.since`, at the first time as after every break.
   */
  onConnection(listener: (state: ConnectionState) => void): () => void;
  close(): void;
}

export function createBrowserClient(world: PageWorld = thisPage()): BrowserClient {
  const pushListeners = new Set<(push: Push) => void>();
  const stateListeners = new Set<(state: ConnectionState) => void>();
  const session = new Session(world);
  const line = new PushLine({
    world,
    session,
    onPush: (push) => pushListeners.forEach((listener) => listener(push)),
    onState: (state) => stateListeners.forEach((listener) => listener(state)),
  });
  const askParts = { world, pageKey: () => session.pageKey, state: () => line.state };

  return {
    invoke: (method, input, options = {}) => ask(askParts, method, makeCall(method, input, options)),
    subscribe: (listener) => listen(pushListeners, listener),
    connectionState: () => line.state,
    onConnection: (listener) => listen(stateListeners, listener),
    close: () => line.close(),
  };
}
