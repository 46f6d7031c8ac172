import type { ConfirmMilestone, DecideContext, GiveSignal } from './commands.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { DayState, RoomState } from './state.ts';
import type { MilestoneKind, PaperTimeline, SignalKind } from './timeline-types.ts';

const MINUTE_MS = 60_000;

/** How long before its planned instant a milestone may be confirmed: guards against a slip of the finger, not against haste. */
export const EARLIEST_CONFIRM_MS: Readonly<Record<MilestoneKind, number>> = {
  'sheet-pickup': 60 * MINUTE_MS,
  'admission-open': 0,
  'rules-reading': 15 * MINUTE_MS,
  'login-call': 2 * MINUTE_MS,
  'login-last-call': 2 * MINUTE_MS,
  start: 0,
  'entry-close': 0,
  'end-reminder': 0,
  end: 0,
};

/** R25: 预备, 开始 and 终止, each once a paper. A late start moves nothing; an early one is not taken. */
export function decideGiveSignal(state: DayState, command: GiveSignal, context: DecideContext): Decision {
  const room = roomOfStation(state, context);
  if (room === null || room.timeline === null) return refuse('station-not-bound', 'D6');
  const given = room.signals[command.paper][command.signal];
  if (given !== undefined) return refuse('signal-already-given', 'R25', { at: given.occurredAt });
  const occurredAt = context.occurredAt ?? context.nowMs;
  const earliest = earliestSignal(room.timeline.papers[command.paper], command.signal);
  if (occurredAt < earliest) return refuse('signal-too-early', 'R25', { earliest });
  return accept({
    type: 'SignalGiven',
    data: { signal: command.signal },
    room: context.binding?.kind === 'room' ? context.binding.room : null,
    paper: command.paper,
    occurredAt,
  });
}

function earliestSignal(paper: PaperTimeline, signal: SignalKind): number {
  switch (signal) {
    case 'prepare':
      return paper.entryOpensAt;
    case 'start':
      return paper.startsAt;
    case 'end':
      return paper.endsAt;
  }
}

/** One key on the rail: read aloud, fetched, announced. A room's own; the office gives signals instead. */
export function decideConfirmMilestone(state: DayState, command: ConfirmMilestone, context: DecideContext): Decision {
  if (context.binding?.kind !== 'room') return refuse('station-not-bound', 'D6');
  const room = state.rooms[context.binding.room];
  const milestone = room?.timeline?.milestones.find((m) => m.id === command.milestone);
  if (room === undefined || milestone === undefined) return refuse('milestone-unknown', 'D7');
  const done = room.confirmed[command.milestone];
  if (done !== undefined) return refuse('milestone-already-confirmed', 'D7', { at: done.occurredAt });
  const occurredAt = context.occurredAt ?? context.nowMs;
  const earliest = milestone.at - EARLIEST_CONFIRM_MS[milestone.kind];
  if (occurredAt < earliest) return refuse('milestone-too-early', milestone.rules[0] ?? 'D7', { earliest });
  return accept({
    type: 'MilestoneConfirmed',
    data: { milestone: command.milestone },
    room: room.room,
    paper: milestone.paper,
    occurredAt,
  });
}

/** The room this station stands in; for the office any room will do, since its signals go to all of them. */
function roomOfStation(state: DayState, context: DecideContext): RoomState | null {
  if (context.binding === null) return null;
  if (context.binding.kind === 'room') return state.rooms[context.binding.room] ?? null;
  return Object.values(state.rooms)[0] ?? null;
}
