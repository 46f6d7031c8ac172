import type { ConfirmMilestone, DecideContext, GiveSignal } from './commands.ts';
import { accept, type Decision, refuse } from './decision.ts';
import { isOvertaken } from './overtaken.ts';
import type { DayState, RoomState } from './state.ts';
import { isPausedAt } from './timeline.ts';
import type { Milestone, MilestoneKind, PaperTimeline, SignalKind } from './timeline-types.ts';

const MINUTE_MS = 60_000;

/** How long before its planned instant a milestone may be confirmed: guards against a slip of the finger, not against haste. */
const EARLIEST_CONFIRM_MS: Readonly<Record<MilestoneKind, number>> = {
  'sheet-pickup': 60 * MINUTE_MS,
  'room-check': 60 * MINUTE_MS,
  'admission-open': 0,
  'rules-reading': 15 * MINUTE_MS,
  'login-call': 2 * MINUTE_MS,
  'login-last-call': 2 * MINUTE_MS,
  prepare: 5 * MINUTE_MS,
  start: 0,
  'login-check': 5 * MINUTE_MS,
  'entry-close': 0,
  'end-reminder': 0,
  end: 0,
  'seat-end-reminder': 0,
  'seat-end': 0,
  machines: 0,
  'results-reported': 5 * MINUTE_MS,
  // Done by acts of their own (收卷, the record): never ticked.
  'all-submitted': 0,
  'technician-confirmed': 0,
  'room-record': 0,
};

/** R25: 预备, 开始 and 终止, each once a paper. A late start moves nothing; an early one is not taken. */
export function decideGiveSignal(state: DayState, command: GiveSignal, context: DecideContext): Decision {
  const room = roomOfStation(state, context);
  if (room === null || room.timeline === null) return refuse('station-not-bound', 'D6');
  const given = room.signals[command.paper][command.signal];
  const said = room.timeline.milestones.find(({ id }) => id === `${command.paper}:${command.signal}`);
  const isMoved = given !== undefined && said !== undefined && isOvertaken(said, given.occurredAt);
  if (given !== undefined && !isMoved) return refuse('signal-already-given', 'R25', { at: given.occurredAt });
  const occurredAt = context.occurredAt ?? context.nowMs;
  const paper = room.timeline.papers[command.paper];
  const paused = refusePaused(paper, signalInstant(paper, command.signal), occurredAt);
  if (paused !== null) return paused;
  const earliest = earliestSignal(paper, command.signal);
  if (occurredAt < earliest) return refuse('signal-too-early', 'R25', { earliest });
  return accept({
    type: 'SignalGiven',
    data: { signal: command.signal },
    room: context.binding?.kind === 'room' ? context.binding.room : null,
    paper: command.paper,
    occurredAt,
  });
}

/** From when on a milestone may be confirmed, UTC ms; never where an act of its own does it. */
export function earliestConfirm({ by, kind, at }: Pick<Milestone, 'by' | 'kind' | 'at'>): number {
  return by === 'act' ? Number.POSITIVE_INFINITY : at - EARLIEST_CONFIRM_MS[kind];
}

function signalInstant(paper: PaperTimeline, signal: SignalKind): number {
  return signal === 'end' ? paper.endsAt : paper.startsAt;
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
  if (milestone.by === 'act') return refuse('milestone-by-act', 'D35');
  const done = room.confirmed[command.milestone];
  if (done !== undefined && !isOvertaken(milestone, done.occurredAt))
    return refuse('milestone-already-confirmed', 'D7', { at: done.occurredAt });
  const occurredAt = context.occurredAt ?? context.nowMs;
  const paper = room.timeline?.papers[milestone.paper];
  const paused = paper === undefined ? null : refusePaused(paper, milestone.at, occurredAt);
  if (paused !== null) return paused;
  const earliest = earliestConfirm(milestone);
  if (occurredAt < earliest) return refuse('milestone-too-early', milestone.rules[0] ?? 'D7', { earliest });
  return accept({
    type: 'MilestoneConfirmed',
    data: { milestone: command.milestone },
    room: room.room,
    paper: milestone.paper,
    occurredAt,
  });
}

/** What falls into a pause waits for 恢复: neither said nor ticked, since its instant is still to be settled. */
function refusePaused(paper: PaperTimeline, instant: number, occurredAt: number): Decision | null {
  const { pausedSince } = paper;
  if (pausedSince === null || instant < pausedSince || !isPausedAt(paper, occurredAt)) return null;
  return refuse('paper-paused', 'D35', { at: pausedSince });
}

/** The room this station stands in; for the office what was told to every room, as its signals are. */
function roomOfStation(state: DayState, context: DecideContext): RoomState | null {
  if (context.binding === null) return null;
  return context.binding.kind === 'room' ? (state.rooms[context.binding.room] ?? null) : state.site.common;
}
