import { useMemo } from 'react';
import { nextChange, permitsAt } from '../../../shared/domain/timeline.ts';
import type { Milestone, PaperTimeline, Timeline } from '../../../shared/domain/timeline-types.ts';
import type { PaperId } from '../../../shared/ids.ts';
import { useDay, useRoom, useRoomNo, useTimeline } from '../../stores/room-view.ts';
import { useNow } from '../../stores/use-now.ts';
import { PENDING, seatList } from '../../text/course.ts';
import { shortMilestone } from '../../text/day.ts';
import { neatTimeText, spanText, timeText } from '../../text/format.ts';
import { PAPER_LABELS, PAPER_TITLES } from '../../text/words.ts';
import { ActingMenu } from './ActingMenu.tsx';
import { LightRow } from './LightRow.tsx';
import { PermitChips } from './PermitChips.tsx';
import { permitWords } from './permit-words.ts';
import { RehearsalTag } from './RehearsalTag.tsx';
import { SecondPaperLine } from './SecondPaperLine.tsx';
import { stripPapers, stripWindow } from './strip-papers.ts';

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
            <WindowWords paper={main} now={now} />
            <RoomPlace />
            {day.title}
          </p>
        </div>
        <time className="strip-clock">{timeText(now)}</time>
        <Countdown timeline={timeline} paper={main} now={now} />
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

/** From when to when the paper runs, as it stands now; amber while the exam system does not know it yet. */
function WindowWords({ paper, now }: { readonly paper: PaperTimeline; readonly now: number }) {
  const { startsAt, endsAt, isPending } = stripWindow(paper, now);
  return (
    <span className={isPending ? 'strip-window strip-pending' : 'strip-window'}>
      {neatTimeText(startsAt)}–{neatTimeText(endsAt)}
      {isPending && ` ${PENDING}`}
    </span>
  );
}

interface CountdownProps {
  readonly timeline: Timeline;
  readonly paper: PaperTimeline;
  readonly now: number;
}

/** What comes next and in how long; while the paper is paused how long it has stood still. */
function Countdown({ timeline, paper, now }: CountdownProps) {
  const next = useMemo(() => nextChange(timeline, now), [timeline, now]);
  const { pausedSince } = stripWindow(paper, now);
  const what = countWords(next, pausedSince === null ? null : paper.paper);
  const figure = pausedSince === null ? (next === null ? null : next.at - now) : now - pausedSince;
  return (
    <div className={pausedSince === null ? 'strip-counts' : 'strip-counts strip-paused'}>
      <p className="strip-count-name">{what}</p>
      <p className="strip-count" role={figure === null ? undefined : 'timer'}>
        {figure === null ? '已走完' : spanText(figure)}
      </p>
      <SeatsCount paper={paper} now={now} />
    </div>
  );
}

function countWords(next: Milestone | null, paused: PaperId | null): string {
  if (paused !== null) return `${PAPER_LABELS[paused]}已暂停`;
  return next === null ? '今日时间轴' : `距${PAPER_LABELS[next.paper]}${shortMilestone(next.kind)}`;
}

/** The seats that end after the room have a figure of their own. */
function SeatsCount({ paper, now }: { readonly paper: PaperTimeline; readonly now: number }) {
  const { seats, pausedSince } = stripWindow(paper, now);
  if (seats === null || pausedSince !== null) return null;
  return (
    <p className="strip-seats" title={`${seatList(seats.seats)} 座 ${neatTimeText(seats.endsAt)} 结束`}>
      <span className="strip-seats-name">{seatList(seats.seats)} 座</span>
      <span>{spanText(seats.endsAt - now)}</span>
    </p>
  );
}
