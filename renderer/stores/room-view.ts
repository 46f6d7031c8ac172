import { useMemo } from 'react';
import { type Attendance, attendanceOf, isExpected } from '../../shared/domain/attendance.ts';
import type { CandidateState, DayInfo, RoomState } from '../../shared/domain/state.ts';
import type { Timeline } from '../../shared/domain/timeline-types.ts';
import type { CandidateCard } from '../../shared/contract/views.ts';
import type { PaperId, RoomNo } from '../../shared/ids.ts';
import { useStation } from './station-store.ts';

/** The day as it is made; null before. */
export function useDay(): DayInfo | null {
  return useStation((view) => view.state.site.day);
}

/** The room this station stands in; null at the exam office. */
export function useRoomNo(): RoomNo | null {
  return useStation((view) => (view.status?.binding?.kind === 'room' ? view.status.binding.room : null));
}

export function useRoom(): RoomState | null {
  return useStation((view) => {
    const binding = view.status?.binding;
    return binding?.kind === 'room' ? (view.state.rooms[binding.room] ?? null) : null;
  });
}

/** The timeline that the strip and the rail go by: the room's own, at the office what was told to every room. */
export function useTimeline(): Timeline | null {
  const day = useDay();
  const room = useRoom();
  const common = useStation((view) => view.state.site.common.timeline);
  return day === null ? null : (room?.timeline ?? common);
}

/** One person of the room as a list shows him. */
export interface EntryRow {
  readonly candidate: CandidateState;
  readonly card: CandidateCard | null;
  readonly attendance: Attendance;
}

/** Everybody expected in a paper, by seat. */
export function useEntryRows(room: RoomState | null, paper: PaperId): readonly EntryRow[] {
  const cards = useStation((view) => view.cards);
  return useMemo(() => {
    if (room === null) return [];
    return Object.values(room.candidates)
      .filter((candidate) => isExpected(candidate, paper))
      .map((candidate) => ({
        candidate,
        card: cards[candidate.candidate] ?? null,
        attendance: attendanceOf(candidate, paper),
      }))
      .sort((a, b) => a.candidate.seat - b.candidate.seat);
  }, [room, paper, cards]);
}

/** A person's name, or the seat where the name is not known to this page. */
export function nameOf(row: Pick<EntryRow, 'card' | 'candidate'>): string {
  return row.card?.name ?? `${row.candidate.seat} 座`;
}
