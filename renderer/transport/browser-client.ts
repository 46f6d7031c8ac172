import type { CallOptions, ConnectionState, StationClient } from '../../shared/contract/client.ts';
import { type MethodInput, type MethodName, methods } from '../../shared/contract/methods.ts';
import type { Push } from '../../shared/contract/pushes.ts';
import { as, type CommandId } from '../../shared/ids.ts';
import { ask } from './ask.ts';
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

function makeCall<M extends MethodName>(method: M, input: MethodInput<M>, options: CallOptions) {
  // Made once for each intent, before the first attempt: every attempt carries the same one.
  const command = methods[method].kind === 'command' ? (options.command ?? as<CommandId>(crypto.randomUUID())) : null;
  return {
    command,
    actor: options.actor ?? null,
    second: options.second ?? null,
    occurredAt: options.occurredAt ?? null,
    reason: options.reason ?? null,
    input,
  };
}

function listen<T>(listeners: Set<(value: T) => void>, listener: (value: T) => void): () => void {
  const own = (value: T): void => listener(value); // the same function may be registered twice
  listeners.add(own);
  return () => {
    listeners.delete(own);
  };
}
