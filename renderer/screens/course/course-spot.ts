import { useMemo } from 'react';
import type { CourseOfDay } from '../../../shared/domain/adjustment-outlook.ts';
import type { DayInfo, RoomState } from '../../../shared/domain/state.ts';
import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import type { RoomNo } from '../../../shared/ids.ts';
import { useDay, useRoom } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';

/** Where this page changes the minutes: its room, or from the office every room at once. */
export interface CourseSpot extends CourseOfDay {
  readonly room: RoomState;
  /** As the calls name it: null = every room. */
  readonly scope: RoomNo | null;
  readonly timeline: Timeline;
}

export function useCourseSpot(): CourseSpot | null {
  const day = useDay();
  const room = useRoom();
  const common = useStation((view) => view.state.site.common);
  return useMemo(() => spotOf(day, room, common), [day, room, common]);
}

function spotOf(day: DayInfo | null, own: RoomState | null, common: RoomState): CourseSpot | null {
  const room = own ?? common;
  if (day === null || room.timeline === null) return null;
  return {
    day,
    room,
    course: room.course,
    seatChanges: room.seatChanges,
    scope: own?.room ?? null,
    timeline: room.timeline,
  };
}
