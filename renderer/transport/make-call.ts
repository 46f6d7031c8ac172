import type { Call } from '../../shared/contract/call.ts';
import type { CallOptions } from '../../shared/contract/client.ts';
import { type MethodInput, type MethodName, methods } from '../../shared/contract/methods.ts';
import { as, type CommandId } from '../../shared/ids.ts';

/** What is sent for one intent. Its command id is made here, before the first attempt: every attempt carries the same one. */
export function makeCall<M extends MethodName>(method: M, input: MethodInput<M>, options: CallOptions): Call {
  const command = methods[method].kind === 'command' ? (options.command ?? as<CommandId>(crypto.randomUUID())) : null;
  return {
    command,
    actor: options.actor ?? null,
    proof: options.proof ?? null,
    second: options.second ?? null,
    secondProof: options.secondProof ?? null,
    approverProof: options.approverProof ?? null,
    approvalCode: options.approvalCode ?? null,
    occurredAt: options.occurredAt ?? null,
    reason: options.reason ?? null,
    input,
  };
}
