import type { PaperId } from '../ids.ts';
import { confirmationOf, isUndone, refOf } from './act-base.ts';
import { evolveApprovals } from './approval-state.ts';
import type { Event } from './events.ts';
import { evolveAct, evolvePhoto } from './evolve-acts.ts';
import { evolveEntry, rejudgeEntries } from './evolve-entry.ts';
import { evolvePaper } from './evolve-paper.ts';
import { evolveRoster } from './evolve-roster.ts';
import { withSentOut } from './evolve-seating.ts';
import { claimUndone, evolveUndo } from './evolve-undo.ts';
import { timelineFacts } from './course.ts';
import { evolveChecks } from './checks-state.ts';
import { evolveCourse } from './evolve-course.ts';
import { hasAllRules } from './rule-sets/parse.ts';
import { isOvertaken } from './overtaken.ts';
import type { Confirmation, RoomState } from './state.ts';
import { computeTimeline } from './timeline.ts';
import type { MilestoneId } from './timeline-types.ts';

/** Half a minute of drift is normal between PCs; more than this makes the order of events doubtful. */
const CLOCK_AHEAD_LIMIT_MS = 60_000;

/**
 * One step of a room's state in merged order; also takes the site's events. Total: it drops nothing and never throws;
 * what it cannot place (an undo whose target is missing, an act for somebody not enrolled) is kept and shows as an anomaly.
 */
export function evolveRoom(before: RoomState, event: Event): RoomState {
  const known = claimUndone(noteClockAhead(before, event), event);
  // A replacement is the whole site's to know; its approval is the matter of the room it was asked for in.
  const isOwn = event.room === null || event.room === known.room;
  const approved = isOwn ? evolveApprovals(known.approved, event) : known.approved;
  const room = approved === known.approved ? known : { ...known, approved };
  switch (event.type) {
    case 'DayMade':
      return room.day === null ? withTimeline({ ...room, day: event.data }) : room;
    case 'SignalGiven':
      return noteSignal(room, event);
    case 'MilestoneConfirmed': {
      if (isDone(room, event.data.milestone, room.confirmed[event.data.milestone]) || isUndone(room, event))
        return room;
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
    case 'SeatChanged': // minutes of a seat go with its person
      return withTimeline(evolveRoster(room, event));
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
    case 'PaperIssued':
    case 'PaperApproved':
    case 'PaperSealed':
    case 'PaperScanFiled':
    case 'CorrectionOpened':
    case 'SheetHandedOut':
      return evolvePaper(room, event);
    case 'ActUndone': {
      const after = evolveUndo(room, event);
      return after.course === room.course ? after : withSentOut(withTimeline(after));
    }
    case 'CheckCodeGiven': {
      const { milestone, head, code } = event.data;
      const given = { ...confirmationOf(event), milestone, head: refOf(head), code };
      return { ...room, codesGiven: [...room.codesGiven, given] };
    }
    case 'CheckCodeNoted':
      return { ...room, codesNoted: [...room.codesNoted, { ...confirmationOf(event), ...event.data }] };
    case 'ClockSet': // a pause that was said before moves along
    case 'PaperDelayed':
    case 'PaperPaused':
    case 'PaperResumed':
    case 'PaperExtended':
    case 'AdjustmentSetInSystem':
    case 'AdjustmentWithdrawn':
      return withNewStart(room, withTimeline({ ...room, course: evolveCourse(room, event) }), event.paper);
    case 'SeatingChosen':
      return withSentOut({ ...room, course: evolveCourse(room, event) });
    case 'EligibilityCancelled':
    case 'AlarmSoundSet':
    case 'AnnouncementsLoaded':
    case 'ClockRatified':
      return { ...room, course: evolveCourse(room, event) };
    case 'CheckTicked':
    case 'CheckSetAside':
    case 'CheckUnticked':
    case 'VisitNoted':
    case 'VisitEnded':
      // What is told of no room is the site's.
      return event.room === null ? room : { ...room, checks: evolveChecks(room.checks, event) };
    case 'OfficialSheetChosen': {
      const { which } = event.data;
      return { ...room, officialSheet: { ...confirmationOf(event), which, reason: event.reason } };
    }
    case 'AnomalySettled':
      return { ...room, settled: { ...room.settled, [event.data.anomaly]: refOf(event) } };
    default:
      return room;
  }
}

function noteClockAhead(room: RoomState, event: Event): RoomState {
  if (event.hlc[0] - event.at <= CLOCK_AHEAD_LIMIT_MS || room.clockAhead[event.station] !== undefined) return room;
  // Two people have set that station's clock back: its order stays where it was, and everybody knows why.
  if (room.course.clockActs.some(({ station, kind }) => station === event.station && kind !== 'ratified')) return room;
  return { ...room, clockAhead: { ...room.clockAhead, [event.station]: refOf(event) } };
}

function noteSignal(room: RoomState, event: Event<'SignalGiven'>): RoomState {
  if (event.paper === null || isUndone(room, event)) return room;
  const { signal } = event.data;
  if (isDone(room, `${event.paper}:${signal}`, room.signals[event.paper][signal])) return room;
  const ofPaper = { ...room.signals[event.paper], [event.data.signal]: confirmationOf(event) };
  return { ...room, signals: { ...room.signals, [event.paper]: ofPaper } };
}

/** Lateness follows a start that has moved. */
function withNewStart(before: RoomState, after: RoomState, paper: PaperId | null): RoomState {
  if (paper === null) return after;
  const hasMoved = before.timeline?.papers[paper].startsAt !== after.timeline?.papers[paper].startsAt;
  return hasMoved ? rejudgeEntries(after, paper) : after;
}

/** The first that says it counts, unless its instant has moved on since. */
function isDone({ timeline }: RoomState, id: MilestoneId, done: Confirmation | undefined): boolean {
  if (done === undefined) return false;
  const milestone = timeline?.milestones.find((one) => one.id === id);
  return milestone === undefined || !isOvertaken(milestone, done.occurredAt);
}

/** A day whose rules are not whole (another program's) has no timeline: acts are kept, nothing is judged. */
function withTimeline(room: RoomState): RoomState {
  if (room.day === null || !hasAllRules(room.day.rules.values)) return room;
  return {
    ...room,
    timeline: computeTimeline(room.day.rules.values, room.day.date, timelineFacts(room.course, room.seatChanges)),
  };
}
