import { ok } from '../../../shared/result.ts';
import { PLACES } from '../keys/day-keys.ts';
import { hashPin } from '../keys/pin.ts';
import { type CommandHandler, receiptOf } from './handler.ts';
import { tryCodeOfOpenDay } from './try-recovery-code.ts';

/** 忘记 PIN: whoever holds the 恢复单 is trusted with the whole day; its code stands in for the old PIN. */
export const replacePin: CommandHandler<'staff.replacePin'> = {
  async prepare(context, day, { input, elapsedMs }) {
    const { staff, pin, groups } = input;
    const used = tryCodeOfOpenDay(context, day.journal.day, { groups, elapsedMs });
    if (!used.ok) return used;
    // The box of a PIN belongs where the first one stands: it is opened by the person, whichever event brought it.
    const box = day.keys.boxes.sealText(...PLACES.staffPin, await hashPin(pin, context.ports.pinCost));
    return ok({ type: 'replacePin', staff, pin: box, sheet: used.value.sheet });
  },
  answer: (events) => receiptOf(events),
};
