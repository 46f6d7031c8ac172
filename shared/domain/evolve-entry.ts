import type { PaperId } from '../ids.ts';
import { actBaseOf } from './act-base.ts';
import type { Event } from './events.ts';
import { candidateOf, withAct } from './evolve-acts.ts';
import type { EntryAct, RoomState } from './state.ts';
import { judgeEntry } from './timeline.ts';

type EntryEvent = Event<'CandidateCheckedIn' | 'EntryRefused'>;

/**
 * A check-in or a person turned away. The verdict is judged by the timeline as it stands at this place in the merged
 * order, at the instant it happened; what the screen said is kept beside it.
 */
export function evolveEntry(room: RoomState, event: EntryEvent): RoomState {
  if (event.paper === null) return room;
  const act = entryActOf(room, event, event.paper);
  const named = event.data.candidate;
  if (named === null) return { ...room, strangers: [...room.strangers, act] };
  return withAct(room, candidateOf(room, named), act);
}

function entryActOf(room: RoomState, event: EntryEvent, paper: PaperId): EntryAct {
  return {
    ...actBaseOf(room, event, paper),
    kind: event.type === 'CandidateCheckedIn' ? 'checked-in' : 'refused',
    verdict: room.timeline === null ? null : judgeEntry(room.timeline.papers[paper], event.occurredAt),
    said: event.data.said,
    checks: event.type === 'CandidateCheckedIn' ? event.data.checks : null,
    refusal: event.type === 'EntryRefused' ? event.data.reason : null,
  };
}
