import { SITE_LEADERS } from '../../../shared/domain/roles.ts';
import { ok } from '../../../shared/result.ts';
import { approvalCodeOf, findApprovalSecret } from '../package/approval-codes.ts';
import { type CommandHandler, fail, type QueryHandler, receiptOf } from './handler.ts';
import { refuseOthers, refuseRole } from './room-scope.ts';

/** 电话批准: what was asked is on record before anybody can say the code. */
export const answerApproval: CommandHandler<'approvalCode.answer'> = {
  prepare({ ports }, day, { input, call }) {
    const early = refuseRole(day, call.actor, 'answerPhoneApproval');
    if (early !== null) return early;
    const isMade = day.binding?.kind === 'office' && day.state.site.packages.made !== null;
    if (isMade && findApprovalSecret(day.journal.day, ports.secrets) === null) {
      return fail('approval-secret-gone', 'PK5');
    }
    return ok({ type: 'answerPhoneApproval', ...input });
  },
  answer: (events) => receiptOf(events),
};

/** The code of a request on record: made anew each time, never stored. */
export const readApproval: QueryHandler<'approvalCode.read'> = ({ day, ports }, { input, call }) => {
  if (day === null) return fail('no-day', 'D1');
  const others = refuseOthers(day, call.actor, SITE_LEADERS);
  if (others !== null) return others;
  if (day.binding?.kind !== 'office') return fail('office-only', 'PK5');
  const { room, number } = input;
  const answer = day.state.site.packages.answers[room]?.[number];
  if (answer === undefined) return fail('approval-not-answered', 'PK5', { number });
  const secret = findApprovalSecret(day.journal.day, ports.secrets);
  if (secret === null) return fail('approval-secret-gone', 'PK5');
  const { kind, at, actor } = answer;
  return ok({ code: approvalCodeOf(secret, room, number), kind, at, by: actor });
};
