import { PAPER_IDS, type PaperId } from '../ids.ts';
import type { Event } from './events.ts';
import { evolveEntry } from './evolve-entry.ts';
import { evolveRoster } from './evolve-roster.ts';
import { refOf } from './evolve-site.ts';
import { eventKey } from './schema-parts.ts';
import type { CandidateState, Confirmation, EntryAct, RoomState, Signals } from './state.ts';
import type { TimelineFacts } from './timeline-types.ts';
import { computeTimeline } from './timeline.ts';

/** Half a minute of drift is normal between PCs; more than this makes the order of events doubtful. */
const CLOCK_AHEAD_LIMIT_MS = 60_000;

/**
 * One step of a room's state in merged order; also takes the site's events. Total: it drops nothing and never throws;
 * what it cannot place (an undo whose target is missing, an act for somebody not enrolled) is kept and shows as an anomaly.
 */
export function evolveRoom(before: RoomState, event: Event): RoomState {
  const room = claimUndone(noteClockAhead(before, event), event);
  switch (event.type) {
    case 'DayMade':
      return room.day === null ? withTimeline({ ...room, day: event.data }) : room;
    case 'SignalGiven':
      return noteSignal(room, event);
    case 'MilestoneConfirmed': {
      if (room.confirmed[event.data.milestone] !== undefined || isUndone(room, event)) return room;
      return { ...room, confirmed: { ...room.confirmed, [event.data.milestone]: confirmationOf(event) } };
    }
    case 'RoomListed':
      return { ...room, place: event.data.place, expected: event.data.expected };
    case 'CandidateEnrolled':
    case 'CandidateCorrected':
    case 'CandidateMoved':
    case 'CandidateWithdrawn':
    case 'CandidateFlagged':
      return evolveRoster(room, event);
    case 'CandidateCheckedIn':
    case 'EntryRefused':
      return evolveEntry(room, event);
    case 'ActUndone':
      return undo(room, event);
    case 'PaperIssued':
      return {
        ...room,
        issued: [...room.issued, { ...event.data, event: refOf(event), paper: event.paper, at: event.at }],
      };
    case 'AnomalySettled':
      return { ...room, settled: { ...room.settled, [event.data.anomaly]: refOf(event) } };
    default:
      return room;
  }
}

function noteClockAhead(room: RoomState, event: Event): RoomState {
  if (event.hlc[0] - event.at <= CLOCK_AHEAD_LIMIT_MS || room.clockAhead[event.station] !== undefined) return room;
  return { ...room, clockAhead: { ...room.clockAhead, [event.station]: refOf(event) } };
}

function noteSignal(room: RoomState, event: Event<'SignalGiven'>): RoomState {
  if (event.paper === null || room.signals[event.paper][event.data.signal] !== undefined || isUndone(room, event))
    return room;
  const ofPaper = { ...room.signals[event.paper], [event.data.signal]: confirmationOf(event) };
  return withTimeline({ ...room, signals: { ...room.signals, [event.paper]: ofPaper } });
}

function withTimeline(room: RoomState): RoomState {
  if (room.day === null) return room;
  return { ...room, timeline: computeTimeline(room.day.rules.values, room.day.date, factsOf(room.signals)) };
}

function factsOf(signals: Signals): TimelineFacts {
  const at = (paper: PaperId) =>
    Object.fromEntries(Object.entries(signals[paper]).map(([signal, given]) => [signal, given.occurredAt]));
  return { signals: { theory: at('theory'), practical: at('practical') } };
}

function confirmationOf(event: Event): Confirmation {
  return { event: refOf(event), at: event.at, occurredAt: event.occurredAt, actor: event.actor, room: event.room };
}

function isUndone(room: RoomState, event: Event): boolean {
  return room.undone[eventKey(event)] !== undefined;
}

/** An undo may stand before its target in merged order (clocks far apart): then the target takes it up here. */
function claimUndone(room: RoomState, event: Event): RoomState {
  if (!isUndone(room, event)) return room;
  return { ...room, undoTargets: { ...room.undoTargets, [eventKey(event)]: true } };
}

/** Takes back an entry act, a confirmed milestone or a signal; an entry act stays in its list, marked. */
function undo(before: RoomState, event: Event<'ActUndone'>): RoomState {
  const key = eventKey(event.data.target);
  if (before.undone[key] !== undefined) return before;
  const room: RoomState = { ...before, undone: { ...before.undone, [key]: refOf(event) } };
  const found: RoomState = { ...room, undoTargets: { ...room.undoTargets, [key]: true } };
  const isTarget = (act: { event: EntryAct['event'] }) => eventKey(act.event) === key;

  const holder = Object.values(room.candidates).find((c) => PAPER_IDS.some((paper) => c.acts[paper].some(isTarget)));
  if (holder !== undefined) {
    return { ...found, candidates: { ...room.candidates, [holder.candidate]: withActsUndone(holder, isTarget) } };
  }
  if (room.strangers.some(isTarget)) {
    return { ...found, strangers: room.strangers.map((act) => markUndone(act, isTarget)) };
  }
  if (Object.values(room.confirmed).some(isTarget)) {
    const confirmed = Object.fromEntries(Object.entries(room.confirmed).filter(([, done]) => !isTarget(done)));
    return { ...found, confirmed };
  }
  const without = (paper: PaperId) =>
    Object.fromEntries(Object.entries(room.signals[paper]).filter(([, given]) => !isTarget(given)));
  if (PAPER_IDS.some((paper) => Object.values(room.signals[paper]).some(isTarget))) {
    return withTimeline({ ...found, signals: { theory: without('theory'), practical: without('practical') } });
  }
  return room;
}

function withActsUndone(candidate: CandidateState, isTarget: (act: EntryAct) => boolean): CandidateState {
  const mark = (acts: readonly EntryAct[]) => acts.map((act) => markUndone(act, isTarget));
  return { ...candidate, acts: { theory: mark(candidate.acts.theory), practical: mark(candidate.acts.practical) } };
}

function markUndone(act: EntryAct, isTarget: (act: EntryAct) => boolean): EntryAct {
  return isTarget(act) ? { ...act, isUndone: true } : act;
}
