import type { RoomNo } from '../ids.ts';
import type { DecideContext, Refusal } from './commands.ts';
import type { Approval } from './course-events.ts';
import { refusal, refuseSecond } from './decision.ts';
import { SITE_LEADERS } from './roles.ts';
import type { DayState } from './state.ts';

/**
 * D22: the chief or a deputy approves: on the spot by his own PIN, by a code of his list said on the telephone, or called,
 * and then two of the room sign that he did, until he ratifies it.
 */
export function refuseApproval(
  state: DayState,
  approval: Approval,
  room: RoomNo | null,
  context: DecideContext,
): Refusal | null {
  const approver = state.site.staff[approval.approver];
  const leads = approver !== undefined && SITE_LEADERS.includes(approver.role) && approver.leftAt === null;
  if (!leads) return refusal('approver-not-chief', 'D22');
  switch (approval.how) {
    case 'present': {
      const isSelf = approval.approver === context.actor;
      const isProven = isSelf ? context.actorBy === 'pin' : context.approvedBy === 'pin';
      return isProven ? null : refusal('approver-not-confirmed', 'D22');
    }
    case 'code':
      return refuseCode(state, approval, context);
    case 'phone': {
      const { second } = context;
      if (second === null) return refusal('second-person-missing', 'D22');
      // Who is on the telephone cannot sign in the room that he was.
      if (second === approval.approver || context.actor === approval.approver)
        return refusal('second-person-not-in-room', 'D22');
      return refuseSecond(state, { second, room }, context);
    }
  }
}

/** A code is good once, and in the room whose list it is of. */
function refuseCode(state: DayState, { number }: Approval, context: DecideContext): Refusal | null {
  const room = context.binding?.kind === 'room' ? context.binding.room : null;
  if (room === null || number === undefined) return refusal('approval-code-wrong', 'D22', { number: number ?? 0 });
  if (state.rooms[room]?.approved.usedNumbers.includes(number) === true)
    return refusal('approval-code-used', 'D22', { number });
  return context.approvedBy === 'code' ? null : refusal('approval-code-wrong', 'D22', { number });
}
