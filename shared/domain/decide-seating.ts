import { err, ok } from '../result.ts';
import { attendanceOf, isPresent } from './attendance.ts';
import type { DecideContext } from './commands.ts';
import type { CarryOver, ChooseSeating } from './course-commands.ts';
import { refuseApproval } from './approvals.ts';
import { findCoursePlace } from './course-place.ts';
import { saidOf } from './decide-entry.ts';
import { findPeople, findPlace, type Place } from './decide-place.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { NewEvent } from './events.ts';
import { backToBack, type SeatCarry, seatCarries, seatingOf } from './seating.ts';
import type { CandidateState, DayState } from './state.ts';
import { judgeEntry, timelineOfSeat } from './timeline.ts';
import type { EntryVerdict, Timeline } from './timeline-types.ts';

/** 连场 (D29): where less than 30 minutes lie between the papers, from the later one's opening of entry until its cut-off. */
export function decideChooseSeating(state: DayState, command: ChooseSeating, context: DecideContext): Decision {
  const place = findCoursePlace(state, command, context);
  if (!place.ok) return place;
  const { room, timeline, scope, when } = place.value;
  const unapproved = refuseApproval(state, command.approval, scope, context);
  if (unapproved !== null) return err(unapproved);
  const passage = backToBack(room, timeline);
  if (passage === null || passage.later !== command.paper) return refuse('seating-not-open', 'D29');
  const { opensAt, closesAt } = passage;
  if (when < opensAt || when >= closesAt) return refuse('seating-not-open', 'D29', { opensAt, closesAt });
  return accept({
    type: 'SeatingChosen',
    data: { mode: command.mode, approval: command.approval },
    room: scope,
    paper: command.paper,
    occurredAt: when,
  });
}

/** 留座连场 (D29): who sits in his seat at the end of the earlier paper is in for the later one, all in one act. */
export function decideCarryOver(state: DayState, command: CarryOver, context: DecideContext): Decision {
  const place = findPlace(state, command, context);
  if (!place.ok) return place;
  const { room, paper, when } = place.value;
  const timeline = room.timeline as Timeline; // findPlace has one
  const passage = backToBack(room, timeline);
  if (passage === null || passage.later !== paper || seatingOf(room, paper)?.mode !== 'stay')
    return refuse('seating-not-chosen', 'D29');
  const verdict = judgeEntry(place.value.timeline, when);
  if (verdict.kind === 'too-early') return refuse('entry-not-open', verdict.rule, { opensAt: verdict.opensAt });
  if (verdict.kind === 'closed') {
    return refuse('entry-closed', verdict.rule, { closedAt: verdict.closedAt, lateMinutes: verdict.lateMinutes });
  }
  const people = findPeople(place.value, command.candidates);
  if (!people.ok) return people;
  const carries = seatCarries(room, timeline, passage, when);
  const events: NewEvent[] = [];
  for (const person of people.value) {
    const carry = carries.find(({ candidate }) => candidate.candidate === person.candidate);
    const refusal = refuseCarry(place.value, timeline, { person, carry, earlier: passage.earlier });
    if (refusal !== null) return refusal;
    events.push(entryOf(place.value, person, { verdict, earlier: passage.earlier }));
  }
  return ok(events);
}

interface Carried {
  readonly person: CandidateState;
  readonly carry: SeatCarry | undefined;
  readonly earlier: 'theory' | 'practical';
}

function refuseCarry({ paper }: Place, timeline: Timeline, { person, carry, earlier }: Carried): Decision | null {
  const { seat } = person;
  switch (carry?.standing) {
    case 'seated':
      return null;
    case 'confirmed':
      return refuse('already-checked-in', 'D5', { at: attendanceOf(person, paper).occurredAt ?? 0, seat });
    case 'cancelled':
      return refuse('eligibility-cancelled', 'C22', { seat });
    case 'writing':
      return refuse('entry-not-open', 'D29', { opensAt: timelineOfSeat(timeline.papers[earlier], seat).endsAt, seat });
    default:
      return refuse('not-in-room', 'D29', { seat });
  }
}

/** The documents were looked at when he came in; a doubt about the face goes along. */
function entryOf(
  { room, paper, when }: Place,
  person: CandidateState,
  { verdict, earlier }: { readonly verdict: EntryVerdict; readonly earlier: Carried['earlier'] },
): NewEvent<'CandidateCheckedIn'> {
  const before = attendanceOf(person, earlier);
  const face = isPresent(before) && before.hasDoubt ? 'doubt' : 'match';
  return {
    type: 'CandidateCheckedIn',
    data: {
      candidate: person.candidate,
      seat: person.seat,
      found: 'carried-over',
      checks: { ticket: 'ok', idDocument: 'ok', face },
      said: saidOf(verdict),
    },
    room: room.room,
    paper,
    occurredAt: when,
  };
}
