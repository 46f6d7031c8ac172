import { randomUUID } from 'node:crypto';
import type { Station } from '../../electron/station/station-face.ts';
import type { Answer } from '../../shared/contract/call.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import { type MethodOutput, methods } from '../../shared/contract/methods.ts';

/** The contract without a carrier: calls go straight to dispatch. Throws when an answer is not of its method's shape. */
export function createDirectClient(station: Station): StationClient {
  return {
    async invoke(method, input, options = {}) {
      const answer = await station.dispatch(method, {
        command: methods[method].kind === 'command' ? (options.command ?? randomUUID()) : null,
        actor: options.actor ?? null,
        second: options.second ?? null,
        occurredAt: options.occurredAt ?? null,
        reason: options.reason ?? null,
        input,
      });
      if (answer.ok) methods[method].output.parse(answer.value);
      return answer as Answer<MethodOutput<typeof method>>; // parsed just now
    },
    subscribe: (listener) => station.subscribe(listener),
  };
}
