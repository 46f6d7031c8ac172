import { ok } from '../../../shared/result.ts';
import { PLACES } from '../keys/day-keys.ts';
import { type CommandHandler, receiptOf } from './handler.ts';

/** 确认入场. */
export const checkIn: CommandHandler<'checkIn.confirm'> = {
  prepare: (_context, _day, { input }) =>
    ok({ type: 'checkIn', ...input, despite: input.despite ?? [], approval: input.approval ?? null }),
  answer: (events) => receiptOf(events),
};

/** 登记拒绝入场. */
export const refuseEntry: CommandHandler<'entry.refuse'> = {
  prepare: (_context, { keys }, { input }) =>
    ok({
      type: 'refuseEntry',
      ...input,
      ticket: input.ticket === null ? null : keys.boxes.sealText(...PLACES.refusedTicket, input.ticket),
      note: input.note === null ? null : keys.boxes.sealText(...PLACES.refusalNote, input.note),
    }),
  answer: (events) => receiptOf(events),
};

/** 撤销. */
export const undoAct: CommandHandler<'act.undo'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'undo', target: input.target }),
  answer: (events) => receiptOf(events),
};

/** 主考信号. */
export const giveSignal: CommandHandler<'signal.give'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'giveSignal', ...input }),
  answer: (events) => receiptOf(events),
};

/** 时间轴上的一步已完成. */
export const confirmMilestone: CommandHandler<'milestone.confirm'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'confirmMilestone', ...input }),
  answer: (events) => receiptOf(events),
};
