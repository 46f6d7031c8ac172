import { type MethodName, methods } from '../../../shared/contract/methods.ts';
import { isByNameOpen, WRONG_PINS_BEFORE_NAME } from '../../../shared/domain/decide-people.ts';
import type { IdentifiedBy } from '../../../shared/domain/events.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { Answer } from '../../../shared/contract/call.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import { hashPin } from '../keys/pin.ts';
import { checkPin } from '../people/check-pin.ts';
import { actHashOf } from './act-hash.ts';
import { type CommandHandler, fail, type QueryHandler, receiptOf, type Request } from './handler.ts';
import type { StationContext } from './station-context.ts';

/** 换人. */
export const signIn: QueryHandler<'person.signIn'> = async (context, { input, elapsedMs }) => {
  const { day } = context;
  if (day === null) return fail('no-day', 'D1');
  const checked = await checkPin({ day, tries: context.signInTries, elapsedMs }, input.staff, input.pin);
  if (!checked.ok) return checked;
  return ok({ proof: context.proofs.issue(day, { staff: input.staff, by: 'pin' }, context.ports.ids.id()) });
};

/** 离开. */
export const signOut: QueryHandler<'person.signOut'> = (context, { call }) => {
  if (call.proof !== null) context.proofs.end(call.proof);
  return ok({});
};

/** 第二人确认, 主考当面批准. */
export const coSign: QueryHandler<'person.coSign'> = async (context, request) => {
  const { day } = context;
  const { staff, pin, as, act } = request.input;
  if (day === null) return fail('no-day', 'D1');
  if (!Object.hasOwn(methods, act.method)) return fail('unknown-method');
  const method = act.method as MethodName; // it is one of the table's own keys
  const input = methods[method].input.safeParse(act.input);
  if (!input.success) return fail('bad-input', '', { field: 'act.input', problem: input.error.issues[0]?.code ?? '' });
  const by = pin === null ? nameOf(context, day, request) : await pinOf(context, day, { ...request, staff, pin });
  if (!by.ok) return by;
  const token = context.ports.ids.id();
  const hash = actHashOf(day, method, input.data, act);
  context.proofs.confirm(token, { staff, by: by.value, as, act: hash }, request.elapsedMs);
  return ok({ proof: token });
};

async function pinOf(
  context: StationContext,
  day: OpenDay,
  { staff, pin, elapsedMs }: { readonly staff: StaffId; readonly pin: string; readonly elapsedMs: number },
): Promise<Answer<IdentifiedBy>> {
  const checked = await checkPin({ day, tries: context.signInTries, elapsedMs }, staff, pin);
  return checked.ok ? ok('pin') : checked;
}

/** Who is refused his PIN in a running paper confirms by name; an approval is nothing that a name could give. */
function nameOf(
  context: StationContext,
  day: OpenDay,
  { input, clock }: Request<'person.coSign'>,
): Answer<IdentifiedBy> {
  const staff = day.state.site.staff[input.staff];
  if (staff === undefined) return fail('staff-unknown', 'PP1');
  const isOpen =
    input.as === 'second' &&
    isByNameOpen(day.state, staff, { binding: day.binding, nowMs: clock.nowMs }) &&
    context.signInTries.of(input.staff).wrong() >= WRONG_PINS_BEFORE_NAME;
  return isOpen ? ok('name') : fail('by-name-not-open', 'PP4', { pins: WRONG_PINS_BEFORE_NAME });
}

/** 按姓名继续. */
export const enterByName: CommandHandler<'person.enterByName'> = {
  prepare: (context, _day, { input }) =>
    ok({ type: 'enterByName', staff: input.staff, wrongPins: context.signInTries.of(input.staff).wrong() }),
  answer(events, day, context) {
    const entered = events.map(({ event }) => event).find((event) => event.type === 'EnteredByName');
    if (entered === undefined) throw new Error('somebody entered by name without its event');
    const { staff } = entered.data;
    return { ...receiptOf(events), proof: context.proofs.issue(day, { staff, by: 'name' }, entered.command ?? '') };
  },
};

/** 重设 PIN. */
export const resetPin: CommandHandler<'staff.resetPin'> = {
  async prepare(context, { keys }, { input }) {
    // The box of a PIN belongs where the first one stands: it is opened by the person, whichever event brought it.
    const pin = keys.boxes.sealText(...PLACES.staffPin, await hashPin(input.pin, context.ports.pinCost));
    return ok({ type: 'resetPin', staff: input.staff, pin });
  },
  answer: (events) => receiptOf(events),
};

/** 追认. */
export const ratifyAct: CommandHandler<'act.ratify'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'ratifyAct', ...input }),
  answer: (events) => receiptOf(events),
};

/** 换座. */
export const changeSeat: CommandHandler<'seat.change'> = {
  prepare: (_context, { keys }, { input }) =>
    ok({ type: 'changeSeat', ...input, why: keys.boxes.sealText(...PLACES.courseWhy, input.why) }),
  answer: (events) => receiptOf(events),
};
