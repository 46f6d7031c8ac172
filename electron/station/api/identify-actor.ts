import type { Answer, Call } from '../../../shared/contract/call.ts';
import { type MethodName, methods } from '../../../shared/contract/methods.ts';
import { isByNameOpen } from '../../../shared/domain/decide-people.ts';
import type { IdentifiedBy } from '../../../shared/domain/events.ts';
import { refuseOffDuty } from '../../../shared/domain/decision.ts';
import { isAdmissionOpen } from '../../../shared/domain/admission.ts';
import { as, type StaffId } from '../../../shared/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import { fail, type Request } from './handler.ts';
import type { StationContext } from './station-context.ts';

/** What an invigilator without a room may do. */
const WAITING_MAY: readonly MethodName[] = ['staff.arrive', 'staff.resetPin'];

/** A parsed call with who stands behind it. */
type Known = Pick<Request<MethodName>, 'call' | 'actorBy'>;

/**
 * The acting person of a call (D1, PP1): who is named must have signed in, whatever is asked; what needs staff is refused
 * without. Before there is a day nobody can be named.
 */
export function identifyActor(
  { day, locked, proofs }: Pick<StationContext, 'day' | 'locked' | 'proofs'>,
  { method, call, input }: { readonly method: MethodName; readonly call: Call; readonly input: unknown },
  { clock, elapsedMs }: Pick<Request<MethodName>, 'clock' | 'elapsedMs'>,
): Answer<Known> {
  if (method === 'person.enterByName' && day !== null) {
    const { staff } = input as { staff: string }; // by the method's schema
    if (day.state.site.staff[as<StaffId>(staff)] === undefined) return fail('staff-unknown', 'PP4');
    return ok({ call: { ...call, actor: as<StaffId>(staff) }, actorBy: 'name' });
  }
  const needsStaff = methods[method].permission === 'staff';
  if (day === null) {
    if (needsStaff) return locked === null ? fail('no-day', 'D1') : fail('day-locked', 'KY3');
    return ok({ call: { ...call, actor: null }, actorBy: null });
  }
  const { actor } = call;
  if (actor === null) return needsStaff ? fail('actor-unknown', 'D1') : ok({ call, actorBy: null });
  const known = day.state.site.staff[actor];
  if (known === undefined)
    return needsStaff ? fail('actor-unknown', 'D1') : ok({ call: { ...call, actor: null }, actorBy: null });
  // ST5, ST3: who was replaced does and reads nothing more; who waits for his room may read.
  const offDuty = needsStaff ? refuseOffDuty(known) : null;
  const mayWait = methods[method].kind === 'query' || WAITING_MAY.includes(method);
  if (offDuty !== null && (offDuty.code === 'actor-left' || !mayWait)) return err(offDuty);
  const mayLapse = !isAdmissionOpen(day.state, day.binding, clock.nowMs);
  const proven = call.proof === null ? null : proofs.find(day, call.proof, { elapsedMs, mayLapse });
  // PP4: a name alone is good in the running paper that it was taken for, and not when somebody finds it again later.
  const isByNameStill = isByNameOpen(day.state, known, { binding: day.binding, nowMs: clock.nowMs });
  const isGood = proven?.staff === actor && (proven.by === 'pin' || isByNameStill);
  const by: IdentifiedBy | null = isGood ? proven.by : null;
  // Signing in and out is done by whoever stands there, also with a proof that is over.
  if (by === null && method.startsWith('person.')) return ok({ call, actorBy: null });
  return by === null ? fail('signed-out', 'PP1') : ok({ call, actorBy: by });
}
