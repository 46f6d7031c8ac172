import type { CandidateId } from '../ids.ts';
import type { DecideContext, TakeNote } from './commands.ts';
import { findCandidate, findPlace } from './decide-place.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { DayState } from './state.ts';

/** 记一笔 (D15): at any time, of the room or of somebody it knows. */
export function decideTakeNote(state: DayState, command: TakeNote, context: DecideContext): Decision {
  const place = findPlace(state, command, context);
  if (!place.ok) return place;
  let about: CandidateId | null = null;
  if (command.candidate !== null) {
    const candidate = findCandidate(place.value.room, command.candidate);
    if (candidate === undefined) return refuse('candidate-unknown', 'D15');
    about = candidate.candidate;
  }
  return accept({
    type: 'NoteTaken',
    data: { kind: command.kind, candidate: about, text: command.text },
    room: command.room,
    paper: command.paper,
    occurredAt: place.value.when,
  });
}
