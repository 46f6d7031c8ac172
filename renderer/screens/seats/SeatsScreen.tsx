import { useState } from 'react';
import type { PaperId } from '../../../shared/ids.ts';
import { useActing } from '../../stores/acting-store.ts';
import { useDay, useRoom, useTimeline } from '../../stores/room-view.ts';
import { useNow } from '../../stores/use-now.ts';
import { stripPapers } from '../shell/strip-papers.ts';
import { SeatsBoard } from './SeatsBoard.tsx';

/** 座位图. It shows the paper that the strip shows; the invigilator may look at the other one (C04). */
export function SeatsScreen() {
  const day = useDay();
  const room = useRoom();
  const timeline = useTimeline();
  const now = useNow();
  const hasActed = useActing((store) => (store.actor ?? store.last) !== null);
  const [chosen, setChosen] = useState<PaperId | null>(null);
  if (room === null || timeline === null || day === null) {
    return (
      <div className="later">
        <h2>座位图在各考场</h2>
        <p>本机是考务办公室。各考场的情况将在「考点总览」里汇总。</p>
      </div>
    );
  }
  // Locked it stays as it is, out of sight: what is being filled in is still there for who signs in next.
  if (!hasActed) return null;
  const automatic = stripPapers(timeline, now).main.paper;
  const paper = chosen ?? automatic;
  return (
    <SeatsBoard
      key={paper}
      room={room}
      timeline={timeline.papers[paper]}
      rules={day.rules}
      onPaper={(next) => setChosen(next === automatic ? null : next)}
    />
  );
}
