import { as, type StaffId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { type DayKeys, PLACES } from '../keys/day-keys.ts';
import { hashPin, type PinCost } from '../keys/pin.ts';
import { type CommandHandler, receiptOf } from './handler.ts';
import { recusalIn, sealDescription } from './staff-known.ts';

interface StaffToSeal {
  readonly keys: DayKeys;
  readonly name: string;
  readonly pin: string;
  readonly pinCost: PinCost;
}

/** A staff member's name and PIN as the journal keeps them: sealed, the PIN as an argon2id hash. */
export async function sealStaff({ keys, name, pin, pinCost }: StaffToSeal) {
  return {
    person: keys.boxes.sealText(...PLACES.staffPerson, JSON.stringify({ name })),
    pin: keys.boxes.sealText(...PLACES.staffPin, await hashPin(pin, pinCost)),
  };
}

/** 登记考务人员. */
export const enlistStaff: CommandHandler<'staff.enlist'> = {
  async prepare(context, day, { input }) {
    const { role, room, name, pin, described } = input;
    const staff = as<StaffId>(context.ports.ids.id());
    const sealed = await sealStaff({ keys: day.keys, name, pin, pinCost: context.ports.pinCost });
    const enlisting = { type: 'enlistStaff', staff, role, room, ...sealed } as const;
    if (described === undefined) return ok(enlisting);
    const recusal = role === 'invigilator' ? recusalIn(day, described.details, room) : null;
    return ok({ ...enlisting, described: sealDescription(day, described), recusal });
  },
  answer(events) {
    const enlisted = events.map(({ event }) => event).find((event) => event.type === 'StaffEnlisted');
    if (enlisted === undefined) throw new Error('an enlisting command without its event');
    return { ...receiptOf(events), staff: enlisted.data.staff };
  },
};
