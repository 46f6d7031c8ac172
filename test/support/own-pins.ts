import { approvalIn } from '../../shared/contract/approval-in.ts';
import type { Answer } from '../../shared/contract/call.ts';
import type { CallOptions, StationClient } from '../../shared/contract/client.ts';
import { type MethodInput, type MethodName, methods } from '../../shared/contract/methods.ts';
import type { StaffId } from '../../shared/ids.ts';

/** The PIN of everybody in the tests who was not given another one. */
export const PIN = '246810';
/** Other PINs, as they were given through a client of this process. */
const given = new Map<StaffId, string>();

/** That somebody was given another PIN than everybody, where no client of this process was told. */
export function tellPin(staff: StaffId, pin: string): void {
  given.set(staff, pin);
}

/**
 * A client at whose side everybody stands with his PIN: whoever a call names signs in, co-signs and approves by himself.
 * A test that gives a proof, be it null, is left alone with it.
 */
export function withPins<C extends StationClient>(client: C): C {
  const proofs = new Map<StaffId, string>();

  /** The PIN he was given, and where that is of another folder's day the one that everybody has. */
  async function withPin<T>(staff: StaffId, ask: (pin: string) => Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await ask(given.get(staff) ?? PIN);
    return answer.ok || answer.error.code !== 'pin-wrong' || !given.has(staff) ? answer : ask(PIN);
  }

  async function proofOf(staff: StaffId): Promise<string | null> {
    const answer = await withPin(staff, (pin) => client.invoke('person.signIn', { staff, pin }));
    if (!answer.ok) return null;
    proofs.set(staff, answer.value.proof);
    return answer.value.proof;
  }

  async function confirmed(
    as: 'second' | 'approver',
    staff: StaffId,
    act: { readonly method: MethodName; readonly input: unknown; readonly options: CallOptions },
  ): Promise<string | null> {
    const { actor = null, second = null, occurredAt = null, reason = null } = act.options;
    const asked = { method: act.method, actor, second, occurredAt, reason, input: act.input };
    const answer = await withPin(staff, (pin) => client.invoke('person.coSign', { staff, pin, as, act: asked }));
    return answer.ok ? answer.value.proof : null;
  }

  /** Who stands beside the acting person, and has not confirmed it yet. */
  function othersOf(method: MethodName, input: unknown, options: CallOptions): readonly Other[] {
    const { actor, second } = options;
    if (methods[method].kind !== 'command' || actor === undefined || actor === null) return [];
    const approval = approvalIn(input);
    const others: Other[] = [];
    if (second !== undefined && second !== null && options.secondProof === undefined)
      others.push({ as: 'second', staff: second, to: 'secondProof' });
    if (approval?.how === 'present' && approval.approver !== actor && options.approverProof === undefined)
      others.push({ as: 'approver', staff: approval.approver, to: 'approverProof' });
    return others;
  }

  async function completed(method: MethodName, input: unknown, options: CallOptions, others: readonly Other[]) {
    const { actor } = options;
    const act = { method, input, options };
    let whole = options;
    for (const { as, staff, to } of others) whole = { ...whole, [to]: await confirmed(as, staff, act) };
    if (actor === undefined || actor === null || options.proof !== undefined) return whole;
    return { ...whole, proof: proofs.get(actor) ?? (await proofOf(actor)) };
  }

  /** Without waiting where everybody is known: what a test sends first arrives first. */
  function send<M extends MethodName>(method: M, input: MethodInput<M>, options: CallOptions) {
    if (method.startsWith('person.')) return client.invoke(method, input, options);
    const others = othersOf(method, input, options);
    const proof =
      options.proof ?? (options.actor === undefined || options.actor === null ? null : proofs.get(options.actor));
    if (others.length === 0 && proof !== undefined) {
      return client.invoke(method, input, options.proof === undefined ? { ...options, proof } : options);
    }
    return completed(method, input, options, others).then((whole) => client.invoke(method, input, whole));
  }

  const invoke: StationClient['invoke'] = async (method, input, options = {}) => {
    let answer = await send(method, input, options);
    if (!answer.ok && answer.error.code === 'signed-out' && options.proof === undefined) {
      // A new PIN, or quiet for too long: he types it again.
      proofs.clear();
      answer = await send(method, input, options);
    }
    await learn(client, method, input, answer);
    return answer;
  };
  return { ...client, invoke };
}

interface Other {
  readonly as: 'second' | 'approver';
  readonly staff: StaffId;
  readonly to: 'secondProof' | 'approverProof';
}

/** What the station was told of PINs on the way. */
async function learn(
  client: StationClient,
  method: MethodName,
  input: unknown,
  answer: Answer<unknown>,
): Promise<void> {
  if (!answer.ok) return;
  if (method === 'day.make') {
    const { pin } = (input as MethodInput<'day.make'>).chief;
    const list = await client.invoke('staff.list', {});
    if (list.ok && pin !== PIN) {
      const chiefs = list.value.staff.filter(({ role }) => role === 'chief');
      for (const { staff } of chiefs) given.set(staff, pin);
    }
  }
  if (method === 'staff.enlist') {
    const { staff } = answer.value as { readonly staff: StaffId };
    given.set(staff, (input as MethodInput<'staff.enlist'>).pin);
  }
  if (method === 'staff.replace') {
    const { comes } = input as MethodInput<'staff.replace'>;
    if (comes.kind === 'new') given.set((answer.value as { readonly comes: StaffId }).comes, comes.pin);
  }
  if (method === 'staff.initialPins') {
    const { people } = answer.value as {
      readonly people: readonly { readonly staff: StaffId; readonly pin: string }[];
    };
    for (const { staff, pin } of people) given.set(staff, pin);
  }
  if (method === 'staff.replacePin' || method === 'staff.resetPin') {
    const { staff, pin } = input as { readonly staff: StaffId; readonly pin: string };
    given.set(staff, pin);
  }
}
