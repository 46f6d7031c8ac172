import type { Answer } from '../../../shared/contract/call.ts';
import type { MethodName } from '../../../shared/contract/methods.ts';
import type { StoredEvent } from '../../../shared/contract/views.ts';
import type { CommandId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import { type CommandHandler, fail, type Request } from './handler.ts';
import { identify } from '../people/identify.ts';
import { actHashOf } from './act-hash.ts';
import { orNotSaved } from './or-not-saved.ts';
import type { StationContext } from './station-context.ts';

/** The stored answer of a command that was carried out before; null for a new one. */
export function findAnswered<M extends MethodName>(
  context: StationContext,
  day: OpenDay,
  method: M,
  request: Request<M>,
  handler: Pick<CommandHandler<M>, 'answer'>,
): Answer<unknown> | null {
  const known = day.journal.findAnswer(request.call.command as CommandId); // dispatch refuses commands without an id
  if (known === null) return null;
  const { inputHash } = known;
  if (inputHash !== null && inputHash !== actHashOf(day, method, request.input, request.call)) {
    return fail('command-id-reused');
  }
  return ok(handler.answer(known.events, day, context));
}

/**
 * Prepares (outside any transaction), decides, writes and folds one command. What is answered with `ok` is on disk; a
 * repeated id gets the answer of the first time.
 */
export async function runCommand<M extends MethodName>(
  context: StationContext,
  method: M,
  request: Request<M>,
  handler: CommandHandler<M>,
  publish: (events: readonly StoredEvent[]) => void,
): Promise<Answer<unknown>> {
  const { day } = context;
  if (day === null) return fail('no-day', 'D1');
  const answered = findAnswered(context, day, method, request, handler);
  if (answered !== null) return answered;
  const { call, elapsedMs } = request;
  const command = call.command as CommandId; // as above
  const act = actHashOf(day, method, request.input, call);
  const asked = {
    day,
    proofs: context.proofs,
    codeTries: context.codeTries,
    call,
    input: request.input,
    act,
    command,
    elapsedMs,
  };
  const identified = await identify(asked);
  if (!identified.ok) {
    context.proofs.release(command, false);
    return identified;
  }
  const saved = await orNotSaved(context, async () => {
    const preparing = handler.prepare(context, day, request);
    // What needs no waiting is decided on the very state it was prepared on: no other command comes in between.
    const prepared = preparing instanceof Promise ? await preparing : preparing;
    if (!prepared.ok) return prepared;
    // Locked meanwhile: what was drawn or hashed for it has no record to go into.
    if (context.day !== day) return fail('day-locked', 'KY3');
    const beganMs = context.clock.elapsed();
    const carried = day.carryOut(prepared.value, {
      command,
      inputHash: act,
      clock: request.clock,
      elapsedMs,
      actor: call.actor,
      actorBy: request.actorBy,
      second: call.second,
      ...identified.value,
      occurredAt: call.occurredAt,
      reason: call.reason === null ? null : day.keys.boxes.sealText(...PLACES.reason, call.reason),
    });
    if (carried.ok) context.disk.noteCommit(context.clock.elapsed() - beganMs);
    if (carried.ok) handler.carriedOut?.(context, carried.value);
    return carried;
  });
  context.proofs.release(command, saved.ok);
  // A refusal wrote nothing, so it does not show that the disk is well again.
  if (!saved.ok) return saved;
  context.health.writeTrouble = null;
  publish(saved.value);
  return ok(handler.answer(saved.value, day, context));
}
