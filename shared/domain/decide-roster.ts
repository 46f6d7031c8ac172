import type { CandidateId } from '../ids.ts';
import type { DecideContext, ImportRoster } from './commands.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { Binding, NewEvent } from './events.ts';
import { planRosterChanges } from './roster-changes.ts';
import type { DayState } from './state.ts';

/** 导入名单: binds the station, lists the rooms, brings the people; a later import of the day changes what differs. */
export function decideImportRoster(state: DayState, command: ImportRoster, context: DecideContext): Decision {
  if (command.entries.length === 0) return refuse('roster-empty', 'D8');
  if (context.binding !== null && !isSame(context.binding, command.binding) && hasRecords(state)) {
    return refuse('station-bound-otherwise', 'D6', {
      room: context.binding.kind === 'room' ? context.binding.room : '',
    });
  }
  const site = { room: null, paper: null, occurredAt: context.nowMs } as const;
  const events: NewEvent[] = [];
  if (context.binding === null || !isSame(context.binding, command.binding)) {
    events.push({ ...site, type: 'StationBound', data: { binding: command.binding } });
  }
  for (const listed of command.rooms) {
    const known = state.rooms[listed.room];
    if (known === undefined || known.place !== listed.place || known.expected !== listed.expected) {
      events.push({ ...site, type: 'RoomListed', data: listed, room: listed.room });
    }
  }
  events.push(...planRosterChanges(state, command.entries, { scope: command.binding, nowMs: context.nowMs }));
  if (Object.keys(command.otherRooms).length > 0) {
    const rooms: Record<string, CandidateId[]> = {};
    for (const [room, candidates] of Object.entries(command.otherRooms)) rooms[room] = [...candidates];
    events.push({ ...site, type: 'OtherRoomsIndexed', data: { rooms } });
  }
  events.push({ ...site, type: 'RosterImported', data: command.summary });
  return accept(...events);
}

function isSame(a: Binding, b: Binding): boolean {
  return a.kind === 'room' ? b.kind === 'room' && a.room === b.room : b.kind === 'office';
}

/** Once anything was recorded of a person, a paper collected or issued, or a note taken here, the station stays what it is. */
function hasRecords(state: DayState): boolean {
  return Object.values(state.rooms).some(
    (room) =>
      room.issued.length > 0 ||
      room.strangers.length > 0 ||
      room.notes.length > 0 ||
      room.collections.theory.length > 0 ||
      room.collections.practical.length > 0 ||
      Object.values(room.candidates).some((c) => c.acts.theory.length > 0 || c.acts.practical.length > 0),
  );
}
