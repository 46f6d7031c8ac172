import { isSameValue } from '../canonical.ts';
import { err } from '../result.ts';
import type { DecideContext, IssuePaper } from './commands.ts';
import { accept, type Decision, refuse, refuseElsewhere } from './decision.ts';
import type { NewEvent } from './events.ts';
import type { DayState, IssuedPaper, RoomState } from './state.ts';

/** A paper drawn: its number, the digest of what stands on it, the signed heads printed on it. */
export function decideIssuePaper(state: DayState, command: IssuePaper, context: DecideContext): Decision {
  const elsewhere = refuseElsewhere(state, command.room, context);
  if (elsewhere !== null) return err(elsewhere);
  const room = state.rooms[command.room];
  if (room === undefined) return refuse('room-not-here', 'D6', { room: command.room });
  return accept(paperIssued(room, command, context));
}

/** The event of a paper that was drawn. */
export function paperIssued(
  room: RoomState,
  { document, kind, paper, about = null, pages, viewDigest, heads }: Omit<IssuePaper, 'type'>,
  { nowMs }: Pick<DecideContext, 'nowMs'>,
): NewEvent<'PaperIssued'> {
  const copy = nextCopy(room, { kind, paper, about });
  const data = { document, kind, room: room.room, copy, pages, viewDigest, heads: [...heads] };
  return {
    type: 'PaperIssued',
    data: about === null ? data : { ...data, about },
    room: room.room,
    paper,
    occurredAt: nowMs,
  };
}

/** 1 for the first print of a paper; anything above is a reprint 重印. */
export function nextCopy(
  { issued }: Pick<RoomState, 'issued'>,
  { kind, paper, about = null }: Pick<IssuePaper, 'kind' | 'paper' | 'about'>,
): number {
  const isCopy = (one: IssuedPaper) => one.kind === kind && one.paper === paper && isSameValue(one.about, about);
  return issued.filter(isCopy).length + 1;
}
