import type { Rules } from '../../../shared/domain/rules.ts';
import { isOverAt, permitsAt } from '../../../shared/domain/timeline.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import { Mark } from '../../components/Mark.tsx';
import { PENDING, seatList } from '../../text/course.ts';
import { shortMilestone } from '../../text/day.ts';
import { neatTimeText, shortTimeText, spanText } from '../../text/format.ts';
import { PAPER_TITLES } from '../../text/words.ts';
import { permitWords } from './permit-words.ts';
import { stripWindow } from './strip-papers.ts';

interface SecondPaperLineProps {
  readonly paper: PaperTimeline;
  readonly rules: Rules;
  readonly now: number;
}

/** The other paper of a day on which two overlap (C04). */
export function SecondPaperLine({ paper, rules, now }: SecondPaperLineProps) {
  const { isPending, pausedSince, seats } = stripWindow(paper, now);
  const next = pausedSince === null ? paper.milestones.find((milestone) => milestone.at > now) : undefined;
  const begins = paper.milestones[0]?.at ?? paper.startsAt;
  const isOver = isOverAt(paper, now);
  return (
    <div className="strip-second">
      <strong>{PAPER_TITLES[paper.paper]}</strong>
      <span className={isPending ? 'strip-pending' : undefined}>
        {shortTimeText(paper.startsAt)}–{shortTimeText(paper.endsAt)}
        {isPending && ` ${PENDING}`}
      </span>
      {isOver && <span>已结束</span>}
      {pausedSince !== null && (
        <span className="strip-second-paused">
          <Mark shape="paused" />
          已暂停 {spanText(now - pausedSince)}
        </span>
      )}
      {seats !== null && pausedSince === null && (
        <span>
          {seatList(seats.seats)} 座 {neatTimeText(seats.endsAt)} 结束
        </span>
      )}
      {next !== undefined && (
        <span>
          {neatTimeText(next.at)} {shortMilestone(next.kind)}，还有 {spanText(next.at - now)}
        </span>
      )}
      {now >= begins && !isOver && (
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
