import { isSameValue } from '../canonical.ts';
import type { PaperId } from '../ids.ts';
import type { Event } from './events.ts';
import { type EventRef, eventKey } from './schema-parts.ts';
import type { ActBase, Confirmation, RoomState } from './state.ts';

/** The event's own name. */
export function refOf({ station, epoch, seq }: Pick<Event, 'station' | 'epoch' | 'seq'>): EventRef {
  return { station, epoch, seq };
}

/** What every act keeps of its event; one whose undo stands before it in merged order is undone from the start. */
export function actBaseOf(room: RoomState, event: Event, paper: PaperId): ActBase {
  return {
    event: refOf(event),
    paper,
    at: event.at,
    occurredAt: event.occurredAt,
    timeInDoubt: event.timeInDoubt,
    actor: event.actor,
    second: event.second,
    isUndone: isUndone(room, event),
  };
}

/** Who did something once, and when. */
export function confirmationOf(event: Event): Confirmation {
  return { event: refOf(event), at: event.at, occurredAt: event.occurredAt, actor: event.actor, room: event.room };
}

/** Whether an undo of this event was seen before it. */
export function isUndone(room: RoomState, event: Event): boolean {
  return room.undone[eventKey(event)] !== undefined;
}

/** The same act as two chains say it: the same in all but where and when it was written down. */
export function isRetold(one: ActBase, other: ActBase): boolean {
  if (one.event.station === other.event.station || one.occurredAt !== other.occurredAt) return false;
  const { event: _e, at: _a, timeInDoubt: _t, isUndone: _u, ...said } = one;
  const { event: _f, at: _b, timeInDoubt: _s, isUndone: _v, ...again } = other;
  return isSameValue(said, again);
}
