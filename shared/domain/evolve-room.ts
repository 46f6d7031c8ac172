import type { PaperId } from '../ids.ts';
import { confirmationOf, isUndone, refOf } from './act-base.ts';
import type { Event } from './events.ts';
import { evolveAct, evolvePhoto } from './evolve-acts.ts';
import { evolveEntry } from './evolve-entry.ts';
import { evolvePaper } from './evolve-paper.ts';
import { evolveRoster } from './evolve-roster.ts';
import { claimUndone, evolveUndo } from './evolve-undo.ts';
import { hasAllRules } from './rule-sets/parse.ts';
import type { RoomState, Signals } from './state.ts';
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
    case 'CandidateMarkedAbsent':
    case 'PaperSubmitted':
    case 'CandidateLeft':
    case 'ViolationRecorded':
      return evolveAct(room, event);
    case 'CandidatePhotoFiled':
      return evolvePhoto(room, event);
    case 'NoteTaken':
    case 'RegisteredInExamSystem':
    case 'PaperCollected':
    case 'PaperApproved':
    case 'SheetHandedOut':
      return evolvePaper(room, event);
    case 'ActUndone': {
      const after = evolveUndo(room, event);
      return after.signals === room.signals ? after : withTimeline(after);
    }
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

/** A day whose rules are not whole (another program's) has no timeline: acts are kept, nothing is judged. */
function withTimeline(room: RoomState): RoomState {
  if (room.day === null || !hasAllRules(room.day.rules.values)) return room;
  return { ...room, timeline: computeTimeline(room.day.rules.values, room.day.date, factsOf(room.signals)) };
}

function factsOf(signals: Signals): TimelineFacts {
  const at = (paper: PaperId) =>
    Object.fromEntries(Object.entries(signals[paper]).map(([signal, given]) => [signal, given.occurredAt]));
  return { signals: { theory: at('theory'), practical: at('practical') } };
}
