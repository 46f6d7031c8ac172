import type { Rules } from '../../../shared/domain/rules.ts';
import { permitsAt } from '../../../shared/domain/timeline.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import { Mark } from '../../components/Mark.tsx';
import { shortMilestone } from '../../text/day.ts';
import { neatTimeText, shortTimeText, spanText } from '../../text/format.ts';
import { PAPER_TITLES } from '../../text/words.ts';
import { permitWords } from './permit-words.ts';

interface SecondPaperLineProps {
  readonly paper: PaperTimeline;
  readonly rules: Rules;
  readonly now: number;
}

/** The other paper of a day on which two overlap (C04). */
export function SecondPaperLine({ paper, rules, now }: SecondPaperLineProps) {
  const next = paper.milestones.find((milestone) => milestone.at > now);
  const begins = paper.milestones[0]?.at ?? paper.startsAt;
  return (
    <div className="strip-second">
      <strong>{PAPER_TITLES[paper.paper]}</strong>
      <span>
        {shortTimeText(paper.startsAt)}–{shortTimeText(paper.endsAt)}
      </span>
      {now >= paper.endsAt && <span>已结束</span>}
      {next !== undefined && (
        <span>
          {neatTimeText(next.at)} {shortMilestone(next.kind)}，还有 {spanText(next.at - now)}
        </span>
      )}
      {now >= begins && now < paper.endsAt && (
        <span className="chips">
          {permitWords(permitsAt(paper, rules, now), paper, now).map((permit) => (
            <span key={permit.key} className="strip-second-permit">
              <Mark shape={permit.isAllowed ? 'allowed' : 'forbidden'} />
              {permit.word} {permit.until}
            </span>
          ))}
        </span>
      )}
    </div>
  );
}
