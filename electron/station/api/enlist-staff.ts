import { as, type StaffId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { type DayKeys, PLACES } from '../keys/day-keys.ts';
import { hashPin } from '../keys/pin.ts';
import { type CommandHandler, receiptOf } from './handler.ts';

interface StaffToSeal {
  readonly keys: DayKeys;
  readonly name: string;
  readonly pin: string;
}

/** A staff member's name and PIN as the journal keeps them: sealed, the PIN as an argon2id hash. */
export async function sealStaff({ keys, name, pin }: StaffToSeal) {
  return {
    person: keys.boxes.sealText(...PLACES.staffPerson, JSON.stringify({ name })),
    pin: keys.boxes.sealText(...PLACES.staffPin, await hashPin(pin)),
  };
}

/** 登记考务人员. */
export const enlistStaff: CommandHandler<'staff.enlist'> = {
  async prepare(context, day, { input }) {
    const { role, room, name, pin } = input;
    const staff = as<StaffId>(context.ports.ids.id());
    return ok({ type: 'enlistStaff', staff, role, room, ...(await sealStaff({ keys: day.keys, name, pin })) });
  },
  answer(events) {
    const enlisted = events.map(({ event }) => event).find((event) => event.type === 'StaffEnlisted');
    if (enlisted === undefined) throw new Error('an enlisting command without its event');
    return { ...receiptOf(events), staff: enlisted.data.staff };
  },
};
