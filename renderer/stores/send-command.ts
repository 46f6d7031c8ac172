import type { Answer, ContractError } from '../../shared/contract/call.ts';
import { approvalIn } from '../../shared/contract/approval-in.ts';
import type { CallOptions } from '../../shared/contract/client.ts';
import { type MethodInput, type MethodName, type MethodOutput, methods } from '../../shared/contract/methods.ts';
import { as, type CommandId, type StaffId } from '../../shared/ids.ts';
import { useActing } from './acting-store.ts';
import { askToCoSign } from './co-sign.ts';
import { createOpenIntents } from './open-intents.ts';
import { linkedClient, onNews } from './station-link.ts';

const intents = createOpenIntents(() => as<CommandId>(crypto.randomUUID()));
onNews((events) => intents.seen(events));

/**
 * Asks the station in the name of the acting person; whoever else must stand for it is asked for his PIN first. A command
 * asked again before its answer is the same act.
 */
export async function ask<M extends MethodName>(
  method: M,
  input: MethodInput<M>,
  options: Omit<CallOptions, 'command'> = {},
): Promise<Answer<MethodOutput<M>>> {
  const { actor, proof } = useActing.getState();
  const call = { actor, ...options };
  const isCommand = methods[method].kind === 'command';
  const key = isCommand ? JSON.stringify([method, input, call]) : '';
  const confirmed = isCommand ? await confirmedByOthers(method, input, call) : {};
  if ('code' in confirmed) return { ok: false, error: confirmed };
  const own = call.actor === null ? null : call.actor === actor ? proof : await ownProofOf(call.actor, method, input);
  if (call.actor !== null && call.actor !== actor && own === null) return NOT_CONFIRMED;
  const proven = { ...call, proof: own, ...confirmed };
  try {
    const answer = await linkedClient().invoke(
      method,
      input,
      isCommand ? { ...proven, command: intents.idOf(key) } : proven,
    );
    if (isCommand) intents.answered(key);
    // Quiet for too long, or a new PIN: the sheet asks for it, and what was filled in stays.
    // Somebody else may have signed in while it was on its way.
    const present = useActing.getState();
    if (!answer.ok && answer.error.code === 'signed-out' && own !== null && present.proof === own) present.leave();
    return answer;
  } catch {
    if (isCommand) intents.lost(key);
    return { ok: false, error: { code: 'internal', rule: '', figures: { lost: 1 } } };
  }
}

const NOT_CONFIRMED = { ok: false, error: { code: 'signed-out', rule: 'PP1', figures: {} } } as const;

/** Somebody acts in his own name at a computer that another works at: by his PIN, for this once. */
async function ownProofOf(staff: StaffId, method: MethodName, input: unknown): Promise<string | null> {
  const act = { method, actor: staff, second: null, occurredAt: null, reason: null, input };
  return askToCoSign({ staff, as: 'signer', act });
}

/** The proofs of the second person and of the approver who stands by; an error where one did not confirm. */
async function confirmedByOthers(
  method: MethodName,
  input: unknown,
  { actor = null, second = null, occurredAt = null, reason = null }: CallOptions,
): Promise<Pick<CallOptions, 'secondProof' | 'approverProof'> | ContractError> {
  const act = { method, actor, second, occurredAt, reason, input };
  let secondProof: string | null = null;
  if (second !== null) {
    secondProof = await askToCoSign({ staff: second, as: 'second', act });
    if (secondProof === null) return { code: 'second-not-confirmed', rule: 'D2', figures: {} };
  }
  const approval = approvalIn(input);
  if (approval?.how !== 'present' || approval.approver === actor) return { secondProof };
  const approverProof = await askToCoSign({ staff: approval.approver, as: 'approver', act });
  if (approverProof === null) return { code: 'approver-not-confirmed', rule: 'D22', figures: {} };
  return { secondProof, approverProof };
}

/** The line was given up before an answer came: what was asked may or may not be recorded. */
export function isLost(error: ContractError): boolean {
  return error.figures['lost'] !== undefined;
}
