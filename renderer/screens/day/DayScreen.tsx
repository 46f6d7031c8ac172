import { useDay, useRoom, useTimeline } from '../../stores/room-view.ts';
import { useStation } from '../../stores/station-store.ts';
import { useNow } from '../../stores/use-now.ts';
import { PAPER_IDS, type PaperId } from '../../../shared/ids.ts';
import type { RoomState } from '../../../shared/domain/state.ts';
import { isOverAt } from '../../../shared/domain/timeline.ts';
import type { Timeline } from '../../../shared/domain/timeline-types.ts';
import { CheckCodeCard, GivenCodes } from '../check-code/CheckCodeCard.tsx';
import { CollectedCard } from '../collect/CollectedCard.tsx';
import { SeatingCard } from '../seating/SeatingCard.tsx';
import { stripPapers } from '../shell/strip-papers.ts';
import { AbsentPeople } from './AbsentPeople.tsx';
import { Counters } from './Counters.tsx';
import { CourseCard } from './CourseCard.tsx';
import { MissingPeople } from './MissingPeople.tsx';
import { OfficeSide } from './OfficeSide.tsx';
import { OpenMatters } from './OpenMatters.tsx';
import { PrepareCard } from './PrepareCard.tsx';
import { RailList } from './RailList.tsx';
import { ReportCard } from './ReportCard.tsx';
import { SaveNotice } from './SaveNotice.tsx';
import { TaskArea } from './TaskArea.tsx';

/** 今日考务: what is due now, the day's line, how the room stands. */
export function DayScreen() {
  const day = useDay();
  const timeline = useTimeline();
  const room = useRoom();
  const common = useStation((view) => view.state.site.common);
  if (day === null || timeline === null) return null;
  return (
    <div className="day">
      <div className="day-main">
        <TaskArea day={day} timeline={timeline} room={room} common={common} />
        <RailList day={day} timeline={timeline} room={room} common={common} />
      </div>
      <div className="day-side">
        <SaveNotice />
        <PrepareCard timeline={timeline} place="top" />
        {room === null ? (
          <OfficeSide timeline={timeline} common={common} />
        ) : (
          <RoomSide room={room} timeline={timeline} />
        )}
        <PrepareCard timeline={timeline} place="foot" />
      </div>
    </div>
  );
}

function RoomSide({ room, timeline }: { readonly room: RoomState; readonly timeline: Timeline }) {
  const now = useNow();
  const { main, second } = stripPapers(timeline, now);
  const { paper } = main;
  // While the other paper's people come in, both counts matter (C04).
  const isSecondOn = second !== null && second.entryOpensAt <= now && !isOverAt(second, now);
  const isEntryOver = now >= main.entryClosesAt;
  return (
    <>
      <Counters room={room} paper={paper} isEntryOver={isEntryOver} />
      <CheckCodeCard room={room} />
      <SeatingCard room={room} timeline={timeline} isOffice={false} />
      {isSecondOn && (
        <Counters room={room} paper={second.paper} isEntryOver={now >= timeline.papers[second.paper].entryClosesAt} />
      )}
      {PAPER_IDS.map((one) => (
        <CollectedCard key={one} room={room} paper={one} />
      ))}
      <CourseCard />
      <OpenMatters room={room} paper={paper} />
      {PAPER_IDS.map((one) => (
        <AbsentPeople key={one} room={room} paper={one} />
      ))}
      {!isEntryOver && <MissingPeople room={room} paper={paper} />}
      {PAPER_IDS.filter((one) => one === paper || isJustOver(timeline, one, paper, now)).map((one) => (
        <ReportCard key={one} room={room} paper={one} />
      ))}
      <GivenCodes room={room} />
    </>
  );
}

/** Ended, and the next one not begun: the time in which its last report is sent. */
function isJustOver({ papers }: Timeline, paper: PaperId, next: PaperId, now: number): boolean {
  return isOverAt(papers[paper], now) && now < papers[next].startsAt;
}
