import type { RoomNo } from '../ids.ts';
import { err, ok, type Result } from '../result.ts';
import { checkItem, wantedCount } from './checklist-items.ts';
import type { EndVisit, NoteVisit, SetCheckAside, TickCheck, UntickCheck, WriteSiteList } from './checks-commands.ts';
import { type ChecksState, findVisit, leftOf } from './checks-state.ts';
import type { DecideContext, Refusal } from './commands.ts';
import { accept, type Decision, refusal, refuse, refuseElsewhere } from './decision.ts';
import type { EventType, NewEvent } from './events.ts';
import type { DayState } from './state.ts';

/** CL1, CL2: ticked with what it asks for. Said again with another number or text, it is the newer word. */
export function decideTickCheck(state: DayState, command: TickCheck, context: DecideContext): Decision {
  const { room, item, count, note } = command;
  const place = findItem(state, command, context);
  if (!place.ok) return place;
  const { asks } = checkItem(item);
  if (asks === 'count' && count === null) {
    const wanted = wantedCount(item, place.value.people, place.value.rules) ?? 0;
    return refuse('check-count-missing', 'CL2', { wanted });
  }
  if (asks === 'text' && note === null) return refuse('check-note-missing', 'CL2');
  const before = place.value.checks.entries[item];
  if (before?.says === 'ticked' && asks === 'nothing') {
    return refuse('check-already-ticked', 'CL1', { at: before.occurredAt });
  }
  const data = { item, count: asks === 'count' ? count : null, note };
  return accept(eventOf('CheckTicked', data, { room, context }));
}

/** CL3: 不适用, with a reason. */
export function decideSetCheckAside(state: DayState, command: SetCheckAside, context: DecideContext): Decision {
  const place = findItem(state, command, context);
  if (!place.ok) return place;
  const before = place.value.checks.entries[command.item];
  if (before?.says === 'set-aside') return refuse('check-already-aside', 'CL3', { at: before.occurredAt });
  if (context.reason === null) return refuse('reason-missing', 'CL3');
  return accept(eventOf('CheckSetAside', { item: command.item }, { room: command.room, context }));
}

/** CL3: what was ticked or set aside is open again, with a reason. */
export function decideUntickCheck(state: DayState, command: UntickCheck, context: DecideContext): Decision {
  const place = findItem(state, command, context);
  if (!place.ok) return place;
  const before = place.value.checks.entries[command.item];
  if (before === undefined || before.says === 'reopened') return refuse('check-not-ticked', 'CL3');
  if (context.reason === null) return refuse('reason-missing', 'CL3');
  return accept(eventOf('CheckUnticked', { item: command.item }, { room: command.room, context }));
}

/** CL4: white list and software are data of the day, written at the exam office or by a room on its own. */
export function decideWriteSiteList(_state: DayState, command: WriteSiteList, context: DecideContext): Decision {
  if (context.binding === null) return refuse('station-not-bound', 'D6');
  const { list, lines, count } = command;
  return accept(eventOf('SiteListWritten', { list, lines, count }, { room: null, context }));
}

/** CL5, R15: who came in, from now on. */
export function decideNoteVisit(state: DayState, command: NoteVisit, context: DecideContext): Decision {
  const place = findChecks(state, command.room, context);
  if (!place.ok) return place;
  const { room, role, name, about } = command;
  return accept(eventOf('VisitNoted', { role, name, about }, { room, context }));
}

/** CL5: … and left. */
export function decideEndVisit(state: DayState, command: EndVisit, context: DecideContext): Decision {
  const place = findChecks(state, command.room, context);
  if (!place.ok) return place;
  const visit = findVisit(place.value.checks, command.visit);
  if (visit === undefined) return refuse('visit-unknown', 'CL5');
  const left = leftOf(place.value.checks, visit);
  if (left !== null) return refuse('visit-already-over', 'CL5', { at: left.occurredAt });
  return accept(eventOf('VisitEnded', { visit: command.visit }, { room: command.room, context }));
}

interface ChecksPlace {
  readonly checks: ChecksState;
  readonly people: number;
  readonly rules: NonNullable<DayState['site']['day']>['rules']['values'];
}

/** A room's own station and staff, or the exam office for any room and for the site (D6). */
function findChecks(state: DayState, roomNo: RoomNo | null, context: DecideContext): Result<ChecksPlace, Refusal> {
  const elsewhere = refuseElsewhere(state, roomNo, context);
  if (elsewhere !== null) return err(elsewhere);
  const { day } = state.site;
  const room = roomNo === null ? null : state.rooms[roomNo];
  if (day === null || room === undefined) return err(refusal('room-not-here', 'D6', { room: roomNo ?? '' }));
  const { checks, expected: people } = room ?? { checks: state.site.checks, expected: 0 };
  return ok({ checks, people, rules: day.rules.values });
}

function findItem(
  state: DayState,
  { room, item }: Pick<TickCheck, 'room' | 'item'>,
  context: DecideContext,
): Result<ChecksPlace, Refusal> {
  const place = findChecks(state, room, context);
  if (!place.ok) return place;
  const isOwn = checkItem(item).scope === (room === null ? 'site' : 'room');
  return isOwn ? place : err(refusal('check-of-other-scope', 'CL1'));
}

function eventOf<T extends EventType>(
  type: T,
  data: NewEvent<T>['data'],
  { room, context }: { readonly room: RoomNo | null; readonly context: DecideContext },
): NewEvent {
  const occurredAt = context.occurredAt ?? context.nowMs;
  return { type, data, room, paper: null, occurredAt } as NewEvent; // data is of the type named beside it
}
