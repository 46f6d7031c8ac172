import type { StaffId } from '../ids.ts';
import type { DecideContext, RecordViolation } from './commands.ts';
import { findPerson, findPlace } from './decide-place.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { DayState } from './state.ts';
import { violationsFor } from './violations.ts';

/**
 * 违纪登记 (R41, D14): a code of the day's catalogue, the facts, and both invigilators of the room. 口头警告 needs one
 * person only, and a behaviour that may be warned for. The person need not be in the room any more, or yet.
 */
export function decideRecordViolation(state: DayState, command: RecordViolation, context: DecideContext): Decision {
  const place = findPlace(state, command, context);
  if (!place.ok) return place;
  const { timeline, rules, when } = place.value;
  const person = findPerson(place.value, command.candidate);
  if (!person.ok) return person;
  if (when < timeline.entryOpensAt) return refuse('entry-not-open', 'R21', { opensAt: timeline.entryOpensAt });
  const { code, measure, discovery, facts, held, isTicketHeld } = command;
  const kind = violationsFor(rules).find((one) => one.code === code);
  if (kind === undefined || (measure === 'warned' && !kind.mayWarn))
    return refuse('violation-code-unknown', 'D14', { code });
  if (measure === 'recorded') {
    if (facts === null) return refuse('facts-missing', 'R41');
    // That they are two different people is D2's, of every second person.
    const isOfRoom = (staff: StaffId | null) => isInvigilatorOf(state, command.room, staff);
    if (!isOfRoom(context.actor) || !isOfRoom(context.second)) return refuse('two-invigilators-needed', 'R41');
  }
  return accept({
    type: 'ViolationRecorded',
    data: { candidate: person.value.candidate, code, measure, discovery, facts, held, isTicketHeld },
    room: command.room,
    paper: command.paper,
    occurredAt: when,
  });
}

function isInvigilatorOf(state: DayState, room: RecordViolation['room'], named: StaffId | null): boolean {
  const staff = named === null ? undefined : state.site.staff[named];
  return staff?.role === 'invigilator' && staff.room === room;
}
