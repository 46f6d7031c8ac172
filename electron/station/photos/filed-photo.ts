import type { EventData } from '../../../shared/domain/events.ts';
import type { CandidateState, DayState } from '../../../shared/domain/state.ts';

/**
 * What was filed of a person: where he sits now, else in a room that he was moved from, for the record of a photo stays
 * with the room in which it was filed. Null without one.
 */
export function filedPhotoOf(state: DayState, person: CandidateState): EventData<'CandidatePhotoFiled'> | null {
  if (person.photo !== null) return person.photo;
  for (const room of Object.values(state.rooms)) {
    const photo = room.candidates[person.candidate]?.photo ?? null;
    if (photo !== null) return photo;
  }
  return null;
}
