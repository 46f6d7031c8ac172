import type { Answer, ContractError } from '../../shared/contract/call.ts';
import type { CallOptions } from '../../shared/contract/client.ts';
import { type MethodInput, type MethodName, type MethodOutput, methods } from '../../shared/contract/methods.ts';
import { as, type CommandId } from '../../shared/ids.ts';
import { useActing } from './acting-store.ts';
import { createOpenIntents } from './open-intents.ts';
import { linkedClient, onNews } from './station-link.ts';

const intents = createOpenIntents(() => as<CommandId>(crypto.randomUUID()));
onNews((events) => intents.seen(events));

/** Asks the station in the name of the acting person. A command asked again before its answer is the same act. */
export async function ask<M extends MethodName>(
  method: M,
  input: MethodInput<M>,
  options: Omit<CallOptions, 'command'> = {},
): Promise<Answer<MethodOutput<M>>> {
  const call = { actor: useActing.getState().actor, ...options };
  const isCommand = methods[method].kind === 'command';
  const key = isCommand ? JSON.stringify([method, input, call]) : '';
  try {
    const own = isCommand ? { ...call, command: intents.idOf(key) } : call;
    const answer = await linkedClient().invoke(method, input, own);
    if (isCommand) intents.answered(key);
    return answer;
  } catch {
    if (isCommand) intents.lost(key);
    return { ok: false, error: { code: 'internal', rule: '', figures: { lost: 1 } } };
  }
}

/** The line was given up before an answer came: what was asked may or may not be recorded. */
export function isLost(error: ContractError): boolean {
  return error.figures['lost'] !== undefined;
}
