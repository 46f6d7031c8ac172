import { useMemo } from 'react';
import { nextChange, permitsAt } from '../../../shared/domain/timeline.ts';
import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import { useDay, useRoom, useRoomNo, useTimeline } from '../../stores/room-view.ts';
import { useNow } from '../../stores/use-now.ts';
import { shortMilestone } from '../../text/day.ts';
import { spanText, timeText } from '../../text/format.ts';
import { PAPER_LABELS, PAPER_TITLES } from '../../text/words.ts';
import { ActingMenu } from './ActingMenu.tsx';
import { LightRow } from './LightRow.tsx';
import { PermitChips } from './PermitChips.tsx';
import { permitWords } from './permit-words.ts';
import { RehearsalTag } from './RehearsalTag.tsx';
import { SecondPaperLine } from './SecondPaperLine.tsx';
import { stripPapers } from './strip-papers.ts';

/** Always there, always the same places: what exam, what time, what comes next, what is allowed, who acts, are we safe. */
export function Strip() {
  const day = useDay();
  const timeline = useTimeline();
  const now = useNow();
  if (day === null || timeline === null) return <header className="strip" />;
  const { main, second } = stripPapers(timeline, now);
  const rules = day.rules.values;
  return (
    <header className="strip">
      <div className="strip-line">
        <div className="strip-exam">
          <p className="strip-paper">
            <RehearsalTag />
            {PAPER_TITLES[main.paper]} <RoomName />
          </p>
          <p className="strip-title" title={`${day.title} ${day.site}`}>
            <RoomPlace />
            {day.title}
          </p>
        </div>
        <time className="strip-clock">{timeText(now)}</time>
        <Countdown timeline={timeline} now={now} />
        <PermitChips words={permitWords(permitsAt(main, rules, now), main, now)} edition={day.rules.edition} />
        <div className="strip-side">
          <ActingMenu />
          <LightRow />
        </div>
      </div>
      {second !== null && <SecondPaperLine paper={second} rules={rules} now={now} />}
    </header>
  );
}

function RoomName() {
  const roomNo = useRoomNo();
  return <span>{roomNo === null ? '考务办公室' : `${roomNo} 考场`}</span>;
}

function RoomPlace() {
  const place = useRoom()?.place ?? '';
  return place === '' ? null : <span>{place}，</span>;
}

function Countdown({ timeline, now }: { readonly timeline: Timeline; readonly now: number }) {
  const next = useMemo(() => nextChange(timeline, now), [timeline, now]);
  if (next === null) {
    return (
      <div>
        <p className="strip-count-name">今日时间轴</p>
        <p className="strip-count">已走完</p>
      </div>
    );
  }
  return (
    <div>
      <p className="strip-count-name">
        距{PAPER_LABELS[next.paper]}
        {shortMilestone(next.kind)}
      </p>
      <p className="strip-count" role="timer">
        {spanText(next.at - now)}
      </p>
    </div>
  );
}
