import { err } from '../result.ts';
import type { DecideContext, HandOutSheet, IssueSitePapers } from './commands.ts';
import { paperIssued } from './decide-paper.ts';
import { accept, type Decision, refuse, refuseElsewhere } from './decision.ts';
import type { NewEvent } from './events.ts';
import type { DayState } from './state.ts';

/** 签到表已领取 (R20, D19): ticked in the exam office when a room's invigilators fetch it, once a paper. */
export function decideHandOutSheet(state: DayState, command: HandOutSheet, context: DecideContext): Decision {
  const { room: roomNo, paper } = command;
  if (context.binding?.kind === 'room') return refuse('office-only', 'D19');
  const elsewhere = refuseElsewhere(state, roomNo, context);
  if (elsewhere !== null) return err(elsewhere);
  const room = state.rooms[roomNo];
  if (room === undefined) return refuse('room-not-here', 'D6', { room: roomNo });
  const done = room.handedOut[paper];
  if (done !== undefined) return refuse('already-handed-out', 'D19', { at: done.occurredAt });
  const occurredAt = context.occurredAt ?? context.nowMs;
  return accept({ type: 'SheetHandedOut', data: { kind: 'sign-in-sheet' }, room: roomNo, paper, occurredAt });
}

/** One file with a paper of each room, drawn in the exam office: each paper has its room's own copy number (D10). */
export function decideIssueSitePapers(state: DayState, command: IssueSitePapers, context: DecideContext): Decision {
  if (context.binding?.kind === 'room') return refuse('office-only', 'D19');
  if (context.binding === null || command.papers.length === 0) return refuse('station-not-bound', 'D6');
  const events: NewEvent[] = [];
  for (const [place, drawn] of command.papers.entries()) {
    const room = state.rooms[drawn.room];
    if (room === undefined) return refuse('room-not-here', 'D6', { room: drawn.room });
    const alike = command.papers
      .slice(0, place)
      .filter((other) => other.room === drawn.room && other.kind === drawn.kind && other.paper === drawn.paper);
    const issued = paperIssued(room, drawn, context);
    events.push({ ...issued, data: { ...issued.data, copy: issued.data.copy + alike.length } });
  }
  return accept(...events);
}
