import type { Answer } from '../../shared/contract/call.ts';
import type { CallOptions } from '../../shared/contract/client.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import { as, type CommandId } from '../../shared/ids.ts';
import { useActing } from './acting-store.ts';
import { linkedClient } from './station-link.ts';

/** One id an intent: the same intent sent again gets the same answer and never acts twice. */
export function newCommandId(): CommandId {
  return as<CommandId>(crypto.randomUUID());
}

/** Asks the station in the name of the acting person; a command without an id gets one. */
export async function ask<M extends MethodName>(
  method: M,
  input: MethodInput<M>,
  options: CallOptions = {},
): Promise<Answer<MethodOutput<M>>> {
  try {
    return await linkedClient().invoke(method, input, { actor: useActing.getState().actor, ...options });
  } catch {
    // The carrier is gone for good; the page says so and the intent can be sent again with its own id.
    return { ok: false, error: { code: 'internal', rule: '', figures: { lost: 1 } } };
  }
}
