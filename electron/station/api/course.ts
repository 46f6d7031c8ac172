import { ok } from '../../../shared/result.ts';
import type { OpenDay } from '../day/open-day.ts';
import { PLACES } from '../keys/day-keys.ts';
import { type CommandHandler, receiptOf } from './handler.ts';

function sealWhy({ keys }: OpenDay, why: string) {
  return keys.boxes.sealText(...PLACES.courseWhy, why);
}

/** 延迟开考. */
export const delayPaper: CommandHandler<'paper.delay'> = {
  prepare: (_context, day, { input }) => ok({ type: 'delayPaper', ...input, why: sealWhy(day, input.why) }),
  answer: (events) => receiptOf(events),
};

/** 暂停. */
export const pausePaper: CommandHandler<'paper.pause'> = {
  prepare: (_context, day, { input }) =>
    ok({ type: 'pausePaper', ...input, why: input.why === null ? null : sealWhy(day, input.why) }),
  answer: (events) => receiptOf(events),
};

/** 恢复. */
export const resumePaper: CommandHandler<'paper.resume'> = {
  prepare: (_context, day, { input }) => {
    const { extension } = input;
    const sealed = extension === null ? null : { ...extension, why: sealWhy(day, extension.why) };
    return ok({ type: 'resumePaper', ...input, extension: sealed });
  },
  answer: (events) => receiptOf(events),
};

/** 延时. */
export const extendPaper: CommandHandler<'paper.extend'> = {
  prepare: (_context, day, { input }) => ok({ type: 'extendPaper', ...input, why: sealWhy(day, input.why) }),
  answer: (events) => receiptOf(events),
};

/** 考试系统已设置. */
export const setInSystem: CommandHandler<'adjustment.setInSystem'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'setInSystem', ...input }),
  answer: (events) => receiptOf(events),
};

/** 撤回. */
export const withdrawAdjustment: CommandHandler<'adjustment.withdraw'> = {
  prepare: (_context, day, { input }) => ok({ type: 'withdrawAdjustment', ...input, why: sealWhy(day, input.why) }),
  answer: (events) => receiptOf(events),
};

/** 连场. */
export const chooseSeating: CommandHandler<'seating.choose'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'chooseSeating', ...input }),
  answer: (events) => receiptOf(events),
};

/** 留座连场. */
export const carryOver: CommandHandler<'seating.carryOver'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'carryOver', ...input }),
  answer: (events) => receiptOf(events),
};

/** 取消考试资格. */
export const cancelEligibility: CommandHandler<'eligibility.cancel'> = {
  prepare: (_context, day, { input }) => ok({ type: 'cancelEligibility', ...input, why: sealWhy(day, input.why) }),
  answer: (events) => receiptOf(events),
};

/** 考试中是否响铃. */
export const setAlarmSound: CommandHandler<'alarm.setSound'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'setAlarmSound', ...input }),
  answer: (events) => receiptOf(events),
};

/** 宣读指令. */
export const loadAnnouncements: CommandHandler<'announcements.load'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'loadAnnouncements', ...input }),
  answer: (events) => receiptOf(events),
};
