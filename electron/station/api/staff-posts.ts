import { as, type StaffId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { PLACES } from '../keys/day-keys.ts';
import { sealStaff } from './enlist-staff.ts';
import { type CommandHandler, receiptOf } from './handler.ts';
import { recusalIn, sealDescription } from './staff-known.ts';

/** 分派考场. */
export const postStaff: CommandHandler<'staff.post'> = {
  prepare: (_context, day, { input: { staff, room } }) =>
    ok({ type: 'postStaff', staff, room, recusal: recusalIn(day, staff, room) }),
  answer: (events) => receiptOf(events),
};

/** 到岗. */
export const takeUpPost: CommandHandler<'staff.arrive'> = {
  prepare: (_context, day, { call }) => {
    const room = day.binding?.kind === 'room' ? day.binding.room : null;
    return ok({ type: 'takeUpPost', recusal: call.actor === null ? null : recusalIn(day, call.actor, room) });
  },
  answer: (events) => receiptOf(events),
};

/** 更换监考员. */
export const replaceStaff: CommandHandler<'staff.replace'> = {
  async prepare(context, day, { input }) {
    const { room, leaves, approval } = input;
    const opinion = day.keys.boxes.sealText(...PLACES.staffOpinion, input.opinion);
    const replacing = { type: 'replaceStaff', room, leaves, opinion, approval } as const;
    if (input.comes.kind === 'listed') {
      const { staff } = input.comes;
      return ok({ ...replacing, comes: staff, enlists: null, recusal: recusalIn(day, staff, room) });
    }
    const { name, pin, details } = input.comes;
    const sealed = await sealStaff({ keys: day.keys, name, pin, pinCost: context.ports.pinCost });
    return ok({
      ...replacing,
      comes: as<StaffId>(context.ports.ids.id()),
      enlists: { ...sealed, ...sealDescription(day, input.comes) },
      recusal: recusalIn(day, details, room),
    });
  },
  answer(events) {
    const replaced = events.map(({ event }) => event).find((event) => event.type === 'StaffReplaced');
    if (replaced === undefined) throw new Error('a replacement without its event');
    return { ...receiptOf(events), comes: replaced.data.comes };
  },
};
