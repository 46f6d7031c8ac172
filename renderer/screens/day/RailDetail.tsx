import type { DayInfo } from '../../../shared/domain/state.ts';
import type { Milestone, Timeline } from '../../../shared/domain/timeline-types.ts';
import { useNow } from '../../stores/use-now.ts';
import { milestoneWords } from './milestone-words.ts';
import type { RailPlace } from './rail-of.ts';

interface RailDetailProps extends RailPlace {
  readonly id: string;
  readonly milestone: Milestone;
  readonly day: DayInfo;
  readonly timeline: Timeline;
}

/** What an item of the rail says beyond its name: the sentence to read aloud, who acts, the rule behind it. */
export function RailDetail({ id, milestone, day, timeline, room, common }: RailDetailProps) {
  const { text, silentText, who, rule } = milestoneWords(milestone, { day, timeline, room, common, now: useNow() });
  return (
    <div id={id} className="rail-detail">
      <p className="rail-words">{text ?? silentText}</p>
      <p className="rail-rule">
        {who}；{rule}
      </p>
    </div>
  );
}
