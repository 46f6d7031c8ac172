import type { PaperId } from '../ids.ts';
import { err } from '../result.ts';
import type { DecideContext, IssuePaper } from './commands.ts';
import { accept, type Decision, refuse, refuseElsewhere } from './decision.ts';
import type { DocumentKind } from './events.ts';
import type { DayState, RoomState } from './state.ts';

/** A paper drawn: its number, the digest of what stands on it, the signed heads printed on it. */
export function decideIssuePaper(state: DayState, command: IssuePaper, context: DecideContext): Decision {
  const elsewhere = refuseElsewhere(state, command.room, context);
  if (elsewhere !== null) return err(elsewhere);
  const room = state.rooms[command.room];
  if (room === undefined) return refuse('room-not-here', 'D6', { room: command.room });
  const { document, kind, pages, viewDigest, heads } = command;
  return accept({
    type: 'PaperIssued',
    data: {
      document,
      kind,
      room: command.room,
      copy: nextCopy(room, kind, command.paper),
      pages,
      viewDigest,
      heads: [...heads],
    },
    room: command.room,
    paper: command.paper,
    occurredAt: context.nowMs,
  });
}

/** 1 for the first print of a paper; anything above is a reprint 重印. */
export function nextCopy(room: RoomState, kind: DocumentKind, paper: PaperId): number {
  return room.issued.filter((issued) => issued.kind === kind && issued.paper === paper).length + 1;
}
