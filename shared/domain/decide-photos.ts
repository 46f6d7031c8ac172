import { err } from '../result.ts';
import type { DecideContext, FilePhotos } from './commands.ts';
import { findCandidate } from './decide-place.ts';
import { accept, type Decision, refuse, refuseElsewhere } from './decision.ts';
import type { NewEvent } from './events.ts';
import type { DayState, RoomState } from './state.ts';

/** 导入照片 (D20): each photo to its person's room, and the batch as a whole to the site. */
export function decideFilePhotos(state: DayState, command: FilePhotos, context: DecideContext): Decision {
  if (context.binding === null) return refuse('station-not-bound', 'D6');
  const rooms = Object.values(state.rooms);
  const site = { paper: null, occurredAt: context.nowMs } as const;
  const events: NewEvent[] = [];
  for (const photo of command.photos) {
    const room = rooms.find((one) => isOnList(one, photo.candidate));
    const candidate = room === undefined ? undefined : findCandidate(room, photo.candidate);
    if (room === undefined || candidate === undefined) return refuse('candidate-unknown', 'D20');
    const elsewhere = refuseElsewhere(state, room.room, context);
    if (elsewhere !== null) return err(elsewhere);
    const data = { ...photo, candidate: candidate.candidate };
    events.push({ ...site, type: 'CandidatePhotoFiled', data, room: room.room });
  }
  events.push({ ...site, type: 'PhotosImported', data: command.summary, room: null });
  return accept(...events);
}

/** Somebody who moved is known in two rooms and on the list of one. */
function isOnList(room: RoomState, named: FilePhotos['photos'][number]['candidate']): boolean {
  const standing = findCandidate(room, named)?.standing;
  return standing === 'enrolled' || standing === 'flagged';
}
