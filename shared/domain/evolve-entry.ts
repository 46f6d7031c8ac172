import type { PaperId } from '../ids.ts';
import { actBaseOf } from './act-base.ts';
import type { Event } from './events.ts';
import { candidateOf, withAct } from './evolve-acts.ts';
import type { EntryAct, RoomState } from './state.ts';
import { judgeEntry } from './timeline.ts';
import type { EntryVerdict } from './timeline-types.ts';

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

/**
 * Whoever came after the planned start of a paper that is then delayed is not late by it: lateness follows the start. Who
 * was turned away stays so, and may come again.
 */
export function rejudgeEntries(room: RoomState, paper: PaperId): RoomState {
  const timeline = room.timeline?.papers[paper];
  if (timeline === undefined) return room;
  const people = Object.entries(room.candidates).map(([id, person]) => {
    const acts = person.acts[paper].map((act) =>
      act.kind === 'checked-in'
        ? { ...act, verdict: admitted(judgeEntry(timeline, act.occurredAt), act.verdict) }
        : act,
    );
    return [id, { ...person, acts: { ...person.acts, [paper]: acts } }] as const;
  });
  return { ...room, candidates: Object.fromEntries(people) };
}

/** Who was let in when the door was open is not outside it by a later word about the start. */
function admitted(anew: EntryVerdict, before: EntryVerdict | null): EntryVerdict | null {
  return anew.kind === 'on-time' || anew.kind === 'late' ? anew : before;
}

function entryActOf(room: RoomState, event: EntryEvent, paper: PaperId): EntryAct {
  const verdict = room.timeline === null ? null : judgeEntry(room.timeline.papers[paper], event.occurredAt);
  return {
    ...actBaseOf(room, event, paper),
    kind: event.type === 'CandidateCheckedIn' ? 'checked-in' : 'refused',
    verdict,
    verdictThen: verdict,
    said: event.data.said,
    checks: event.type === 'CandidateCheckedIn' ? event.data.checks : null,
    refusal: event.type === 'EntryRefused' ? event.data.reason : null,
    isCarriedOver: event.type === 'CandidateCheckedIn' && event.data.found === 'carried-over',
  };
}
