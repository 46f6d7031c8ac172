import { err } from '../result.ts';
import { refuseApproval } from './approvals.ts';
import type { DecideContext } from './commands.ts';
import { findPerson, findPlace } from './decide-place.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { ChangeSeat } from './people-commands.ts';
import type { DayState, RoomState } from './state.ts';

/**
 * 换座 (R38): for a machine that fails, to a seat that nobody has, with the chief's approval. The person keeps it in the
 * papers that follow; what was recorded before stays under the seat it was recorded at.
 */
export function decideChangeSeat(state: DayState, command: ChangeSeat, context: DecideContext): Decision {
  const place = findPlace(state, command, context);
  if (!place.ok) return place;
  const person = findPerson(place.value, command.candidate);
  if (!person.ok) return person;
  const { candidate, seat } = person.value;
  if (seat !== command.from) return refuse('seat-moved-meanwhile', 'R38', { seat });
  if (command.to === seat) return refuse('seat-same', 'R38', { seat });
  if (isTaken(place.value.room, command)) return refuse('seat-taken', 'R38', { seat: command.to });
  const unapproved = refuseApproval(state, command.approval, command.room, context);
  if (unapproved !== null) return err(unapproved);
  const { from, to, why, approval } = command;
  return accept({
    type: 'SeatChanged',
    data: { candidate, from, to, why, approval },
    room: command.room,
    paper: command.paper,
    occurredAt: place.value.when,
  });
}

function isTaken({ candidates }: RoomState, { to }: ChangeSeat): boolean {
  return Object.values(candidates).some(
    ({ seat, standing }) => seat === to && (standing === 'enrolled' || standing === 'flagged'),
  );
}
