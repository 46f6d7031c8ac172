import { useStation } from '../../stores/station-store.ts';
import { nowExact } from '../../stores/use-now.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import type { Milestone } from '../../../shared/domain/timeline-types.ts';
import { isLateStart } from './course-acts.ts';
import { useCourseDialog } from './course-dialog.ts';

/**
 * 是否延迟开考, asked where the start is confirmed more than two minutes late; what is chosen there is recorded there.
 * False = the start is not to be recorded now.
 */
export async function askLateStart({ kind, paper }: Milestone): Promise<boolean> {
  if (kind !== 'start') return true;
  const room = ownRoom();
  if (room === null || room.timeline === null) return true;
  if (!isLateStart(room, room.timeline.papers[paper], nowExact())) return true;
  return new Promise((resolve) => {
    useCourseDialog.getState().open({ kind: 'late-start', paper, answer: resolve });
  });
}

function ownRoom(): RoomState | null {
  const { state, status } = useStation.getState();
  const binding = status?.binding;
  return binding?.kind === 'room' ? (state.rooms[binding.room] ?? null) : null;
}
