import { backToBack } from '../../../shared/domain/seating.ts';
import type { DayInfo, RoomState } from '../../../shared/domain/state.ts';
import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { sinceText } from '../../text/format.ts';
import { CARRY_TITLE, SEATING_QUESTION } from '../../text/seating.ts';
import { TaskFrame } from '../day/TaskFrame.tsx';
import { CarryCard } from './CarryCard.tsx';
import { ChooseSeatingCard } from './ChooseSeatingCard.tsx';
import type { SeatingStep } from './seating-plan.ts';

interface SeatingTaskProps {
  readonly step: SeatingStep;
  /** Null at the exam office. */
  readonly room: RoomState | null;
  readonly day: DayInfo;
  readonly timeline: Timeline;
}

/** 连场 as the one thing to do. */
export function SeatingTask({ step, room, day, timeline }: SeatingTaskProps) {
  const now = useNow();
  const common = useStation((view) => view.state.site.common);
  const passage = backToBack(room ?? common, timeline);
  if (passage === null) return null;
  const isChoice = step.kind === 'choose' || room === null;
  return (
    <TaskFrame
      paper={step.paper}
      title={isChoice ? SEATING_QUESTION : CARRY_TITLE}
      when={sinceText(step.since, now)}
      tone={step.isPressing ? 'due' : 'upcoming'}
    >
      {isChoice ? (
        <ChooseSeatingCard room={room?.room ?? null} timeline={timeline} passage={passage} />
      ) : (
        <CarryCard room={room} day={day} timeline={timeline} passage={passage} />
      )}
    </TaskFrame>
  );
}
