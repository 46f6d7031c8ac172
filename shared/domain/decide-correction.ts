import type { PaperId, RoomNo } from '../ids.ts';
import { err } from '../result.ts';
import type { DecideContext } from './commands.ts';
import { openCorrectionOf } from './corrections.ts';
import { accept, type Decision, refuse, refuseElsewhere } from './decision.ts';
import { type EventRef, eventKey, type SealedBox } from './schema-parts.ts';
import type { DayState } from './state.ts';

/** 开更正单 of a sealed paper, named by its PaperIssued. */
export interface OpenCorrection {
  readonly type: 'openCorrection';
  readonly room: RoomNo;
  readonly paper: PaperId;
  readonly corrects: EventRef;
  readonly why: SealedBox;
}

export type CorrectionRefusalCode =
  /** A 更正单 is corrected by another one of the paper that it corrects. */
  | 'correction-of-correction'
  | 'correction-open'
  /** What is to be taken back stands in a sealed paper. */
  | 'paper-sealed';

/** CP1: a sealed paper of this room, which is not a 更正单 itself, one correction at a time. */
export function decideOpenCorrection(state: DayState, command: OpenCorrection, context: DecideContext): Decision {
  const elsewhere = refuseElsewhere(state, command.room, context);
  if (elsewhere !== null) return err(elsewhere);
  const { room: roomNo, paper, corrects, why } = command;
  const room = state.rooms[roomNo];
  if (room === undefined) return refuse('room-not-here', 'D6', { room: roomNo });
  const issued = room.issued.find((one) => one.paper === paper && eventKey(one.event) === eventKey(corrects));
  if (issued === undefined || issued.seals.length === 0) return refuse('document-not-sealed', 'CP1');
  if (issued.kind === 'correction') return refuse('correction-of-correction', 'CP1');
  const open = openCorrectionOf(room, corrects);
  if (open !== null) return refuse('correction-open', 'CP1', { at: open.at });
  return accept({
    type: 'CorrectionOpened',
    data: { corrects, why },
    room: roomNo,
    paper,
    occurredAt: context.nowMs,
  });
}
