import type { CandidateId, PaperId, RoomNo } from '../ids.ts';
import { attendanceOf } from './attendance.ts';
import type { CheckIn, DecideContext, Refusal, RefuseEntry } from './commands.ts';
import { accept, type Decision, refusal, refuse, refuseElsewhere } from './decision.ts';
import type { EventData } from './events.ts';
import type { CandidateState, DayState, RoomState } from './state.ts';
import { judgeEntry } from './timeline.ts';
import type { EntryVerdict, PaperTimeline } from './timeline-types.ts';

/** 签到: admitted by the clock — on time until the start (R21), late until the cut-off (R27), refused from then on (R28). */
export function decideCheckIn(state: DayState, command: CheckIn, context: DecideContext): Decision {
  const place = findPlace(state, command.room, command.paper, context);
  if ('code' in place) return { ok: false, error: place };
  const candidate = findCandidate(place.room, command.candidate);
  if (candidate === undefined) return refuse('candidate-unknown', 'D5');
  if (candidate.standing === 'withdrawn' || candidate.standing === 'moved-away')
    return refuse('candidate-withdrawn', 'D5');
  if (!candidate.papers.includes(command.paper)) return refuse('paper-not-taken', 'D5');
  const present = attendanceOf(candidate, command.paper);
  if (present.status === 'present' || present.status === 'late') {
    return refuse('already-checked-in', 'D5', { at: present.occurredAt ?? 0, seat: candidate.seat });
  }
  if (command.checks.ticket === 'missing' || command.checks.idDocument === 'missing')
    return refuse('documents-missing', 'R21');
  const occurredAt = context.occurredAt ?? context.nowMs;
  const verdict = judgeEntry(place.timeline, occurredAt);
  if (verdict.kind === 'too-early') return refuse('entry-not-open', verdict.rule, { opensAt: verdict.opensAt });
  if (verdict.kind === 'closed') {
    return refuse('entry-closed', verdict.rule, { closedAt: verdict.closedAt, lateMinutes: verdict.lateMinutes });
  }
  const { found, checks } = command;
  return accept({
    type: 'CandidateCheckedIn',
    data: { candidate: candidate.candidate, seat: candidate.seat, found, checks, said: saidOf(verdict) },
    room: command.room,
    paper: command.paper,
    occurredAt,
  });
}

/** 拒绝入场 as a fact. The time alone is a reason only when the clock really says so. */
export function decideRefuseEntry(state: DayState, command: RefuseEntry, context: DecideContext): Decision {
  const place = findPlace(state, command.room, command.paper, context);
  if ('code' in place) return { ok: false, error: place };
  const occurredAt = context.occurredAt ?? context.nowMs;
  const verdict = judgeEntry(place.timeline, occurredAt);
  if (command.reason === 'late' && verdict.kind !== 'closed') {
    return refuse('entry-not-refusable', 'R27', { closesAt: place.timeline.entryClosesAt });
  }
  if (command.reason === 'too-early' && verdict.kind !== 'too-early') return refuse('entry-not-refusable', 'R21');
  let named: CandidateId | null = null;
  if (command.candidate !== null) {
    const candidate = findCandidate(place.room, command.candidate);
    if (candidate === undefined) return refuse('candidate-unknown', 'D5');
    if (!candidate.papers.includes(command.paper)) return refuse('paper-not-taken', 'D5');
    const attendance = attendanceOf(candidate, command.paper);
    if (attendance.status === 'present' || attendance.status === 'late') {
      return refuse('already-checked-in', 'D5', { at: attendance.occurredAt ?? 0, seat: candidate.seat });
    }
    // Somebody without papers may be turned away twice; who came too late is turned away once.
    if (attendance.act?.refusal === 'late') return refuse('already-refused', 'R28', { at: attendance.occurredAt ?? 0 });
    named = candidate.candidate;
  }
  const { ticket, reason, note } = command;
  return accept({
    type: 'EntryRefused',
    data: { candidate: named, ticket, reason, said: saidOf(verdict), note },
    room: command.room,
    paper: command.paper,
    occurredAt,
  });
}

/** The person of a candidate id or of a later ticket's alias. */
export function findCandidate(room: RoomState, candidate: CandidateId): CandidateState | undefined {
  return room.candidates[room.aliases[candidate] ?? candidate];
}

function findPlace(
  state: DayState,
  roomNo: RoomNo,
  paper: PaperId,
  context: DecideContext,
): { room: RoomState; timeline: PaperTimeline } | Refusal {
  const elsewhere = refuseElsewhere(state, roomNo, context);
  if (elsewhere !== null) return elsewhere;
  const room = state.rooms[roomNo];
  if (room === undefined || room.timeline === null) return refusal('room-not-here', 'D6', { room: roomNo });
  return { room, timeline: room.timeline.papers[paper] };
}

function saidOf(verdict: EntryVerdict): EventData<'CandidateCheckedIn'>['said'] {
  const isAfterStart = verdict.kind === 'late' || verdict.kind === 'closed';
  return { entry: verdict.kind, lateMinutes: isAfterStart ? verdict.lateMinutes : 0 };
}
