import { randomUUID } from 'node:crypto';
import type { Station } from '../../electron/station/station-face.ts';
import type { Answer, Call } from '../../shared/contract/call.ts';
import type { StationClient } from '../../shared/contract/client.ts';
import { type MethodName, type MethodOutput, methods } from '../../shared/contract/methods.ts';
import { withPins } from './own-pins.ts';

/** The contract without a carrier, everybody with his PIN beside it. */
export function createDirectClient(station: Station): StationClient {
  return withPins(createBareClient(station));
}

/** Calls go straight to dispatch, as they are. Throws when an answer is not of its method's shape. */
export function createBareClient(station: Station): StationClient {
  return {
    async invoke(method, input, options = {}) {
      const answer = await station.dispatch(method, {
        command: methods[method].kind === 'command' ? (options.command ?? randomUUID()) : null,
        actor: options.actor ?? null,
        proof: options.proof ?? null,
        second: options.second ?? null,
        secondProof: options.secondProof ?? null,
        approverProof: options.approverProof ?? null,
        approvalCode: options.approvalCode ?? null,
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

/** A call as a test writes it down: nobody's proofs are in it. */
export type PlainCall = Omit<Call, 'proof' | 'secondProof' | 'approverProof' | 'approvalCode'>;

const clients = new WeakMap<Station, StationClient>();

/** Sends a call as written, everybody with his PIN beside it. */
export function askPlainly(station: Station, method: MethodName, { input, ...options }: PlainCall) {
  const client = clients.get(station) ?? createDirectClient(station);
  clients.set(station, client);
  const { command, ...rest } = options;
  return client.invoke(method, input as never, command === null ? rest : { command, ...rest }); // of its own method, as written
}
