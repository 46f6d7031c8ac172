import { err, ok, type Result } from '../result.ts';
import type { DecideContext, Refusal, RefusalCode } from './commands.ts';
import type { RoomNo, StaffId } from '../ids.ts';
import type { NewEvent } from './events.ts';
import { isOnDutyIn } from './roles.ts';
import type { DayState, StaffInfo } from './state.ts';

/** What a command leads to: new events, or a refusal with the rule it rests on. */
export type Decision = Result<readonly NewEvent[], Refusal>;

/** D2: a reason, and a second person of this room who is not the acting one. */
export function refuseWithoutWitness(state: DayState, room: RoomNo | null, context: DecideContext): Refusal | null {
  if (context.reason === null) return refusal('reason-missing', 'D2');
  if (context.second === null) return refusal('second-person-missing', 'D2');
  return refuseSecond(state, { second: context.second, room }, context);
}

/**
 * D2: whoever is recorded as the second person is another member of the room's staff: of the station's own room, in the
 * office of the room that the act is of (null = of no room in particular).
 */
export function refuseSecond(
  state: DayState,
  { second: secondId, room: actsIn }: { readonly second: StaffId; readonly room: RoomNo | null },
  context: DecideContext,
): Refusal | null {
  if (secondId === context.actor) return refusal('second-person-same', 'D2');
  const second = state.site.staff[secondId];
  const room = context.binding?.kind === 'room' ? context.binding.room : actsIn;
  if (second !== undefined && second.leftAt !== null)
    return refusal('second-person-not-in-room', 'ST5', { leftAt: second.leftAt });
  if (second === undefined || !isOnDutyIn(second, room)) return refusal('second-person-not-in-room', 'D2');
  if (context.secondBy === null) return refusal('second-not-confirmed', 'D2');
  // Two names without a PIN may be one and the same hand.
  if (context.secondBy === 'name' && context.actorBy === 'name')
    return refusal('second-not-confirmed', 'PP4', { byName: 1 });
  return null;
}

/** D6: a station acts for its own room, and a room's staff for theirs. `room` null = the whole site, the office's alone. */
export function refuseElsewhere(
  state: DayState,
  room: RoomNo | null,
  context: Pick<DecideContext, 'binding' | 'actor'>,
): Refusal | null {
  if (context.binding === null) return refusal('station-not-bound', 'D6');
  if (context.binding.kind === 'room' && context.binding.room !== room) {
    return refusal('room-not-here', 'D6', { room: context.binding.room });
  }
  const actor = context.actor === null ? undefined : state.site.staff[context.actor];
  if (actor !== undefined && room !== null && !isOnDutyIn(actor, room)) {
    return refusal('room-not-here', 'D6', { room: actor.room ?? '' });
  }
  return null;
}

/** Who was replaced acts no more (ST5), and an invigilator without a room not yet (ST3); what they did before stands. */
export function refuseOffDuty({ role, room, leftAt }: Pick<StaffInfo, 'role' | 'room' | 'leftAt'>): Refusal | null {
  if (leftAt !== null) return refusal('actor-left', 'ST5', { at: leftAt });
  return role === 'invigilator' && room === null ? refusal('actor-unassigned', 'ST3') : null;
}

/** A refusal as a value. */
export function refusal(code: RefusalCode, rule: string, figures: Refusal['figures'] = {}): Refusal {
  return { code, rule, figures };
}

/** Shorthand of the decide functions. */
export function refuse(code: RefusalCode, rule: string, figures: Refusal['figures'] = {}): Decision {
  return err(refusal(code, rule, figures));
}

/** Shorthand of the decide functions. */
export function accept(...events: readonly NewEvent[]): Decision {
  return ok(events);
}
