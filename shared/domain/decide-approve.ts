import { err } from '../result.ts';
import type { DecideContext } from './commands.ts';
import { accept, type Decision, refuse, refuseElsewhere } from './decision.ts';
import type { Role } from './events.ts';
import { refuseUnready } from './paper-readiness.ts';
import type { ApprovePaper } from './seal-commands.ts';
import { isOfPaper, type SignerRole } from './signed-papers.ts';
import type { DayState } from './state.ts';

/** 手写签名 (D18) of the acting person under exactly this content, once the paper is ready to be signed. */
export function decideApprovePaper(state: DayState, command: ApprovePaper, context: DecideContext): Decision {
  const elsewhere = refuseElsewhere(state, command.room, context);
  if (elsewhere !== null) return err(elsewhere);
  const room = state.rooms[command.room];
  if (room === undefined) return refuse('room-not-here', 'D6', { room: command.room });
  const unready = refuseUnready(room, command);
  if (unready !== null) return err(unready);
  const sealed = room.issued.find((issued) => issued.seals.length > 0 && isOfPaper(issued, command));
  if (sealed !== undefined) return refuse('already-sealed', 'SE3', { at: sealed.at });
  const role = context.actor === null ? undefined : state.site.staff[context.actor]?.role;
  const as = role === undefined ? null : signsAs(role);
  if (as === null) return refuse('role-not-allowed', 'D1');
  const { kind, paper, about, contentDigest, drawing } = command;
  const standing = room.approvals.find(
    (one) =>
      !one.isUndone && one.actor === context.actor && isOfPaper(one, command) && one.contentDigest === contentDigest,
  );
  if (standing !== undefined) return refuse('already-approved', 'D18', { at: standing.at });
  return accept({
    type: 'PaperApproved',
    data: { kind, contentDigest, as, drawing, ...(about === null ? {} : { about }) },
    room: command.room,
    paper,
    occurredAt: context.nowMs,
  });
}

/** In which capacity a role signs papers; null where it signs none. A deputy signs as chief. */
export function signsAs(role: Role): SignerRole | null {
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
