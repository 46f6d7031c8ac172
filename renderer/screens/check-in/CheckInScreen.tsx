import { useState } from 'react';
import { useActing } from '../../stores/acting-store.ts';
import { useRoom, useTimeline } from '../../stores/room-view.ts';
import { useNow } from '../../stores/use-now.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { CheckInDesk } from './CheckInDesk.tsx';
import { checkInPaper } from './check-in-paper.ts';

/** 考生签到. The clock decides which paper the door is open for; the invigilator may say otherwise. */
export function CheckInScreen() {
  const room = useRoom();
  const timeline = useTimeline();
  const hasActed = useActing((store) => (store.actor ?? store.last) !== null);
  const automatic = usePaperNow();
  const [chosen, setChosen] = useState<PaperId | null>(null);
  if (room === null || timeline === null || automatic === null) {
    return (
      <div className="later">
        <h2>签到在各考场办理</h2>
        <p>本机是考务办公室。各考场的签到人数将在「考点总览」里汇总。</p>
      </div>
    );
  }
  // Locked it stays as it is, out of sight: what is being filled in is still there for who signs in next.
  if (!hasActed) return null;
  const paper = chosen ?? automatic;
  return (
    <CheckInDesk
      room={room}
      timeline={timeline.papers[paper]}
      onPaper={(next) => setChosen(next === automatic ? null : next)}
    />
  );
}

function usePaperNow(): PaperId | null {
  const timeline = useTimeline();
  const now = useNow();
  return timeline === null ? null : checkInPaper(timeline, now);
}
