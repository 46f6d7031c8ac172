import { eventKey } from './schema-parts.ts';
import type { CandidateAct, CandidateState, RoomState } from './state.ts';

/**
 * 离场重进 said after a look round the room: whoever was confirmed in his seat is out, and comes in anew at the door.
 * Taken back, it lets the confirmations stand again that nobody has taken back one by one.
 */
export function withSentOut(room: RoomState): RoomState {
  const sentOut = new Set(room.course.seatings.flatMap((one) => (one.isUndone ? [] : one.sentOut)));
  const judged = (act: CandidateAct): CandidateAct => {
    if (act.kind !== 'checked-in' || !act.isCarriedOver) return act;
    const key = eventKey(act.event);
    const isUndone = sentOut.has(key) || room.undone[key] !== undefined;
    return act.isUndone === isUndone ? act : { ...act, isUndone };
  };
  const people = Object.entries(room.candidates).map(([id, person]): readonly [string, CandidateState] => {
    const { theory, practical } = person.acts;
    return [id, { ...person, acts: { theory: theory.map(judged), practical: practical.map(judged) } }];
  });
  return { ...room, candidates: Object.fromEntries(people) };
}
