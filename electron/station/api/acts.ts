import { ok } from '../../../shared/result.ts';
import { PLACES } from '../keys/day-keys.ts';
import { type CommandHandler, receiptOf } from './handler.ts';

/** 缺考登记. */
export const recordAbsence: CommandHandler<'absence.record'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'markAbsent', ...input }),
  answer: (events) => receiptOf(events),
};

/** 交卷. */
export const recordSubmission: CommandHandler<'submission.record'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'recordSubmission', ...input }),
  answer: (events) => receiptOf(events),
};

/** 离场. */
export const recordLeave: CommandHandler<'leave.record'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'recordLeave', ...input }),
  answer: (events) => receiptOf(events),
};

/** 违纪登记, 口头警告. */
export const recordViolation: CommandHandler<'violation.record'> = {
  prepare: (_context, { keys }, { input }) =>
    ok({
      type: 'recordViolation',
      ...input,
      facts: input.facts === null ? null : keys.boxes.sealText(...PLACES.violationFacts, input.facts),
      held: input.held === null ? null : keys.boxes.sealText(...PLACES.violationHeld, input.held),
    }),
  answer: (events) => receiptOf(events),
};

/** 记一笔. */
export const takeNote: CommandHandler<'note.take'> = {
  prepare: (_context, { keys }, { input }) =>
    ok({ type: 'takeNote', ...input, text: keys.boxes.sealText(...PLACES.noteText, input.text) }),
  answer: (events) => receiptOf(events),
};

/** 已在监考管理系统登记. */
export const registerInExamSystem: CommandHandler<'examSystem.register'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'registerInExamSystem', ...input }),
  answer: (events) => receiptOf(events),
};

/** 收卷. */
export const collectPaper: CommandHandler<'paper.collect'> = {
  prepare: (_context, { keys }, { input }) =>
    ok({
      type: 'collectPaper',
      ...input,
      notSubmitted: input.notSubmitted.map(({ candidate, why }) => ({
        candidate,
        why: keys.boxes.sealText(...PLACES.notSubmittedWhy, why),
      })),
    }),
  answer: (events) => receiptOf(events),
};

/** 签到表已领取. */
export const handOutSheet: CommandHandler<'sheet.handOut'> = {
  prepare: (_context, _day, { input }) => ok({ type: 'handOutSheet', ...input }),
  answer: (events) => receiptOf(events),
};
