import type { DecideContext } from './commands.ts';
import type { LoadAnnouncements, SetAlarmSound } from './course-commands.ts';
import type { CourseState } from './course-state.ts';
import { accept, type Decision, refuse } from './decision.ts';
import type { RoomNo } from '../ids.ts';
import type { DayState } from './state.ts';

/** 宣读指令 (D33): the site's own sentences, all of them anew; one sentence for a milestone of a paper. None = the program's own. */
export function decideLoadAnnouncements(
  _state: DayState,
  { texts }: LoadAnnouncements,
  context: DecideContext,
): Decision {
  const place = placeOf(context);
  if (place === null) return refuse('station-not-bound', 'D6');
  const names = texts.map(({ kind, paper }) => `${paper ?? 'both'}:${kind}`);
  const twice = texts[names.findIndex((name, at) => names.indexOf(name) !== at)];
  if (twice !== undefined) return refuse('announcement-twice', 'D33', { kind: twice.kind, paper: twice.paper ?? '' });
  return accept({
    type: 'AnnouncementsLoaded',
    data: { texts: [...texts] },
    room: place.room,
    paper: null,
    occurredAt: context.occurredAt ?? context.nowMs,
  });
}

/** Whether alarms may sound between T and E (D34): nothing sounds then unless the chief wants it. */
export function decideSetAlarmSound(state: DayState, { duringExam }: SetAlarmSound, context: DecideContext): Decision {
  const place = placeOf(context);
  if (place === null) return refuse('station-not-bound', 'D6');
  if (courseAt(state, place.room).soundsDuringExam === duringExam) return refuse('sound-already-so', 'D34');
  return accept({
    type: 'AlarmSoundSet',
    data: { duringExam },
    room: place.room,
    paper: null,
    occurredAt: context.occurredAt ?? context.nowMs,
  });
}

/** A room's own, or null for every room from the exam office. */
function placeOf({ binding }: DecideContext): { readonly room: RoomNo | null } | null {
  if (binding === null) return null;
  return { room: binding.kind === 'room' ? binding.room : null };
}

function courseAt(state: DayState, room: RoomNo | null): CourseState {
  return (room === null ? undefined : state.rooms[room])?.course ?? state.site.common.course;
}
