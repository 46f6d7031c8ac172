import type { CandidateId } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';
import { attendanceOf, isPresent } from './attendance.ts';
import type { CheckIn, DecideContext, Refusal, RefuseEntry } from './commands.ts';
import { refuseApproval } from './approvals.ts';
import { findCandidate, findPerson, findPlace } from './decide-place.ts';
import { accept, type Decision, refusal, refuse } from './decision.ts';
import type { EventData } from './events.ts';
import { type Objection, objectionsTo } from './objections.ts';
import type { DayState } from './state.ts';
import { judgeEntry } from './timeline.ts';
import type { EntryVerdict } from './timeline-types.ts';

/**
 * 签到: admitted by the clock — on time until the start (R21), late until the cut-off (R27), refused from then on (R28).
 * Who was marked absent is admitted too where the entry happened in time (补录).
 */
export function decideCheckIn(state: DayState, command: CheckIn, context: DecideContext): Decision {
  const place = findPlace(state, command, context);
  if (!place.ok) return place;
  const person = findPerson(place.value, command.candidate);
  if (!person.ok) return person;
  const candidate = person.value;
  const attendance = attendanceOf(candidate, command.paper);
  if (isPresent(attendance)) {
    return refuse('already-checked-in', 'D5', { at: attendance.occurredAt ?? 0, seat: candidate.seat });
  }
  if (command.checks.ticket === 'missing' || command.checks.idDocument === 'missing')
    return refuse('documents-missing', 'R21');
  const { timeline, when } = place.value;
  const verdict = judgeEntry(timeline, when);
  if (verdict.kind === 'too-early') return refuse('entry-not-open', verdict.rule, { opensAt: verdict.opensAt });
  if (verdict.kind === 'closed') {
    return refuse('entry-closed', verdict.rule, { closedAt: verdict.closedAt, lateMinutes: verdict.lateMinutes });
  }
  const objections = objectionsTo(place.value.room, candidate, command.paper);
  const unasked = objections.find(({ despite }) => !command.despite.includes(despite));
  if (unasked !== undefined)
    return refuse(unasked.despite, OBJECTION_RULES[unasked.despite], { at: unasked.at, seat: candidate.seat });
  const allowed = despiteOf(state, command, context, objections);
  if (!allowed.ok) return allowed;
  const { found, checks } = command;
  return accept({
    type: 'CandidateCheckedIn',
    data: {
      candidate: candidate.candidate,
      seat: candidate.seat,
      found,
      checks,
      said: saidOf(verdict),
      ...allowed.value,
    },
    room: command.room,
    paper: command.paper,
    occurredAt: when,
  });
}

const OBJECTION_RULES = { 'absent-before': 'D30', 'eligibility-cancelled': 'C22' } as const;

/** The chief lets somebody in all the same; only what really stands against it is recorded. */
function despiteOf(
  state: DayState,
  { approval, room }: CheckIn,
  context: DecideContext,
  objections: readonly Objection[],
): Result<Pick<EventData<'CandidateCheckedIn'>, 'despite' | 'approval'>, Refusal> {
  if (objections.length === 0) return ok({});
  if (approval === null) return err(refusal('approver-not-chief', 'D22'));
  const unapproved = refuseApproval(state, approval, room, context);
  if (unapproved !== null) return err(unapproved);
  return ok({ despite: objections.map(({ despite }) => despite), approval });
}

/** 拒绝入场 as a fact. The time alone is a reason only when the clock really says so. */
export function decideRefuseEntry(state: DayState, command: RefuseEntry, context: DecideContext): Decision {
  const place = findPlace(state, command, context);
  if (!place.ok) return place;
  const { room, timeline, when } = place.value;
  const verdict = judgeEntry(timeline, when);
  if (command.reason === 'late' && verdict.kind !== 'closed') {
    return refuse('entry-not-refusable', 'R27', { closesAt: timeline.entryClosesAt });
  }
  if (command.reason === 'too-early' && verdict.kind !== 'too-early') return refuse('entry-not-refusable', 'R21');
  let named: CandidateId | null = null;
  if (command.candidate !== null) {
    const candidate = findCandidate(room, command.candidate);
    if (candidate === undefined) return refuse('candidate-unknown', 'D5');
    if (!candidate.papers.includes(command.paper)) return refuse('paper-not-taken', 'D5');
    const attendance = attendanceOf(candidate, command.paper);
    if (isPresent(attendance)) {
      return refuse('already-checked-in', 'D5', { at: attendance.occurredAt ?? 0, seat: candidate.seat });
    }
    // Somebody without papers may be turned away twice; who came too late is turned away once, marked absent or not.
    const turnedAway = attendance.refusal;
    if (turnedAway?.refusal === 'late') return refuse('already-refused', 'R28', { at: turnedAway.occurredAt });
    named = candidate.candidate;
  }
  const { ticket, reason, note } = command;
  return accept({
    type: 'EntryRefused',
    data: { candidate: named, ticket, reason, said: saidOf(verdict), note },
    room: command.room,
    paper: command.paper,
    occurredAt: when,
  });
}

/** What the screen said of an entry, as it stands in the event. */
export function saidOf(verdict: EntryVerdict): EventData<'CandidateCheckedIn'>['said'] {
  const isAfterStart = verdict.kind === 'late' || verdict.kind === 'closed';
  return { entry: verdict.kind, lateMinutes: isAfterStart ? verdict.lateMinutes : 0 };
}
