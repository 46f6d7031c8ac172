import type { ConnectionState, StationClient } from '../../shared/contract/client.ts';
import type { DesktopFace } from '../../shared/contract/desktop-face.ts';
import { type Push, pushSchema } from '../../shared/contract/pushes.ts';
import { err } from '../../shared/result.ts';
import { CarrierLostError } from './carrier-lost.ts';
import { listen } from './listeners.ts';
import { makeCall } from './make-call.ts';
import { parseAnswer } from './parse-answer.ts';

declare global {
  interface Window {
    /** There in the desktop's window only. */
    readonly proctor?: DesktopFace;
  }
}

/** The contract over the desktop's preload. The station lives in the same program: the line stands as long as the page. */
export interface DesktopClient extends StationClient {
  readonly connectionState: () => ConnectionState;
  /** Calls back with 'connected' whenever a push could not be read, so that the page catches up from the journal. */
  onConnection(listener: (state: ConnectionState) => void): () => void;
}

export function createDesktopClient(face: DesktopFace): DesktopClient {
  const pushListeners = new Set<(push: Push) => void>();
  const stateListeners = new Set<(state: ConnectionState) => void>();
  face.subscribe((content) => {
    const push = pushSchema.safeParse(content);
    if (push.success) pushListeners.forEach((listener) => listener(push.data));
    else stateListeners.forEach((listener) => listener('connected'));
  });

  return {
    async invoke(method, input, options = {}) {
      let content: unknown;
      try {
        content = await face.invoke(method, makeCall(method, input, options));
      } catch {
        throw new CarrierLostError(method);
      }
      return parseAnswer(method, content) ?? err({ code: 'internal', rule: '', figures: {} });
    },
    subscribe: (listener) => listen(pushListeners, listener),
    connectionState: () => 'connected',
    onConnection: (listener) => listen(stateListeners, listener),
  };
}
