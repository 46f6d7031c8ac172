import type { DecideContext } from './commands.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { AnswerPhoneApproval, MakePackage } from './package-commands.ts';
import type { DayState } from './state.ts';

/** 考务数据包 (PK1): by the exam office, which alone holds every room's people. */
export function decideMakePackage(_state: DayState, command: MakePackage, context: DecideContext): Decision {
  if (context.binding === null) return refuse('station-not-bound', 'D6');
  if (context.binding.kind === 'room') return refuse('office-only', 'PK1');
  if (command.rooms.length === 0) return refuse('roster-empty', 'PK1');
  const { type: _, rooms, heads, ...made } = command;
  return accept({
    type: 'PackageMade',
    data: { ...made, rooms: [...rooms], heads: [...heads] },
    room: null,
    paper: null,
    occurredAt: context.nowMs,
  });
}

/** 电话批准 (PK5): one code a request, on record before it is said; the same request again has the same code. */
export function decideAnswerApproval(state: DayState, command: AnswerPhoneApproval, context: DecideContext): Decision {
  const { room, number, kind } = command;
  if (context.binding === null) return refuse('station-not-bound', 'D6');
  if (context.binding.kind === 'room') return refuse('office-only', 'PK5');
  const { made, answers } = state.site.packages;
  if (state.rooms[room] === undefined) return refuse('room-not-here', 'D6', { room });
  if (made === null || !made.rooms.includes(room)) return refuse('package-not-made', 'PK5', { room });
  const known = answers[room]?.[number];
  if (known !== undefined) {
    return refuse('approval-already-answered', 'PK5', { number, kind: known.kind, at: known.at });
  }
  return accept({
    type: 'PhoneApprovalAnswered',
    data: { room, number, kind },
    room: null,
    paper: null,
    occurredAt: context.nowMs,
  });
}
