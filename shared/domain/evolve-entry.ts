import type { Event } from './events.ts';
import { unknownCandidate, withCandidate } from './evolve-roster.ts';
import { refOf } from './evolve-site.ts';
import { eventKey } from './schema-parts.ts';
import type { EntryAct, RoomState } from './state.ts';
import { judgeEntry } from './timeline.ts';

/**
 * A check-in or a person turned away. The verdict is judged by the timeline as it stands at this place in the merged
 * order, at the instant it happened; what the screen said is kept beside it.
 */
export function evolveEntry(room: RoomState, event: Event<'CandidateCheckedIn' | 'EntryRefused'>): RoomState {
  if (event.paper === null) return room;
  const act = entryActOf(room, event, event.paper);
  const named = event.data.candidate;
  if (named === null) return { ...room, strangers: [...room.strangers, act] };
  const candidate = room.candidates[room.aliases[named] ?? named] ?? unknownCandidate(room, named);
  const acts = { ...candidate.acts, [event.paper]: [...candidate.acts[event.paper], act] };
  return withCandidate(room, { ...candidate, acts });
}

function entryActOf(
  room: RoomState,
  event: Event<'CandidateCheckedIn' | 'EntryRefused'>,
  paper: NonNullable<Event['paper']>,
): EntryAct {
  return {
    event: refOf(event),
    kind: event.type === 'CandidateCheckedIn' ? 'checked-in' : 'refused',
    paper,
    at: event.at,
    occurredAt: event.occurredAt,
    timeInDoubt: event.timeInDoubt,
    actor: event.actor,
    second: event.second,
    isUndone: room.undone[eventKey(event)] !== undefined,
    verdict: room.timeline === null ? null : judgeEntry(room.timeline.papers[paper], event.occurredAt),
    said: event.data.said,
    checks: event.type === 'CandidateCheckedIn' ? event.data.checks : null,
    refusal: event.type === 'EntryRefused' ? event.data.reason : null,
  };
}
