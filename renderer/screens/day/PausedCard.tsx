import type { DayInfo } from '../../../shared/domain/state.ts';
import type { PaperTimeline } from '../../../shared/domain/timeline-types.ts';
import { KeyHint } from '../../components/KeyHint.tsx';
import { Mark } from '../../components/Mark.tsx';
import { useNow } from '../../stores/use-now.ts';
import { ACT_LABELS, PAUSE_SENTENCE, PAUSED_TITLE, powerWaitText } from '../../text/course.ts';
import { spanText, timeText } from '../../text/format.ts';
import { useCourseDialog } from '../course/course-dialog.ts';
import { PaperTag } from './PaperTag.tsx';
import { useTaskKey } from './use-task-key.ts';

interface PausedCardProps {
  readonly day: DayInfo;
  readonly timeline: PaperTimeline;
  readonly since: number;
}

/** The paper stands still: since when, how much is lost, what to say, and the one key that ends it. */
export function PausedCard({ day, timeline: { paper }, since }: PausedCardProps) {
  const now = useNow();
  const open = useCourseDialog((store) => store.open);
  const resume = () => open({ kind: 'adjust', paper, act: 'resume', seats: null });
  useTaskKey(resume);
  const waitsUntil = since + day.rules.values.powerWaitMaxMin * 60_000;
  return (
    <section className="card now now-paused" aria-label="现在要做">
      <div className="now-head">
        <h2 className="now-title">
          <PaperTag paper={paper} />
          <span className="paused-mark">
            <Mark shape="paused" />
          </span>
          {PAUSED_TITLE}
        </h2>
        <p className="now-when figures">{timeText(since)} 起</p>
      </div>
      <p className="paused-lost">
        <span className="paused-lost-name">已中断</span>
        <span className="paused-lost-figure figures" role="timer">
          {spanText(now - since)}
        </span>
      </p>
      <blockquote className="now-text">{PAUSE_SENTENCE}</blockquote>
      <div className="now-foot">
        <button type="button" className="button button-primary" onClick={resume}>
          {ACT_LABELS.resume}…
          <KeyHint name="F2" />
        </button>
        <p className={now > waitsUntil ? 'now-rule paused-long' : 'now-rule'}>
          {powerWaitText(day.rules.values.powerWaitMaxMin, waitsUntil, now)}
        </p>
      </div>
    </section>
  );
}
