import { err } from '../result.ts';
import { checkMoments } from './check-moments.ts';
import type { GiveCheckCode, NoteCheckCode } from './check-code-commands.ts';
import type { DecideContext } from './commands.ts';
import { accept, type Decision, refuse, refuseElsewhere } from './decision.ts';
import { eventKey } from './schema-parts.ts';
import type { DayState } from './state.ts';

/** 校验码已报主考 (D36): of a milestone that is confirmed, of the very record that confirmed it, once. */
export function decideGiveCheckCode(state: DayState, command: GiveCheckCode, context: DecideContext): Decision {
  const { room: roomNo, paper, milestone, said } = command;
  const elsewhere = refuseElsewhere(state, roomNo, context);
  if (elsewhere !== null) return err(elsewhere);
  const room = state.rooms[roomNo];
  const moment = room === undefined ? undefined : checkMoments(room).find((one) => one.milestone.id === milestone);
  if (moment?.paper !== paper) return refuse('check-code-not-open', 'D36');
  if (moment.given !== null) return refuse('check-code-already-given', 'D36', { at: moment.given.occurredAt });
  if (said === null || eventKey(moment.head) !== eventKey(said.head)) return refuse('check-code-not-open', 'D36');
  const occurredAt = context.occurredAt ?? context.nowMs;
  return accept({ type: 'CheckCodeGiven', data: { milestone, ...said }, room: roomNo, paper, occurredAt });
}

/** 记录校验码 (D36): by the exam office, as heard; what was misheard is noted once more. */
export function decideNoteCheckCode(state: DayState, command: NoteCheckCode, context: DecideContext): Decision {
  const { room: roomNo, label, epoch, seq, code } = command;
  if (context.binding?.kind === 'room') return refuse('office-only', 'D36');
  const elsewhere = refuseElsewhere(state, roomNo, context);
  if (elsewhere !== null) return err(elsewhere);
  const room = state.rooms[roomNo];
  if (room === undefined) return refuse('room-not-here', 'D6', { room: roomNo });
  const isAlike = (one: (typeof room.codesNoted)[number]) =>
    one.label === label && one.epoch === epoch && one.seq === seq && one.code === code;
  const known = room.codesNoted.find(isAlike);
  if (known !== undefined) return refuse('check-code-already-noted', 'D36', { at: known.occurredAt });
  const occurredAt = context.occurredAt ?? context.nowMs;
  return accept({ type: 'CheckCodeNoted', data: { label, epoch, seq, code }, room: roomNo, paper: null, occurredAt });
}
