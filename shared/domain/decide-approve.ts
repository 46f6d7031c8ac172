import { err } from '../result.ts';
import { collectionOf } from './collection.ts';
import type { ApprovePaper, DecideContext } from './commands.ts';
import { accept, type Decision, refuse, refuseElsewhere } from './decision.ts';
import type { EventData, Role } from './events.ts';
import type { DayState } from './state.ts';

/** 手写签名 (D18) of the acting person under exactly this content, once it is collected; a deputy signs as chief. */
export function decideApprovePaper(state: DayState, command: ApprovePaper, context: DecideContext): Decision {
  const elsewhere = refuseElsewhere(state, command.room, context);
  if (elsewhere !== null) return err(elsewhere);
  const room = state.rooms[command.room];
  if (room === undefined) return refuse('room-not-here', 'D6', { room: command.room });
  if (collectionOf(room, command.paper) === null) return refuse('not-collected', 'D18');
  const role = context.actor === null ? undefined : state.site.staff[context.actor]?.role;
  const as = role === undefined ? null : signsAs(role);
  if (as === null) return refuse('role-not-allowed', 'D1');
  const { kind, paper, contentDigest, drawing } = command;
  const standing = room.approvals.find(
    (one) =>
      !one.isUndone &&
      one.actor === context.actor &&
      one.kind === kind &&
      one.paper === paper &&
      one.contentDigest === contentDigest,
  );
  if (standing !== undefined) return refuse('already-approved', 'D18', { at: standing.at });
  return accept({
    type: 'PaperApproved',
    data: { kind, contentDigest, as, drawing },
    room: command.room,
    paper,
    occurredAt: context.nowMs,
  });
}

function signsAs(role: Role): EventData<'PaperApproved'>['as'] | null {
  switch (role) {
    case 'chief':
    case 'deputy':
      return 'chief';
    case 'invigilator':
    case 'technician':
      return role;
    case 'inspector':
      return null;
  }
}
