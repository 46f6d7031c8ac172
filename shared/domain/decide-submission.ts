import type { StaffId } from '../ids.ts';
import { err } from '../result.ts';
import { attendanceOf, isPresent } from './attendance.ts';
import type { DecideContext, RecordLeave, RecordSubmission, Refusal } from './commands.ts';
import { findPerson, findPlace, type Place } from './decide-place.ts';
import { accept, type Decision, refusal, refuse } from './decision.ts';
import { isOnDutyIn } from './roles.ts';
import type { CandidateState, DayState } from './state.ts';
import { leaveOf, submissionOf } from './submission.ts';
import { permitsAt, timelineOfSeat } from './timeline.ts';
import type { Permit } from './timeline-types.ts';

/**
 * 交卷 (D12), not yet leaving (C06): once, by who is in the room, when the clock allows it by his seat's own end; R40 by the
 * exam system. While the paper is paused, what was submitted is recorded all the same.
 */
export function decideRecordSubmission(state: DayState, command: RecordSubmission, context: DecideContext): Decision {
  const place = findPlace(state, command, context);
  if (!place.ok) return place;
  const person = findPerson(place.value, command.candidate);
  if (!person.ok) return person;
  const absent = refuseAbsent(place.value, person.value, context);
  if (absent !== null) return err(absent);
  const left = leaveOf(person.value, command.paper);
  // A submission that is missing under a leave (two stations met) is entered with its own, earlier time.
  const isBeforeLeave = left !== null && context.occurredAt !== null && context.occurredAt <= left.occurredAt;
  if (left !== null && !isBeforeLeave) return refuse('already-left', 'D13', { at: left.occurredAt });
  const submission = submissionOf(person.value, command.paper);
  if (submission !== null) return refuse('already-submitted', 'D12', { at: submission.occurredAt });
  const atSeat = { ...place.value, timeline: timelineOfSeat(place.value.timeline, person.value.seat) };
  const closed = command.how === 'by-candidate' ? refuseSubmission(atSeat) : refuseForced(atSeat);
  if (closed !== null) return err(closed);
  return accept({
    type: 'PaperSubmitted',
    data: { candidate: person.value.candidate, how: command.how },
    room: command.room,
    paper: command.paper,
    occurredAt: place.value.when,
  });
}

/** 离场 (D13): after the submission, between the two bans or after the end, with the confirmation that the rules want. */
export function decideRecordLeave(state: DayState, command: RecordLeave, context: DecideContext): Decision {
  const place = findPlace(state, command, context);
  if (!place.ok) return place;
  const { rules, when, room, paper } = place.value;
  const person = findPerson(place.value, command.candidate);
  if (!person.ok) return person;
  const absent = refuseAbsent(place.value, person.value, context);
  if (absent !== null) return err(absent);
  const left = leaveOf(person.value, paper);
  if (left !== null) return refuse('already-left', 'D13', { at: left.occurredAt });
  const submission = submissionOf(person.value, paper);
  if (submission === null || isAfter(submission.occurredAt, context)) return refuse('not-submitted', 'C06');
  const { leave } = permitsAt(timelineOfSeat(place.value.timeline, person.value.seat), rules, when);
  if (!leave.allowed) return refuse('leave-not-open', leave.rule, untilOf(leave));
  const { isConfirmedByTechnician } = command;
  if (rules.leaveNeeds === 'invigilator-and-technician' && !isConfirmedByTechnician)
    return refuse('technician-not-confirmed', 'R32');
  return accept({
    type: 'CandidateLeft',
    data: {
      candidate: person.value.candidate,
      confirmedBy: isConfirmedByTechnician ? 'invigilator-and-technician' : 'invigilator',
      technician: isConfirmedByTechnician ? technicianOf(state, room.room, command.technician) : null,
    },
    room: command.room,
    paper,
    occurredAt: when,
  });
}

/** Was not in the room: never came, or after the time that was typed. */
function refuseAbsent({ paper }: Place, candidate: CandidateState, context: DecideContext): Refusal | null {
  const attendance = attendanceOf(candidate, paper);
  if (!isPresent(attendance) || isAfter(attendance.occurredAt ?? 0, context)) {
    return refusal('not-present', 'D12', { seat: candidate.seat });
  }
  return null;
}

/** Later than the time that was typed (补录); the clock itself is never held against anybody. */
function isAfter(occurredAt: number, context: DecideContext): boolean {
  return context.occurredAt !== null && occurredAt > context.occurredAt;
}

function refuseSubmission({ timeline, rules, when }: Place): Refusal | null {
  const { submit } = permitsAt(timeline, rules, when);
  return submit.allowed ? null : refusal('submission-not-open', submit.rule, untilOf(submit));
}

/** R40: leaving full screen submits the theory paper at any minute of it, bans or not. */
function refuseForced({ timeline, rules, paper, when }: Place): Refusal | null {
  if (!rules.submitsOnLeavingFullScreen || paper !== 'theory') return refusal('forced-submission-not-in-rules', 'R40');
  if (when < timeline.startsAt) return refusal('submission-not-open', 'R25', { until: timeline.startsAt });
  return when < timeline.endsAt ? null : refusal('submission-not-open', 'R33', { endedAt: timeline.endsAt });
}

function untilOf({ until }: Permit): Refusal['figures'] {
  return until === null ? {} : { until };
}

/** Whoever is named as the technician is one, on duty here; else nobody is. */
function technicianOf(state: DayState, room: Place['room']['room'], named: StaffId | null): StaffId | null {
  const staff = named === null ? undefined : state.site.staff[named];
  return staff?.role === 'technician' && isOnDutyIn(staff, room) ? staff.staff : null;
}
